// With what do the agency and its people sign, and until when? For their administrator.
import { agencyWith } from '../../domain/directory/key-holder.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { type EquippedHolder, equippedHolder, equippedPerson } from './equipped-holder.ts';

const NEEDS = ['directory', 'images'] as const;

/** The agency, and everybody who signs for it or has a key. Refusal: not_permitted. */
export const listKeyHolders = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
): Promise<EquippedHolder[]> => {
  requireRole(caller, 'administrator');
  const { id } = caller.organization;
  const organization = (await world.directory.organization(id)) ?? caller.organization;
  const now = { ...caller, organization };
  const agency = await equippedHolder(world, now, agencyWith(id), {
    name: organization.name,
    key: organization.sealKey,
    image: organization.sealImage,
  });
  const signers = (await world.directory.people(id)).filter(
    ({ roles, signingKey }) => roles.includes('signer') || signingKey !== null,
  );
  return [agency, ...(await Promise.all(signers.map((one) => equippedPerson(world, now, one))))];
};
listKeyHolders.needs = NEEDS;
