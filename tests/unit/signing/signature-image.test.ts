// Which images are taken for a signature or a seal, and which are refused before they can do harm?
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import {
  ownSignatureImage,
  readSignatureImage,
} from '../../../functions/signing/sign/signature-image.ts';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../../infra/local/sample-images/signature-and-seal.ts';

type Colour = readonly [red: number, green: number, blue: number, opacity: number];
const BLUE: Colour = [10, 20, 200, 255];
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [255, 255, 255, 0];

/** Ink on its left half, ground on its right. */
const png = (width: number, height: number, ink: Colour, ground: Colour): Buffer => {
  const image = new PNG({ width, height });
  for (let pixel = 0; pixel < width * height; pixel++) {
    image.data.set(pixel % width < width / 2 ? ink : ground, pixel * 4);
  }
  return PNG.sync.write(image);
};

const refused = (bytes: Uint8Array) => {
  try {
    ownSignatureImage(bytes);
  } catch (error) {
    return error;
  }
  throw new Error('it was taken');
};

describe('an image is taken', () => {
  test('with its colours and its opacity apart; what cannot be seen loses its colour', () => {
    expect(readSignatureImage(png(2, 1, BLUE, CLEAR))).toEqual({
      width: 2,
      height: 1,
      colours: Uint8Array.of(10, 20, 200, 0, 0, 0),
      opacity: Uint8Array.of(255, 0),
    });
  });

  test('when it is one of the samples, the same at every run', () => {
    for (const draw of [sampleSignaturePng, sampleSealPng]) {
      expect(draw('Nguyễn Văn Minh')).toEqual(draw('Nguyễn Văn Minh'));
      expect(readSignatureImage(draw('UBND xã Sơn Trung')).width).toBeGreaterThan(400);
    }
  });
});

/** The chunks of a PNG, one behind the other. */
const chunksOf = (image: Buffer): Buffer[] => {
  const chunks: Buffer[] = [];
  for (let at = 8; at < image.length; at += 12 + image.readUInt32BE(at)) {
    chunks.push(image.subarray(at, at + 12 + image.readUInt32BE(at)));
  }
  return chunks;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length);
  bytes.write(type, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
};

const PICTURE = png(40, 40, BLUE, CLEAR);
const [HEADER = Buffer.of(), PIXELS = Buffer.of(), END = Buffer.of()] = chunksOf(PICTURE);

/** A picture of these chunks. */
const of = (...chunks: Buffer[]) => Buffer.concat([PICTURE.subarray(0, 8), ...chunks]);

describe('what is kept of an image', () => {
  test('is ours: the same pixels, and nothing of what its maker wrote besides', () => {
    const named = of(HEADER, chunk('tEXt', Buffer.from('Author\0Ai')), PIXELS, END);

    const own = ownSignatureImage(named);

    expect(readSignatureImage(own)).toEqual(readSignatureImage(named));
    expect(Buffer.from(own).includes('Author')).toBe(false);
    expect(ownSignatureImage(own)).toEqual(own);
  });

  test('has its pixels in one piece, however many it came in', () => {
    const data = PIXELS.subarray(8, -4);
    const parts = [data.subarray(0, 5), Buffer.of(), data.subarray(5)];
    const pieces = of(HEADER, ...parts.map((part) => chunk('IDAT', part)), END);

    expect(ownSignatureImage(pieces)).toEqual(ownSignatureImage(PICTURE));
  });
});

describe('an image is refused', () => {
  const largerHeader = Buffer.from(HEADER.subarray(8, -4));
  largerHeader.writeUInt32BE(60_000, 0);
  largerHeader.writeUInt32BE(60_000, 4);
  const wrong = chunk('tEXt', Buffer.from('a'));
  wrong[8] = 0x62;

  test.each([
    ['with a second header, which is larger', of(HEADER, chunk('IHDR', largerHeader), PIXELS, END)],
    ['whose header does not come first', of(chunk('tEXt', Buffer.of()), HEADER, PIXELS, END)],
    ['whose pixels are parted', of(HEADER, PIXELS, chunk('tEXt', Buffer.of()), PIXELS, END)],
    ['without pixels', of(HEADER, END)],
    ['without an end', of(HEADER, PIXELS)],
    ['with two ends', of(HEADER, PIXELS, END, END)],
    ['with something behind its end', of(HEADER, PIXELS, END, Buffer.from('PK'))],
    [
      'with two palettes',
      of(HEADER, chunk('PLTE', Buffer.alloc(3)), chunk('PLTE', Buffer.alloc(3)), PIXELS, END),
    ],
    [
      'with a palette of a million colours',
      of(HEADER, chunk('PLTE', Buffer.alloc(900_000)), PIXELS, END),
    ],
    [
      'with a chunk that must be known and is not',
      of(HEADER, chunk('ABCD', Buffer.of()), PIXELS, END),
    ],
    ['that was damaged where nobody looks', of(HEADER, wrong, PIXELS, END)],
  ])('%s', (_, bytes) => {
    expect(refused(bytes)).toMatchObject({ code: 'image_not_png' });
  });

  test.each([
    ['is empty', Buffer.of()],
    ['is a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['is cut off', png(40, 40, BLUE, CLEAR).subarray(0, 60)],
    ['only begins like one', png(40, 40, BLUE, CLEAR).subarray(0, 10)],
    ['was damaged on the way', png(40, 40, BLUE, CLEAR).fill(0x55, 45, 50)],
  ])('that %s', (_, bytes) => {
    expect(refused(bytes)).toMatchObject({ code: 'image_not_png' });
  });

  test('that is interlaced', () => {
    const interlaced = Buffer.from(HEADER.subarray(8, -4));
    interlaced[12] = 1;
    expect(refused(of(chunk('IHDR', interlaced), PIXELS, END))).toMatchObject({
      code: 'image_not_png',
    });
  });

  test('that has more pixels on a side than any printer shows', () => {
    expect(refused(png(1_601, 2, BLUE, CLEAR))).toMatchObject({ code: 'image_too_large' });
  });

  test('that has more bytes than a signature can need', () => {
    const bytes = Buffer.concat([png(2, 2, BLUE, CLEAR), Buffer.alloc(1_000_000)]);
    expect(refused(bytes)).toMatchObject({ code: 'image_too_large' });
  });

  test('that claims to be huge, before it is unpacked', () => {
    expect(refused(of(chunk('IHDR', largerHeader), PIXELS, END))).toMatchObject({
      code: 'image_too_large',
    });
  });

  test('that unpacks to far more than its size says', () => {
    const bomb = of(HEADER, chunk('IDAT', deflateSync(Buffer.alloc(200_000_000))), END);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    try {
      readSignatureImage(bomb);
    } catch (error) {
      expect(error).toMatchObject({ name: expect.stringMatching(/^image_/) });
    }
    const after = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    expect(after - before).toBeLessThan(50_000_000);
  });

  test('whose ground is white paper', () => {
    expect(refused(png(40, 40, BLUE, WHITE))).toMatchObject({ code: 'image_not_transparent' });
  });

  test('on which nothing is to be seen', () => {
    expect(refused(png(40, 40, CLEAR, CLEAR))).toMatchObject({ code: 'image_blank' });
  });
});
