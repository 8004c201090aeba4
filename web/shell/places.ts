// Which entries of the menu does a person see? Those of their roles; a person may hold several.
import type { Role } from '../../functions/domain/directory/organization.ts';
import {
  BookIcon,
  ChecklistIcon,
  CogIcon,
  DocumentIcon,
  DoneIcon,
  type Icon,
  InboxIcon,
  KeyIcon,
  LetterIcon,
  PeopleIcon,
  SealIcon,
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

export type MenuEntry = (typeof MENU)[number]['to'];

export const menuOf = (roles: Role[]) =>
  MENU.filter((place) => place.roles.some((role) => roles.includes(role)));

/** Where a person begins; whoever has no entry of their own may still check files. */
export const firstEntryOf = (roles: Role[]) => menuOf(roles)[0]?.to ?? '/kiem-tra';
