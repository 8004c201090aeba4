// What is drawn where people sign and agencies seal? The image that the directory names, or words, or nothing.
import { agencyWith, personWith } from '../domain/key-holder.ts';
import type { Organization, Person } from '../domain/organization.ts';
import type { Ink } from '../signing/sign/appearance.ts';
import { readSignatureImage } from '../signing/sign/signature-image.ts';
import { SIGNED_WORDS } from '../signing/sign/signed-words.ts';
import type { Needs } from './world.ts';

/** Who has given no image signs with words. Refusals: file_not_found, file_differs, image_*. */
export const handOf = async ({ images }: Needs<'images'>, person: Person): Promise<Ink> => {
  const { id, signatureImage } = person;
  if (signatureImage === null) return SIGNED_WORDS;
  return readSignatureImage(await images.read(personWith(id), signatureImage));
};

/** A seal cannot be said in words: without an image nothing is drawn. Refusals: file_not_found, file_differs, image_*. */
export const sealOf = async (
  { images }: Needs<'images'>,
  { id, sealImage }: Organization,
): Promise<Ink | undefined> =>
  sealImage === null ? undefined : readSignatureImage(await images.read(agencyWith(id), sealImage));
