// How does a second administrator agree to what another has changed of somebody's way in? And when a day has passed, either
// of them lets it take effect by the same press.
import { expectVersion } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';
import {
  canObject,
  carriedOut,
  dueChanges,
  openChanges,
  type Settling,
  settled,
  settlingBy,
  standsFrom,
} from '../../domain/directory/settled-access.ts';
import type { OrganizationId, PersonId, Sha256 } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import { findOrganization } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { askersOf, type SeenAccount, seenAccount } from './seen-account.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'accounts', 'notices'] as const;

/**
 * Refusals: status_wrong when everything stands; second_administrator_missing, with the moment from which on they may
 * (`until`), which comes to nobody whose office is over, or whose organization is closed.
 */
const requireSettling = async (
  { directory }: Needs<'directory'>,
  { person: by, at }: Caller,
  person: Person,
): Promise<Settling> => {
  const open = openChanges(person, at);
  if (open.length === 0) throw new Refusal('status_wrong');
  const organization = await findOrganization({ directory }, person.organizationId);
  const askers = await askersOf({ directory }, open);
  const how = settlingBy({ person, organization }, by, askers, at);
  if (how !== null) return how;
  const until = open.map(standsFrom).toSorted().at(-1) ?? at;
  const facts = canObject(person, organization, at) ? { until } : {};
  throw new Refusal('second_administrator_missing', { facts });
};

/** What would be refused afterwards is refused before anything stands. Refusals: email_taken, person_not_found. */
const requireCarryingOut = async (
  { accounts }: Needs<'accounts'>,
  before: Person,
  after: Person,
): Promise<void> => {
  if (after.email !== before.email) return accounts.expectFree(after.id, after.email);
  if ((await accounts.find(after.id)) === null) throw new Refusal('person_not_found');
};

/** What is due takes effect when its notice was taken; once more is harmless. Refusals: email_taken, person_not_found. */
const carryOut = async (
  { accounts, notices }: Needs<'accounts' | 'notices'>,
  by: PersonId,
  person: Person,
): Promise<void> => {
  const changes = dueChanges(person);
  await notices.give({ settledOf: person.id, by, changes });
  for (const { kind } of changes) {
    if (kind === 'email') await accounts.move(person.id, person.email);
    if (kind === 'secondFactor') await accounts.forgetSecondFactor(person.id);
  }
};

/**
 * What they have seen, by its version. That it stands is written first, so that nobody calls off what is done a moment later;
 * then the account hears of it, and then it is due no more. A press that was cut off in between goes on from there when it
 * comes again, and so does any other administrator's. Should somebody else be given the address in between, it stands in the
 * entry until another is given. Refusals: not_permitted, organization_not_found; person_not_found, email_taken,
 * entry_changed when it is not what they have seen; those of `requireSettling`.
 */
export const settleAccess = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  { id, seen }: { id: PersonId; seen: Sha256 },
): Promise<SeenAccount> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const finish = async (by: Caller) => {
    const before = await find();
    if (dueChanges(before).length > 0) {
      await carryOut(world, caller.person.id, before);
      // It was told of when it came to stand.
      await changeDirectory(world, by, organizationId, async () => ({
        person: { before, after: carriedOut(before) },
        happening: [],
      }));
    }
    return seenAccount(world, caller, await find());
  };
  const finishMarked = () => finish({ ...caller, press: null });
  const act = async () => {
    const before = await find();
    expectVersion(before, seen);
    const isDueOnly = openChanges(before, caller.at).length === 0;
    if (isDueOnly && dueChanges(before).length > 0) return finish(caller);
    const how = await requireSettling(world, caller, before);
    const after = settled(before);
    if (dueChanges(after).length > 0) await requireCarryingOut(world, before, after);
    await changeDirectory(world, caller, organizationId, async () => ({
      person: { before, after },
      happening: {
        kind: 'accessSettled',
        personId: id,
        name: before.name,
        what: [...new Set(openChanges(before, caller.at).map(({ kind }) => kind))],
        ...(after.email !== before.email && { email: after.email }),
        agreed: how === 'agreed',
      },
    }));
    return finishMarked();
  };
  return pressOnce(world, caller, act, finishMarked);
};
settleAccess.needs = NEEDS;
