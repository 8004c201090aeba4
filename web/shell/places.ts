// Which entries of the menu does a person see? Those of their roles; a person may hold several.
import type { Role } from '../../functions/domain/directory/organization.ts';
import { words } from '../words/words.ts';

const MENU = [
  { to: '/cho-toi', name: words.navigation.waiting, roles: ['reviewer', 'signer'] },
  { to: '/da-xu-ly', name: words.decided.title, roles: ['reviewer', 'signer'] },
  { to: '/bao-cao', name: words.navigation.reports, roles: ['drafter'] },
  { to: '/van-thu', name: words.navigation.registry, roles: ['clerk'] },
  { to: '/van-ban-den', name: words.navigation.inbox, roles: ['recipientOfficer'] },
  { to: '/chu-ky', name: words.signing.mine, roles: ['signer'] },
  { to: '/so-van-ban-di', name: words.navigation.outgoing, roles: ['clerk'] },
  { to: '/so-van-ban-den', name: words.navigation.incoming, roles: ['recipientOfficer', 'clerk'] },
  { to: '/chuan-bi', name: words.checklist.title, roles: ['administrator'] },
  { to: '/danh-ba', name: words.administration.directory.title, roles: ['administrator'] },
  { to: '/cai-dat', name: words.administration.settings.title, roles: ['administrator'] },
  { to: '/mau', name: words.administration.templates.title, roles: ['administrator'] },
  { to: '/khoa-ky', name: words.signing.all, roles: ['administrator'] },
] as const satisfies { to: string; name: string; roles: Role[] }[];

export type MenuEntry = (typeof MENU)[number]['to'];

export const menuOf = (roles: Role[]) =>
  MENU.filter((place) => place.roles.some((role) => roles.includes(role)));

/** Where a person begins; whoever has no entry of their own may still check files. */
export const firstEntryOf = (roles: Role[]) => menuOf(roles)[0]?.to ?? '/kiem-tra';
