// With which number does a register begin? With the one after the last on paper, entered before the first is given here.
import { versionOf } from '../../domain/directory/entry-version.ts';
import type { RegisterCounter } from '../../domain/issued/register.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';

const NEEDS = ['registers', 'directory', 'directoryDesk'] as const;

/**
 * As often as wished until the first number is given. Refusals: not_permitted, organization_not_found, register_in_use
 * afterwards: a number is neither given twice nor skipped.
 */
export const openRegister = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { organizationId, year, series, lastNumber }: Omit<RegisterCounter, 'lastDate'>,
): Promise<RegisterCounter> => {
  await findAdministered(world, caller, organizationId);
  const after = { organizationId, year, series, lastNumber, lastDate: null };
  await changeDirectory(world, caller, organizationId, async () => {
    const before = await world.registers.counter(organizationId, year, series);
    if (before !== null && versionOf(before) === versionOf(after)) return null;
    if (before !== null && before.lastDate !== null) {
      throw new Refusal('register_in_use', { facts: { lastNumber: before.lastNumber } });
    }
    return {
      register: { before, after },
      happening: { kind: 'registerOpened', year, series, lastNumber },
    };
  });
  return after;
};
openRegister.needs = NEEDS;
