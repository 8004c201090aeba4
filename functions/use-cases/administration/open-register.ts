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
 * As often as wished until the first number is given. Afterwards the last number that was given may be said once more, as the
 * word of an administrator that the register began rightly. Refusals: not_permitted, organization_not_found; register_in_use
 * for any other number, since none is given twice or skipped.
 */
export const openRegister = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { organizationId, year, series, lastNumber }: Omit<RegisterCounter, 'lastDate' | 'opening'>,
): Promise<RegisterCounter> => {
  await findAdministered(world, caller, organizationId);
  const said = { organizationId, year, series, lastNumber, opening: 'said' } as const;
  let after: RegisterCounter = { ...said, lastDate: null };
  await changeDirectory(world, caller, organizationId, async () => {
    const before = await world.registers.counter(organizationId, year, series);
    const isUsed = before !== null && before.lastDate !== null;
    if (isUsed && before.lastNumber !== lastNumber) {
      throw new Refusal('register_in_use', { facts: { lastNumber: before.lastNumber } });
    }
    after = { ...said, lastDate: before?.lastDate ?? null };
    if (before !== null && versionOf(before) === versionOf(after)) return null;
    return {
      register: { before, after },
      happening: {
        kind: isUsed ? 'registerConfirmed' : 'registerOpened',
        ...{ year, series, lastNumber },
      },
    };
  });
  return after;
};
openRegister.needs = NEEDS;
