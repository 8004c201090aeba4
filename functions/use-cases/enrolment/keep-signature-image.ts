// How do people give the image that they sign with? It is checked first, then named in the directory.
import { personWith } from '../../domain/directory/key-holder.ts';
import { Refusal } from '../../domain/refusal.ts';
import { ownSignatureImage } from '../../signing/sign/signature-image.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['directory', 'directoryDesk', 'images'] as const;

/** The caller's own, and nobody else's. Refusals: not_permitted, image_*. */
export const keepSignatureImage = async (
  world: WorldOf<typeof NEEDS>,
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
keepSignatureImage.needs = NEEDS;
