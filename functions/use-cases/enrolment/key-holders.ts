// With what do people and the agency sign, and until when? For the signer himself, and for his administrator.

import type { KeyHolderView } from '../../contracts/views.ts';
import type { Sha256 } from '../../domain/ids.ts';
import { agencyWith, type KeyHolder, personWith } from '../../domain/key-holder.ts';
import type { KeyReference, Person } from '../../domain/organization.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { certificateOf } from './certificate-of.ts';

const presentHolder = async (
  { images }: Needs<'images'>,
  { organization, at }: Caller,
  holder: KeyHolder,
  has: { name: string; key: KeyReference | null; image: Sha256 | null },
): Promise<KeyHolderView> => {
  const fileName = holder.kind === 'person' ? `Chữ ký ${has.name}.png` : `Dấu ${has.name}.png`;
  return {
    holder,
    name: has.name,
    keptIn: has.key?.kind ?? null,
    certificate: has.key && certificateOf(has.key, organization, at),
    image:
      has.image === null
        ? null
        : {
            ...(await images.link(holder, has.image, fileName)),
            fileName,
            sha256: has.image,
          },
  };
};

const presentPerson = (world: Needs<'images'>, caller: Caller, person: Person) =>
  presentHolder(world, caller, personWith(person.id), {
    name: person.name,
    key: person.signingKey,
    image: person.signatureImage,
  });

/** What I sign with. Refusal: not_permitted. */
export const readMySigning = async (
  world: Needs<'images' | 'directory'>,
  caller: Caller,
): Promise<KeyHolderView> => {
  requireRole(caller, 'signer');
  const person = await world.directory.person(caller.person.id);
  return presentPerson(world, caller, person ?? caller.person);
};

/** The agency, and everybody who signs for it or has a key. Refusal: not_permitted. */
export const listKeyHolders = async (
  world: Needs<'images' | 'directory'>,
  caller: Caller,
): Promise<KeyHolderView[]> => {
  requireRole(caller, 'administrator');
  const { id } = caller.organization;
  const organization = (await world.directory.organization(id)) ?? caller.organization;
  const now = { ...caller, organization };
  const agency = await presentHolder(world, now, agencyWith(id), {
    name: organization.name,
    key: organization.sealKey,
    image: organization.sealImage,
  });
  const signers = (await world.directory.people(id)).filter(
    ({ roles, signingKey }) => roles.includes('signer') || signingKey !== null,
  );
  return [agency, ...(await Promise.all(signers.map((one) => presentPerson(world, now, one))))];
};
