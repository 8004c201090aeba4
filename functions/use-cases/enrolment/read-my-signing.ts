// With what do I sign, and until when?
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type EquippedHolder, equippedPerson } from './equipped-holder.ts';

const NEEDS = ['directory', 'images'] as const;

/** What I sign with. Refusal: not_permitted. */
export const readMySigning = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
): Promise<EquippedHolder> => {
  requireRole(caller, 'signer');
  const person = await world.directory.person(caller.person.id);
  return equippedPerson(world, caller, person ?? caller.person);
};
readMySigning.needs = NEEDS;
