// Can this PNG be drawn as a signature or a seal? Read once, within bounds, into colours and transparency.
import { PNG } from 'pngjs';
import { LARGEST_IMAGE } from '../../domain/file-kind.ts';
import { Refusal } from '../../domain/refusal.ts';
import { strictPng } from './strict-png.ts';

/** An image as it is drawn: one byte each for red, green and blue, and apart from them one for opacity. */
export type SignatureImage = {
  width: number;
  height: number;
  colours: Uint8Array;
  opacity: Uint8Array;
};

/** The room is 60 mm wide: this is more than 600 dots an inch, finer than any printer shows. */
const MOST_PIXELS_A_SIDE = 1_600;

/** A tenth: around ink on transparent ground there is far more, around ink on white paper nothing. */
const LEAST_CLEAR_SHARE = 0.1;

/**
 * Reads the image of a signature or a seal: a PNG on transparent ground (Decree 30/2020, Annex I, II.7 and II.8).
 * Its size is judged before anything is unpacked, so that a small file cannot fill the memory.
 *
 * @throws Refusal `image_not_png` (interlaced ones too: no limit holds for them), `image_too_large`,
 * `image_not_transparent` or `image_blank`
 */
export const readSignatureImage = (png: Uint8Array): SignatureImage => {
  const strict = strictPng(png);
  if (strict === null) throw new Refusal('image_not_png');
  const { width, height } = strict;
  if (Math.max(width, height) > MOST_PIXELS_A_SIDE) {
    throw new Refusal('image_too_large', { facts: { width, height } });
  }
  const image = inPlanes(unpacked(strict.png));
  const share = shareOf(image.opacity, CLEAR);
  if (share < LEAST_CLEAR_SHARE) throw new Refusal('image_not_transparent');
  if (share === 1) throw new Refusal('image_blank');
  return image;
};

/**
 * What is kept of an image that somebody gives: a PNG of our own, with the pixels that will be drawn and nothing else,
 * so that no signature depends on how a stranger packed them. The same for each image, however often it goes through.
 * It may be larger than what was given, by no more than its pixels (10 MB).
 *
 * @throws Refusal what `readSignatureImage` throws, and `image_too_large` for its bytes
 */
export const ownSignatureImage = (png: Uint8Array): Uint8Array => {
  if (png.length > LARGEST_IMAGE) throw new Refusal('image_too_large');
  const { width, height, colours, opacity } = readSignatureImage(png);
  const image = new PNG({ width, height });
  for (let pixel = 0; pixel < opacity.length; pixel++) {
    image.data.set(colours.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
    image.data[pixel * 4 + 3] = opacity[pixel] ?? CLEAR;
  }
  return new Uint8Array(PNG.sync.write(image));
};

const unpacked = (png: Buffer): PNG => {
  try {
    return PNG.sync.read(png);
  } catch {
    throw new Refusal('image_not_png');
  }
};

const CLEAR = 0;

/** What cannot be seen loses its colour: it would only make the file larger. */
const inPlanes = ({ width, height, data }: PNG): SignatureImage => {
  const colours = new Uint8Array(width * height * 3);
  const opacity = new Uint8Array(width * height);
  for (let pixel = 0, from = 0, to = 0; pixel < opacity.length; pixel++, from += 4, to += 3) {
    const seen = data[from + 3] ?? CLEAR;
    if (seen === CLEAR) continue;
    opacity[pixel] = seen;
    colours[to] = data[from] ?? 0;
    colours[to + 1] = data[from + 1] ?? 0;
    colours[to + 2] = data[from + 2] ?? 0;
  }
  return { width, height, colours, opacity };
};

const shareOf = (bytes: Uint8Array, wanted: number): number => {
  let count = 0;
  for (const byte of bytes) if (byte === wanted) count++;
  return count / bytes.length;
};
