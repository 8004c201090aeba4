// What is drawn where people sign and agencies seal? The image that the directory names, or words, or nothing.

import { agencyWith, type KeyHolder, personWith } from '../../domain/directory/key-holder.ts';
import type { Organization, Person } from '../../domain/directory/organization.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Ink } from '../../signing/sign/appearance.ts';
import { readSignatureImage, type SignatureImage } from '../../signing/sign/signature-image.ts';
import { SIGNED_WORDS } from '../../signing/sign/signed-words.ts';
import type { Images } from '../ports.ts';
import type { Needs } from '../world.ts';

/**
 * Unpacked, a scan of a signature takes some hundred kilobytes to a megabyte: a few signers and seals of the hour find
 * theirs again. The largest that is taken has ten megabytes, and is read each time.
 */
export const MOST_KEPT_BYTES = 4 * 1024 * 1024;

/** What was read last, by its owner and hash: other bytes would be another image, so none grows old. */
const kept = new WeakMap<Images, Map<string, SignatureImage>>();

const bytesOf = ({ colours, opacity }: SignatureImage): number => colours.length + opacity.length;

const nameOf = ({ kind, id }: KeyHolder, hash: Sha256): string => JSON.stringify([kind, id, hash]);

const keep = (images: Images, name: string, image: SignatureImage): SignatureImage => {
  if (bytesOf(image) > MOST_KEPT_BYTES) return image;
  const all = kept.get(images) ?? new Map<string, SignatureImage>();
  kept.set(images, all);
  all.delete(name);
  all.set(name, image);
  let bytes = all.values().reduce((sum, each) => sum + bytesOf(each), 0);
  for (const [oldest, each] of all) {
    if (bytes <= MOST_KEPT_BYTES) break;
    all.delete(oldest);
    bytes -= bytesOf(each);
  }
  return image;
};

type Reading = (images: Images, owner: KeyHolder, hash: Sha256) => Promise<SignatureImage>;

/** Asks the store, whatever is known already: a trial that asks nobody proves nothing. */
export const anew: Reading = async (images, owner, hash) =>
  keep(images, nameOf(owner, hash), readSignatureImage(await images.read(owner, hash)));

/** Draws again what was read for this very owner, by the trial before or another signature. */
const asKept: Reading = async (images, owner, hash) => {
  const name = nameOf(owner, hash);
  const known = kept.get(images)?.get(name);
  return known === undefined ? anew(images, owner, hash) : keep(images, name, known);
};

/** Who has given no image signs with words. Refusals: file_not_found, file_differs, image_*. */
export const handOf = async (
  { images }: Needs<'images'>,
  { id, signatureImage }: Person,
  read = asKept,
): Promise<Ink> =>
  signatureImage === null ? SIGNED_WORDS : read(images, personWith(id), signatureImage);

/** A seal cannot be said in words: without an image nothing is drawn. Refusals: file_not_found, file_differs, image_*. */
export const sealOf = async (
  { images }: Needs<'images'>,
  { id, sealImage }: Organization,
  read = asKept,
): Promise<Ink | undefined> =>
  sealImage === null ? undefined : read(images, agencyWith(id), sealImage);
