// What is still to be done so that somebody can sign in for the first time? Told from what is meant to be there and what is
// there: so a run that was cut off is repeated, and one over another office is refused, by the same rule.
import * as z from 'zod';
import { OrganizationId, PersonId, type Sha256 } from '../ids.ts';
import { OrganizationEntry, PersonEntry } from './directory-entry.ts';
import type { Organization, Person } from './organization.ts';

/** What whoever sets the system up says: the office that it is for, and who lets everybody else into it. */
export const FirstDay = z.strictObject({
  organization: OrganizationEntry,
  administrator: PersonEntry.pick({ name: true, title: true, email: true }),
});
export type FirstDay = z.infer<typeof FirstDay>;

/** With which office the directory began, and who was let into it first. Written once, and never changed. */
export const FirstOffice = z.strictObject({
  organizationId: OrganizationId,
  administratorId: PersonId,
});
export type FirstOffice = z.infer<typeof FirstOffice>;

/** Somebody's way to sign in: `invited` until they have done so for the first time. */
export type Account = { id: PersonId; state: 'invited' | 'active' };
/** `none` when the sign-in knows nobody of that id. */
export type AccountState = Account['state'] | 'none';

/** In this order: an invitation is sent when everything is there that it leads to. */
const ACTS = ['openAccount', 'enterOffice', 'trust', 'invite'] as const;
export type Act = (typeof ACTS)[number];

/** Why nothing may be done here; its administrators change what there is. */
export type Hindrance =
  /** Organizations were entered in another way. */
  | { why: 'directoryInUse' }
  | { why: 'anotherOffice'; office: string }
  | { why: 'anotherAdministrator'; office: string; administrator: string }
  /** Whoever was let in first has no account under this address any more, or another one. */
  | { why: 'accountGone'; administrator: string };

export type FirstDayFound = {
  begun: { office: Organization; administrator: Person } | null;
  /** Whether there is any organization. */
  isInUse: boolean;
  /** Under the administrator's address. */
  account: Account | null;
  /** SHA-256 of the certificates. */
  trusted: ReadonlySet<Sha256>;
};

const hindranceOf = (
  { organization, administrator }: FirstDay,
  { begun, isInUse, account }: FirstDayFound,
): Hindrance | null => {
  if (begun === null) return isInUse ? { why: 'directoryInUse' } : null;
  const { office, administrator: first } = begun;
  if (office.code !== organization.code) return { why: 'anotherOffice', office: office.name };
  if (first.email.toLowerCase() !== administrator.email.toLowerCase())
    return { why: 'anotherAdministrator', office: office.name, administrator: first.name };
  return account?.id === first.id ? null : { why: 'accountGone', administrator: first.name };
};

/**
 * What is missing, in the order in which it is done; nothing when everything is there. An office is known by its code (mã
 * định danh): what its administrators have changed of it since stays as they say. An invitation goes out once more to
 * whoever has not followed it, and a certificate that is trusted already stays so.
 */
export const planFirstDay = (
  wish: FirstDay & { anchors: readonly Sha256[] },
  found: FirstDayFound,
): { acts: Act[] } | { hindrance: Hindrance } => {
  const hindrance = hindranceOf(wish, found);
  if (hindrance !== null) return { hindrance };
  const isMissing: Record<Act, boolean> = {
    openAccount: found.account === null,
    enterOffice: found.begun === null,
    trust: wish.anchors.some((anchor) => !found.trusted.has(anchor)),
    invite: found.account?.state !== 'active',
  };
  return { acts: ACTS.filter((act) => isMissing[act]) };
};
