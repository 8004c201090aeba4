// With what does a holder sign? Key, certificate and image, as the directory names them.
import { type KeptIn, type KeyHolder, personWith } from '../../domain/directory/key-holder.ts';
import type { KeyReference, Person } from '../../domain/directory/organization.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { FileLink } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { type CertificateNow, certificateOf } from './certificate-of.ts';

export type EquippedHolder = {
  holder: KeyHolder;
  name: string;
  keptIn: KeptIn | null;
  certificate: CertificateNow | null;
  image: (FileLink & { fileName: string; sha256: Sha256 }) | null;
};

export const equippedHolder = async (
  { images }: Needs<'images'>,
  { organization, at }: Caller,
  holder: KeyHolder,
  has: { name: string; key: KeyReference | null; image: Sha256 | null },
): Promise<EquippedHolder> => {
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

export const equippedPerson = (world: Needs<'images'>, caller: Caller, person: Person) =>
  equippedHolder(world, caller, personWith(person.id), {
    name: person.name,
    key: person.signingKey,
    image: person.signatureImage,
  });
