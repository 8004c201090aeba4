// How does an agency give the image of its seal? It is checked first, then named in the directory.
import { agencyWith } from '../../domain/directory/key-holder.ts';
import { ownSignatureImage } from '../../signing/sign/signature-image.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { findOrganization } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['directory', 'directoryDesk', 'images'] as const;

/** Refusals: not_permitted, image_*. */
export const keepSealImage = async (
  world: WorldOf<typeof NEEDS>,
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
keepSealImage.needs = NEEDS;
