// Which entries of the menu does a person see? Those of their roles; a person may hold several.
import type { Role } from '../../functions/domain/directory/organization.ts';
import { GUIDE } from '../guide/chapters.ts';
import {
  BookIcon,
  ChecklistIcon,
  CogIcon,
  DocumentIcon,
  DoneIcon,
  HelpIcon,
  type Icon,
  InboxIcon,
  KeyIcon,
  LetterIcon,
  PeopleIcon,
  SealIcon,
  ShieldIcon,
  SignIcon,
  TemplateIcon,
} from '../parts/icons.tsx';
import { words } from '../words/words.ts';

const MENU = [
  {
    to: '/cho-toi',
    name: words.navigation.waiting,
    icon: InboxIcon,
    roles: ['reviewer', 'signer'],
  },
  { to: '/da-xu-ly', name: words.decided.title, icon: DoneIcon, roles: ['reviewer', 'signer'] },
  { to: '/bao-cao', name: words.navigation.reports, icon: DocumentIcon, roles: ['drafter'] },
  { to: '/van-thu', name: words.navigation.registry, icon: SealIcon, roles: ['clerk'] },
  {
    to: '/van-ban-den',
    name: words.navigation.inbox,
    icon: LetterIcon,
    roles: ['recipientOfficer'],
  },
  { to: '/chu-ky', name: words.navigation.mySigning, icon: SignIcon, roles: ['signer'] },
  { to: '/so-van-ban-di', name: words.navigation.outgoing, icon: BookIcon, roles: ['clerk'] },
  {
    to: '/so-van-ban-den',
    name: words.navigation.incoming,
    icon: BookIcon,
    roles: ['recipientOfficer', 'clerk'],
  },
  {
    to: '/chuan-bi',
    name: words.navigation.checklist,
    icon: ChecklistIcon,
    roles: ['administrator'],
  },
  {
    to: '/danh-ba',
    name: words.navigation.directory,
    icon: PeopleIcon,
    roles: ['administrator'],
  },
  {
    to: '/cai-dat',
    name: words.navigation.settings,
    icon: CogIcon,
    roles: ['administrator'],
  },
  {
    to: '/mau',
    name: words.navigation.templates,
    icon: TemplateIcon,
    roles: ['administrator'],
  },
  { to: '/khoa-ky', name: words.navigation.keys, icon: KeyIcon, roles: ['administrator'] },
] as const satisfies { to: string; name: string; icon: Icon; roles: Role[] }[];

/** Signed in or not, whatever one's role. */
const FOR_EVERYBODY = [
  { to: '/kiem-tra', name: words.navigation.verification, icon: ShieldIcon },
  { to: GUIDE, name: words.help.guide.title, icon: HelpIcon },
] as const satisfies { to: string; name: string; icon: Icon }[];

export type MenuEntry = (typeof MENU | typeof FOR_EVERYBODY)[number]['to'];

export const menuOf = (roles: Role[]) =>
  MENU.filter((place) => place.roles.some((role) => roles.includes(role)));

/** More names are not taken in at a glance (seven, give or take two: Miller 1956). */
const MOST_SHOWN = 7;

/** What the menu shows, and what it keeps behind one more entry: the last, which whoever has many roles needs least. */
export const menuFor = (roles: Role[]) => {
  const all = [...menuOf(roles), ...FOR_EVERYBODY];
  return all.length <= MOST_SHOWN
    ? { shown: all, more: [] }
    : { shown: all.slice(0, MOST_SHOWN - 1), more: all.slice(MOST_SHOWN - 1) };
};

/** Where a person begins; whoever has no entry of their own may still check files. */
export const firstEntryOf = (roles: Role[]) => menuOf(roles)[0]?.to ?? '/kiem-tra';
