// Which pages has the guide, for whom, and by which steps? Words and pictures of a step go by these names.
import type { Role } from '../../functions/domain/directory/organization.ts';

/** Three to six steps: who has to read more does not read it. */
export const CHAPTERS = {
  drafting: {
    path: 'soan-thao',
    roles: ['drafter'],
    steps: ['begin', 'write', 'check', 'submit', 'follow', 'returned'],
  },
  approving: {
    path: 'duyet-va-ky',
    roles: ['reviewer', 'signer'],
    steps: ['waiting', 'read', 'sign', 'giveBack', 'decided'],
  },
  clerk: {
    path: 'van-thu',
    roles: ['clerk'],
    steps: ['queue', 'seal', 'sendOn', 'register'],
  },
  receiving: {
    path: 'noi-nhan',
    roles: ['recipientOfficer'],
    steps: ['inbox', 'receive', 'sendBack', 'register'],
  },
  administering: {
    path: 'quan-tri',
    roles: ['administrator'],
    steps: ['checklist', 'people', 'settings', 'keys'],
  },
} as const satisfies Record<string, { path: string; roles: Role[]; steps: string[] }>;

export type Chapter = keyof typeof CHAPTERS;
export type StepOf<Of extends Chapter> = (typeof CHAPTERS)[Of]['steps'][number];

/** Where it begins. */
export const GUIDE = '/huong-dan';
export const addressOf = (chapter: Chapter) => `${GUIDE}/${CHAPTERS[chapter].path}`;
export const ALL = Object.keys(CHAPTERS) as Chapter[];

export const chapterAt = (path: string): Chapter | undefined =>
  ALL.find((chapter) => CHAPTERS[chapter].path === path);

/** Where somebody begins to read: at their own work. */
export const chapterFor = (roles: readonly Role[]): Chapter =>
  ALL.find((chapter) => CHAPTERS[chapter].roles.some((role) => roles.includes(role))) ?? 'drafting';

/** What the picture of a step is called. */
export const pictureOf = (chapter: Chapter, step: string) => `${chapter}-${step}.webp`;
