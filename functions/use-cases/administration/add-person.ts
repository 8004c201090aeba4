// How does somebody get into an office? Its administrators let them in, and they are told how to sign in.
import { newPerson, type PersonEntry } from '../../domain/directory/directory-entry.ts';
import { MOST_PEOPLE, type Person } from '../../domain/directory/organization.ts';
import { letIn } from '../../domain/directory/settled-access.ts';
import { type OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { reachTo } from './find-administered.ts';
import { awaitsAdministrator, requireAdministratorOnly } from './first-administrator.ts';
import { tellOfAccess } from './tell-of-access.ts';

/**
 * Those who keep an office let anybody into it, and whoever entered it its first administrator.
 * Refusals: not_permitted, organization_not_found, input_invalid when the first is not administrator alone.
 */
const requireLettingIn = async (
  world: Needs<'directory'>,
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

/** Whose account is not there yet: nobody is stored under it. */
const UNNAMED = PersonId.parse('unnamed');

const enter = async (
  world: Needs<'directory' | 'directoryDesk' | 'accounts'>,
  caller: Caller,
  organizationId: OrganizationId,
  entry: PersonEntry,
): Promise<Person> => {
  await requireLettingIn(world, caller, organizationId, entry);
  // What is wrong with the entry is said before there is an account.
  const unnamed = letIn(newPerson(UNNAMED, organizationId, entry, caller.at), {
    by: caller.person.id,
    at: caller.at,
  });
  const { length } = await world.directory.people(organizationId);
  if (length >= MOST_PEOPLE) throw new Refusal('people_full', { facts: { most: MOST_PEOPLE } });
  const id = await world.accounts.open(unnamed.email);
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

/** Whoever has signed in under this address before comes in as they did then. */
const invite = async ({ accounts }: Needs<'accounts'>, { email }: Person): Promise<void> => {
  const account = await accounts.find(email);
  if (account?.state === 'invited') await accounts.invite(email);
};

const NEEDS = ['presses', 'directory', 'directoryDesk', 'accounts', 'notices'] as const;

/**
 * The invitation is sent when everything is there that it leads to, and once more by a press that comes again. Refusals:
 * those of `requireLettingIn`, people_full; email_taken when somebody of the directory signs
 * in under this address.
 */
export const addPerson = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  entry: PersonEntry,
): Promise<Person> => {
  const welcome = async (person: Person): Promise<Person> => {
    await tellOfAccess(world, caller, null, person);
    await invite(world, person);
    return person;
  };
  const act = async () => welcome(await enter(world, caller, organizationId, entry));
  // Whoever let the first administrator in has nothing more to say there, but this they have done.
  const found = async (made: string) => {
    const person = await world.directory.person(PersonId.parse(made));
    if (person === null) throw new Refusal('person_not_found');
    return welcome(person);
  };
  return pressOnce(world, caller, act, found);
};
addPerson.needs = NEEDS;
