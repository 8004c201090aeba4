// Who works in an office, and as what? Its administrators let people in, change what they may do, and end their office at once.
import type { PersonAtWork, PersonRecord } from '../../contracts/directory-views.ts';
import {
  changedIn,
  ended,
  entryOf,
  newPerson,
  type PersonEntry,
  requireAdministrator,
  resumed,
  withEntry,
} from '../../domain/directory-entry.ts';
import type { OrganizationId, PersonId, Sha256 } from '../../domain/ids.ts';
import { hasRole, MOST_PEOPLE, type Person } from '../../domain/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory, expectVersion, versionOf } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import {
  administratorsOf,
  findAdministered,
  findAdministeredPerson,
  reachTo,
} from './find-administered.ts';
import { awaitsAdministrator, requireAdministratorOnly } from './first-administrator.ts';

type Desk = Needs<'directory' | 'directoryDesk'>;

const recordOf = (person: Person): PersonRecord => {
  const { signingKey, signatureImage: _, ...shown } = person;
  return { ...shown, hasKey: signingKey !== null, version: versionOf(person) };
};

/** Everybody, also those whose office is over. Refusals: not_permitted, organization_not_found (as of all here). */
export const listStaff = async (
  world: Needs<'directory'>,
  caller: Caller,
  organizationId: OrganizationId,
): Promise<PersonRecord[]> => {
  await findAdministered(world, caller, organizationId);
  return (await world.directory.people(organizationId)).map(recordOf);
};

