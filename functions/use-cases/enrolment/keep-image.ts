// How does somebody give the image that he signs with, or his agency's seal? Checked first, then named in the directory.
import { agencyWith, personWith } from '../../domain/key-holder.ts';
import { Refusal } from '../../domain/refusal.ts';
import { ownSignatureImage } from '../../signing/sign/signature-image.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

type Desk = Needs<'directory' | 'directoryDesk' | 'images'>;

/** His own, and nobody else's. Refusals: not_permitted, image_*. */
export const keepSignatureImage = async (
  world: Desk,
  caller: Caller,
  png: Uint8Array,
): Promise<void> => {
  requireRole(caller, 'signer');
  const own = ownSignatureImage(png);
  const { id } = caller.person;
  const holder = personWith(id);
  const image = await world.images.keep(holder, own);
  await changeDirectory(world, caller, caller.organization.id, async () => {
    const before = await world.directory.person(id);
    if (before === null) throw new Refusal('person_unknown');
    if (before.signatureImage === image) return null;
    return {
      person: { before, after: { ...before, signatureImage: image } },
      happening: { kind: 'imageGiven', holder, image },
    };
  });
};

/** Refusals: not_permitted, image_*. */
export const keepSealImage = async (
  world: Desk,
  caller: Caller,
  png: Uint8Array,
): Promise<void> => {
  requireRole(caller, 'administrator');
  const own = ownSignatureImage(png);
  const { id } = caller.organization;
  const holder = agencyWith(id);
  const image = await world.images.keep(holder, own);
  await changeDirectory(world, caller, id, async () => {
    const before = await findOrganization(world, id);
    if (before.sealImage === image) return null;
    return {
      organization: { before, after: { ...before, sealImage: image } },
      happening: { kind: 'imageGiven', holder, image },
    };
  });
};
