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
const ACTS = ['openAccount', 'enterOffice', 'correctAdministrator', 'trust', 'invite'] as const;
export type Act = (typeof ACTS)[number];

/** Why nothing may be done here; its administrators change what there is. */
export type Hindrance =
  /** Organizations were entered in another way. */
  | { why: 'directoryInUse' }
  | { why: 'anotherOffice'; office: string; code: string }
  /** Whoever was let in first has come in, and does not sign in under this address. */
  | { why: 'signedInAlready'; administrator: string }
  /** Whoever was let in first has no account any more. */
  | { why: 'accountGone'; administrator: string }
  /** The address that they are to sign in under is somebody else's. */
  | { why: 'addressTaken'; email: string }
  /** Somebody has ended this authority (SHA-256 of its certificate). */
  | { why: 'authorityEnded'; fingerprint: Sha256 };

/** How a directory began, and how far its first administrator has come. */
export type Begun = {
  office: Organization;
  administrator: Person;
  /** Theirs, under whichever address. */
  account: Account | null;
};

export type FirstDayFound = {
  begun: Begun | null;
  /** Whether there is any organization. */
  isInUse: boolean;
  /** Under the administrator's address. */
  account: Account | null;
  /** SHA-256 of the certificates. */
  trusted: ReadonlySet<Sha256>;
  /** Of those that were trusted, and are no more. */
  ended: ReadonlySet<Sha256>;
};

const isSameAddress = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

const hindranceOf = (
  { organization, administrator }: FirstDay,
  { begun, isInUse, account }: FirstDayFound,
): Hindrance | null => {
  if (begun === null) return isInUse ? { why: 'directoryInUse' } : null;
  const { office, administrator: first, account: own } = begun;
  if (office.code !== organization.code)
    return { why: 'anotherOffice', office: office.name, code: office.code };
  if (own === null) return { why: 'accountGone', administrator: first.name };
  const isTheirs = account?.id === own.id && isSameAddress(first.email, administrator.email);
  if (own.state === 'active')
    return isTheirs ? null : { why: 'signedInAlready', administrator: first.name };
  const isFree = account === null || account.id === own.id;
  return isFree ? null : { why: 'addressTaken', email: administrator.email };
};

/** Whoever was let in first has never come in, and is another than is said now, or signs in under another address. */
const isMistaken = (
  { administrator: said }: FirstDay,
  { administrator: first, account: own }: Begun,
  account: Account | null,
): boolean => {
  const isAsSaid =
    first.name === said.name && first.title === said.title && first.email === said.email;
  return own?.state === 'invited' && !(isAsSaid && account?.id === own.id);
};

/**
 * What is missing, in the order in which it is done; nothing when everything is there. An office is known by its code (mã
 * định danh): what its administrators have changed of it since stays as they say. Its first administrator is as is said
 * now until they have come in: before, nobody works there whom a wrong address could be mended by. An invitation goes out
 * once more to whoever has not followed it, and a certificate that is trusted already stays so.
 */
export const planFirstDay = (
  wish: FirstDay & { anchors: readonly Sha256[] },
  found: FirstDayFound,
): { acts: Act[] } | { hindrance: Hindrance } => {
  const hindrance = hindranceOf(wish, found);
  if (hindrance !== null) return { hindrance };
  // A file that lies there since the first day is no word against whoever ended it.
  const fingerprint = wish.anchors.find((anchor) => found.ended.has(anchor));
  if (fingerprint !== undefined) return { hindrance: { why: 'authorityEnded', fingerprint } };
  const { begun, account, trusted } = found;
  const theirs = begun === null ? account : begun.account;
  const isMissing: Record<Act, boolean> = {
    openAccount: begun === null && account === null,
    enterOffice: begun === null,
    correctAdministrator: begun !== null && isMistaken(wish, begun, account),
    trust: wish.anchors.some((anchor) => !trusted.has(anchor)),
    invite: theirs?.state !== 'active',
  };
  return { acts: ACTS.filter((act) => isMissing[act]) };
};
