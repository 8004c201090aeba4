// How far has a register come? Until its first number is given, its opening number may still be changed.
import type { RegisterCounter } from '../../domain/issued/register.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';

const NEEDS = ['registers', 'directory'] as const;

/** How far a register is; one that nobody opened begins with 1. Refusals: not_permitted, organization_not_found. */
export const readRegister = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { organizationId, year, series }: Pick<RegisterCounter, 'organizationId' | 'year' | 'series'>,
): Promise<RegisterCounter> => {
  await findAdministered(world, caller, organizationId);
  const counter = await world.registers.counter(organizationId, year, series);
  return (
    counter ?? {
      ...{ organizationId, year, series, lastNumber: 0, lastDate: null },
      opening: 'assumed',
    }
  );
};
readRegister.needs = NEEDS;
