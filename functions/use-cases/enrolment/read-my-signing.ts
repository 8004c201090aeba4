// With what do I sign, and until when?
import type { KeyHolderView } from '../../contracts/views.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { presentPerson } from './present-holder.ts';

/** What I sign with. Refusal: not_permitted. */
export const readMySigning = async (
  world: Needs<'images' | 'directory'>,
  caller: Caller,
): Promise<KeyHolderView> => {
  requireRole(caller, 'signer');
  const person = await world.directory.person(caller.person.id);
  return presentPerson(world, caller, person ?? caller.person);
};
