// Which images are taken for a signature or a seal, and which are refused before they can do harm?
import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { readSignatureImage } from '../../../functions/signing/sign/signature-image.ts';
import { demoSealPng, demoSignaturePng } from '../../../infra/local/demo-images.ts';

type Colour = readonly [red: number, green: number, blue: number, opacity: number];
const BLUE: Colour = [10, 20, 200, 255];
const WHITE: Colour = [255, 255, 255, 255];
const CLEAR: Colour = [255, 255, 255, 0];

/** Ink on its left half, ground on its right. */
function png(width: number, height: number, ink: Colour, ground: Colour): Buffer {
  const image = new PNG({ width, height });
  for (let pixel = 0; pixel < width * height; pixel++) {
    image.data.set(pixel % width < width / 2 ? ink : ground, pixel * 4);
  }
  return PNG.sync.write(image);
}

const refused = (bytes: Uint8Array) => {
  try {
    readSignatureImage(bytes);
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

  test('when it is one that the demo draws, the same at every run', () => {
    for (const draw of [demoSignaturePng, demoSealPng]) {
      expect(draw('Nguyễn Văn Minh')).toEqual(draw('Nguyễn Văn Minh'));
      expect(readSignatureImage(draw('UBND xã Sơn Trung')).width).toBeGreaterThan(400);
    }
  });
});

describe('an image is refused', () => {
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
    const interlaced = png(8, 8, BLUE, CLEAR);
    interlaced[28] = 1;
    expect(refused(interlaced)).toMatchObject({ code: 'image_not_png' });
  });

  test('that has more pixels on a side than any printer shows', () => {
    expect(refused(png(1_601, 2, BLUE, CLEAR))).toMatchObject({ code: 'image_too_large' });
  });

  test('that has more bytes than a signature can need', () => {
    const bytes = Buffer.concat([png(2, 2, BLUE, CLEAR), Buffer.alloc(1_000_000)]);
    expect(refused(bytes)).toMatchObject({ code: 'image_too_large' });
  });

  test('that claims to be huge, before it is unpacked', () => {
    const bomb = png(2, 2, BLUE, CLEAR);
    bomb.writeUInt32BE(2 ** 31 - 1, 16);
    bomb.writeUInt32BE(2 ** 31 - 1, 20);
    expect(refused(bomb)).toMatchObject({ code: 'image_too_large' });
  });

  test('that unpacks to far more than its size says', () => {
    const bomb = bombOf(png(2, 2, BLUE, CLEAR), deflateSync(Buffer.alloc(200_000_000)));
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

/** The same header, other pixels. */
function bombOf(image: Buffer, pixels: Buffer): Buffer {
  const header = image.subarray(0, 33);
  const chunk = Buffer.concat([Buffer.from('IDAT'), pixels]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(pixels.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(chunk));
  return Buffer.concat([header, length, chunk, check, image.subarray(-12)]);
}
