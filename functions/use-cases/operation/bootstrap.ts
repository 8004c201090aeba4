// How does the first person ever get in? Whoever sets the system up says which office it is for and who lets others into it;
// what is missing of that is done, however far an earlier run came.
import { EMPTY_CHAIN, extendChain } from '../../domain/audit-event.ts';
import { sha256 } from '../../domain/canonical-hash.ts';
import { type Anchor, trustedNow } from '../../domain/directory/anchor.ts';
import {
  changedIn,
  entryOf,
  newOrganization,
  newPerson,
  withEntry,
} from '../../domain/directory/directory-entry.ts';
import { versionOf } from '../../domain/directory/entry-version.ts';
import {
  type Act,
  type Begun,
  type FirstDay,
  type FirstDayFound,
  type Hindrance,
  planFirstDay,
} from '../../domain/directory/first-day.ts';
import type { Person } from '../../domain/directory/organization.ts';
import type { Instant, OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Needs } from '../world.ts';
import { changeTrust, trusting } from './change-trust.ts';
import type { Beginning, FirstDayDesk } from './first-day-desk.ts';
import type { TrustDesk } from './trust-desk.ts';

export type FirstDayWorld = Needs<'clock' | 'ids' | 'directory' | 'directoryDesk' | 'accounts'> & {
  firstDayDesk: FirstDayDesk;
  trustDesk: TrustDesk;
};

/** `anchors` are certificates (DER) that signatures must lead to, beside those that are trusted already. */
export type BootstrapWish = FirstDay & { anchors: Uint8Array[] };

/** What was done by this run, or why nothing may be. */
export type Bootstrapped = { done: Act[] } | { hindrance: Hindrance };

const begunIn = async ({
  directory,
  accounts,
  firstDayDesk,
}: FirstDayWorld): Promise<Begun | null> => {
  const first = await firstDayDesk.begun();
  if (first === null) return null;
  const [office, administrator, account] = await Promise.all([
    directory.organization(first.organizationId),
    directory.person(first.administratorId),
    accounts.find(first.administratorId),
  ]);
  // They were written in one transaction, and nothing of a directory is ever removed.
  if (office === null || administrator === null)
    throw new Error(`the directory began with ${first.organizationId}, which is not there`);
  return { office, administrator, account };
};

const find = async (world: FirstDayWorld, { administrator }: FirstDay): Promise<FirstDayFound> => {
  const [begun, listed, account, anchors] = await Promise.all([
    begunIn(world),
    world.directory.organizations({ limit: 1, cursor: null }),
    world.accounts.find(administrator.email),
    world.trustDesk.anchors(),
  ]);
  const fingerprints = (some: readonly Anchor[]) =>
    new Set(some.map(({ certificate }) => sha256(certificate)));
  const trusted = fingerprints(trustedNow(anchors));
  const ended = fingerprints(anchors.filter(({ until }) => until !== null));
  // What cannot be read is there all the same: then the page is empty, and there is one after it.
  const isInUse = listed.items.length > 0 || listed.cursor !== null;
  // Both were read at once: what began in between is in use, and has begun.
  return {
    begun: isInUse ? (begun ?? (await begunIn(world))) : begun,
    isInUse,
    account,
    trusted,
    ended,
  };
};

const beginningOf = (
  { clock, ids }: FirstDayWorld,
  wish: FirstDay,
  administrator: (organizationId: OrganizationId, at: Instant) => Person,
): Beginning => {
  const at = clock.now();
  const organization = newOrganization(ids.organization(), null, wish.organization, at);
  const person = administrator(organization.id, at);
  const { head, events } = extendChain(EMPTY_CHAIN, 'operator', at, [
    { kind: 'organizationAdded', organizationId: organization.id, name: organization.name },
    { kind: 'personAdded', personId: person.id, name: person.name, roles: person.roles },
  ]);
  return { organization, administrator: person, chain: head, events };
};

/** Letting everybody else in is all that they do at first; their administrator may give them more. */
const administratorOf =
  ({ administrator }: FirstDay, id: PersonId) =>
  (organizationId: OrganizationId, at: Instant): Person =>
    newPerson(
      id,
      organizationId,
      { ...administrator, roles: ['administrator'], signature: null },
      at,
    );

/**
 * The account first, which may be refused; the entry was rehearsed, and is written while it is what was read. What a run
 * that is cut off in between has left undone, the next finds.
 */
const correctAdministrator = async (
  { accounts, clock, directoryDesk }: FirstDayWorld,
  { administrator: said }: FirstDay,
  { office, administrator: before }: Begun,
): Promise<void> => {
  const { id: personId } = before;
  await accounts.move(personId, said.email);
  const after = withEntry(before, { ...entryOf(before), ...said });
  if (versionOf(after) === versionOf(before)) return;
  const chain = await directoryDesk.chain(office.id);
  const changes = changedIn(entryOf(before), entryOf(after));
  const { head, events } = extendChain(chain ?? EMPTY_CHAIN, 'operator', clock.now(), [
    { kind: 'personChanged', personId, name: after.name, ...changes },
  ]);
  await directoryDesk.commit({
    of: office.id,
    chain: { before: chain, after: head },
    events,
    person: { before, after },
  });
};

/** What an account has come to since it was looked at. */
const metMeanwhile = (error: unknown, { administrator }: FirstDay): Hindrance | null => {
  if (!(error instanceof Refusal)) return null;
  if (error.code === 'status_wrong')
    return { why: 'signedInAlready', administrator: administrator.name };
  return error.code === 'email_taken' ? { why: 'addressTaken', email: administrator.email } : null;
};

/**
 * Does what is missing, and tells of each act when it is done. What cannot be written is found out before there is an
 * account, and the directory is written in one transaction: what a run leaves when it is cut off is at most an account
 * nobody was told of, which the next run takes up. Of two runs at once one begins and the other finds it done. An
 * invitation that goes out once more makes the password of the one before worthless, wherever that was sent.
 */
export const bootstrap = async (
  world: FirstDayWorld,
  wish: BootstrapWish,
  tell: (act: Act) => void = () => {},
): Promise<Bootstrapped> => {
  const { accounts, firstDayDesk } = world;
  const { email } = wish.administrator;
  const anchors = wish.anchors.map((der) => sha256(der));
  const done: Act[] = [];

  const enterOffice = async () => {
    const account = await accounts.find(email);
    if (account === null) throw new Error('the account that was opened is not there');
    await firstDayDesk.begin(beginningOf(world, wish, administratorOf(wish, account.id)));
  };
  const perform: Record<Act, (begun: Begun | null) => Promise<unknown>> = {
    openAccount: () => accounts.open(email),
    enterOffice,
    correctAdministrator: async (begun) => begun && correctAdministrator(world, wish, begun),
    trust: () => changeTrust(world, (before, at) => trusting(before, wish.anchors, at)),
    invite: () => accounts.invite(email),
  };

  return retryConflicts(async () => {
    const found = await find(world, wish);
    const plan = planFirstDay({ ...wish, anchors }, found);
    if ('hindrance' in plan) return plan;
    if (plan.acts.some((act) => act !== 'invite')) await firstDayDesk.rehearse();
    for (const act of plan.acts) {
      try {
        await perform[act](found.begun);
      } catch (error) {
        const hindrance = metMeanwhile(error, wish);
        if (hindrance === null) throw error;
        // Whoever was rightly invited has followed the letter at this moment, and needs no other.
        return act === 'invite' && !done.includes('correctAdministrator')
          ? { done }
          : { hindrance };
      }
      done.push(act);
      tell(act);
    }
    return { done };
  });
};