/** As he is at this moment: the list lags. Refusal: person_not_found. */
export const readPerson = async (
  world: Needs<'directory'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<PersonRecord> =>
  recordOf(await findAdministeredPerson(world, caller, organizationId, id));

/** As many as are read before somebody's role is taken from him; that there are others is said. */
const MOST_NAMED = 5;

/**
 * The same, and what waits for him: by its subject to his own office; to who keeps the office from above, that something
 * does, for what an office has not issued is nobody else's business. Refusal: person_not_found.
 */
export const readPersonAtWork = async (
  world: Needs<'directory' | 'records'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<PersonAtWork> => {
  const person = await readPerson(world, caller, organizationId, id);
  const isOurs = organizationId === caller.organization.id;
  const page = { limit: isOurs ? MOST_NAMED : 1, cursor: null };
  const { items, cursor } = await world.records.askedOf(organizationId, { person: id }, page);
  return isOurs
    ? { ...person, waiting: items.map(({ subject }) => subject), hasMore: cursor !== null }
    : { ...person, waiting: [], hasMore: items.length > 0 };
};

/**
 * Those who keep an office let anybody into it, and whoever entered it its first administrator.
 * Refusals: not_permitted, organization_not_found, input_invalid when the first is not administrator alone.
 */
const requireLettingIn = async (
  world: Desk,
  caller: Caller,
  organizationId: OrganizationId,
  { roles }: PersonEntry,
): Promise<void> => {
  requireRole(caller, 'administrator');
  const organization = await findOrganization(world, organizationId);
  if ((await reachTo(world, caller, organization)) === 'administer') return;
  if (!(await awaitsAdministrator(world, caller, organization)))
    throw new Refusal('organization_not_found');
  requireAdministratorOnly(roles);
};

const letIn = async (
  world: Desk & Needs<'accounts'>,
  caller: Caller,
  organizationId: OrganizationId,
  entry: PersonEntry,
): Promise<Person> => {
  await requireLettingIn(world, caller, organizationId, entry);
  // What is wrong with the entry is said before there is an account.
  const unnamed = newPerson('unnamed', organizationId, entry, caller.at);
  const { length } = await world.directory.people(organizationId);
  if (length >= MOST_PEOPLE) throw new Refusal('people_full', { facts: { most: MOST_PEOPLE } });
  const id = await world.accounts.open({ email: unnamed.email });
  if ((await world.directory.person(id)) !== null) throw new Refusal('email_taken');
  const person = { ...unnamed, id };
  await changeDirectory(world, caller, organizationId, async () => {
    await requireLettingIn(world, caller, organizationId, entry);
    return {
      person: { before: null, after: person },
      happening: { kind: 'personAdded', personId: id, name: person.name, roles: person.roles },
      made: id,
    };
  });
  return person;
};

/** Refusals: those of `requireLettingIn`, people_full; email_taken when somebody of the directory signs in under this address. */
export const addPerson = async (
  world: Desk & Needs<'accounts' | 'presses'>,
  caller: Caller,
  organizationId: OrganizationId,
  entry: PersonEntry,
): Promise<PersonRecord> => {
  const act = () => letIn(world, caller, organizationId, entry);
  // Whoever let the first administrator in has nothing more to say there, but this he has done.
  const found = async (made: PersonId) => {
    const person = await world.directory.person(made);
    if (person === null) throw new Refusal('person_not_found');
    return person;
  };
  return recordOf(await pressOnce(world, caller, act, found));
};

/** Somebody who let others in and does not any more must leave somebody who does. Refusal: administrator_missing. */
const keepAdministrator = async (
  world: Needs<'directory'>,
  caller: Caller,
  before: Person,
  after: Person,
): Promise<void> => {
  if (!hasRole(before, 'administrator', caller.at)) return;
  const others = await administratorsOf(world, before.organizationId, caller);
  requireAdministrator([...others.filter(({ id }) => id !== before.id), after], caller.at);
};

/**
 * A new address is asked about, written, and then told to the account: a change that was refused has moved nobody, and
 * what the account did not hear of reaches it by the same press. Should somebody else be given the address in between,
 * it is refused afterwards and stands in the entry until another is given.
 * Refusals: person_not_found, entry_changed, input_invalid, administrator_missing, email_taken.
 */
export const changePerson = async (
  world: Desk & Needs<'accounts'>,
  caller: Caller,
  organizationId: OrganizationId,
  wish: { id: PersonId; seen: Sha256; entry: PersonEntry },
): Promise<PersonRecord> => {
  const before = await findAdministeredPerson(world, caller, organizationId, wish.id);
  const after = withEntry(before, wish.entry);
  // What was sent once more has had its effect; only the account may not have heard of it.
  if (versionOf(after) === versionOf(before)) {
    await world.accounts.move(after.id, after.email);
    return recordOf(before);
  }
  expectVersion(before, wish.seen);
  await keepAdministrator(world, caller, before, after);
  const moves = after.email !== before.email;
  if (moves) await world.accounts.expectFree(after.id, after.email);
  const { id: personId, name } = after;
  await changeDirectory(world, caller, organizationId, async () => {
    await keepAdministrator(world, caller, before, after);
    const changes = changedIn(entryOf(before), entryOf(after));
    return {
      person: { before, after },
      happening: { kind: 'personChanged', personId, name, ...changes },
    };
  });
  if (moves) await world.accounts.move(after.id, after.email);
  return recordOf(after);
};

/** From now on he may do nothing here. Refusals: person_not_found, status_wrong when it is over, administrator_missing. */
export const endOffice = async (
  world: Desk & Needs<'presses'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<PersonRecord> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const act = async () => {
    await changeDirectory(world, caller, organizationId, async () => {
      const before = await find();
      const after = ended(before, caller.at);
      await keepAdministrator(world, caller, before, after);
      return {
        person: { before, after },
        happening: { kind: 'officeEnded', personId: id, name: before.name },
      };
    });
    return find();
  };
  return recordOf(await pressOnce(world, caller, act, find));
};

/** He is back, with the roles of before. Refusals: person_not_found, status_wrong when his office is not over. */
export const resumeOffice = async (
  world: Desk & Needs<'presses'>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<PersonRecord> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const act = async () => {
    await changeDirectory(world, caller, organizationId, async () => {
      const before = await find();
      return {
        person: { before, after: resumed(before, caller.at) },
        happening: { kind: 'officeResumed', personId: id, name: before.name },
      };
    });
    return find();
  };
  return recordOf(await pressOnce(world, caller, act, find));
};
