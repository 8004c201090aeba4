// What if the invitation got lost, or its password is too old? It is sent once more, with a new one.
import type { OrganizationId, PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministeredPerson } from './find-administered.ts';
import { type SeenAccount, seenAccount } from './seen-account.ts';

const NEEDS = ['presses', 'directory', 'directoryDesk', 'accounts'] as const;

/**
 * Sent first and told afterwards: a press that is cut off in between sends it once more. Refusals: not_permitted,
 * organization_not_found; person_not_found, also when the account under their address is not theirs; status_wrong when they have signed in already.
 */
export const inviteAgain = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  organizationId: OrganizationId,
  id: PersonId,
): Promise<SeenAccount> => {
  const find = () => findAdministeredPerson(world, caller, organizationId, id);
  const found = async () => seenAccount(world, caller, await find());
  const act = async () => {
    const { name, email } = await find();
    // A change of address that the account did not hear of may have left it with somebody else.
    const account = await world.accounts.find(email);
    if (account?.id !== id) throw new Refusal('person_not_found');
    await world.accounts.invite(email);
    await changeDirectory(world, caller, organizationId, async () => ({
      happening: { kind: 'invitedAgain', personId: id, name },
    }));
    return found();
  };
  return pressOnce(world, caller, act, found);
};
inviteAgain.needs = NEEDS;
