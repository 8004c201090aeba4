// How does a second administrator agree to what another has changed of somebody's way in? And when a day has passed, either
// of them lets it take effect by the same press.

import { expectVersion } from '../../domain/directory/entry-version.ts';
import type { Person } from '../../domain/directory/organization.ts';
import {
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
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { askersOf, type SeenAccount, seenAccount } from './seen-account.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'accounts'] as const;

/** Refusals: status_wrong when everything stands; second_administrator_missing, with the moment from which on they may (`until`). */
const requireSettling = async (
  { directory }: Needs<'directory'>,
  { person: by, at }: Caller,
  person: Person,
): Promise<Settling> => {
  const open = openChanges(person, at);
  if (open.length === 0) throw new Refusal('status_wrong');
  const how = settlingBy(person, by, await askersOf({ directory }, open), at);
  if (how !== null) return how;
  const until = open.map(standsFrom).toSorted().at(-1) ?? at;
  throw new Refusal('second_administrator_missing', { facts: { until } });
};

/** What was held takes effect; once more is harmless. Refusals: email_taken, person_not_found. */
const carryOut = async (
  { accounts }: Needs<'accounts'>,
  { id, accessChanges }: Person,
): Promise<void> => {
  for (const change of accessChanges) {
    if (!change.isHeld) continue;
    if (change.kind === 'email') await accounts.move(id, change.to);
    if (change.kind === 'secondFactor') await accounts.forgetSecondFactor(id);
  }
};

/**
 * What they have seen, by its version. The account hears first, for all were told when it was asked for: a press that was
 * cut off in between is made again, since it still waits. Refusals: not_permitted, organization_not_found;
 * person_not_found, email_taken, entry_changed when it is not what they have seen; those of `requireSettling`.
 */
export const settleAccess = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  { id, seen }: { id: PersonId; seen: Sha256 },
): Promise<SeenAccount> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const found = async () => seenAccount(world, caller, await find());
  const act = async () => {
    const before = await find();
    expectVersion(before, seen);
    const how = await requireSettling(world, caller, before);
    await carryOut(world, before);
    const after = settled(before);
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
    return found();
  };
  return pressOnce(world, caller, act, found);
};
settleAccess.needs = NEEDS;
