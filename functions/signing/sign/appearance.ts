// What does a signature look like on its page? One image, or words in strokes, in the middle of its field, or nothing.
import { deflateSync } from 'node:zlib';
import {
  type PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfRef,
  PdfStream,
} from '@libpdf/core';
import type { SignatureImage } from './signature-image.ts';
import { fitted } from './signature-places.ts';
import type { StrokedWords } from './signed-words.ts';

/** What is to be seen of a signature. */
export type Ink = SignatureImage | StrokedWords;

/**
 * The value of a widget's /AP (ISO 32000-1, 12.5.5): a form of the field's size, with the ink fitted into it.
 * PDF/A-2 allows the normal appearance alone (ISO 19005-2, 6.3.3).
 */
export const appearanceOf = (
  document: PDF,
  size: { width: number; height: number },
  ink?: Ink,
): PdfDict => {
  const form = PdfStream.fromDict(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: numbers(0, 0, size.width, size.height),
      Resources: PdfDict.of(
        ink !== undefined && 'colours' in ink
          ? { XObject: PdfDict.of({ Image: document.context.register(imageOf(document, ink)) }) }
          : {},
      ),
    },
    Buffer.from(ink === undefined ? '' : drawing(ink, size)),
  );
  return PdfDict.of({ N: document.context.register(form) });
};

/** An image fills the unit square, strokes their own size; the matrix stretches and moves it (ISO 32000-1, 8.9.5). */
const drawing = (ink: Ink, size: { width: number; height: number }): string => {
  const { x, y, width, height } = fitted(ink, { x: 0, y: 0, ...size });
  const [unit, paint] =
    'colours' in ink ? [{ width: 1, height: 1 }, '/Image Do'] : [ink, ink.strokes];
  const matrix = [width / unit.width, 0, 0, height / unit.height, x, y];
  return `q ${matrix.map(plainNumber).join(' ')} cm ${paint} Q`;
};

const imageOf = (document: PDF, image: SignatureImage): PdfStream => {
  const { width, height } = image;
  const plane = (colourSpace: string, bytes: Uint8Array, extra: Record<string, PdfRef> = {}) =>
    PdfStream.fromDict(
      {
        Type: PdfName.of('XObject'),
        Subtype: PdfName.of('Image'),
        Width: PdfNumber.of(width),
        Height: PdfNumber.of(height),
        ColorSpace: PdfName.of(colourSpace),
        BitsPerComponent: PdfNumber.of(8),
        Filter: PdfName.of('FlateDecode'),
        ...extra,
      },
      packed(bytes),
    );
  const mask = document.context.register(plane('DeviceGray', image.opacity));
  return plane('DeviceRGB', image.colours, { SMask: mask });
};

/** Ink and ground are long runs of the same: the fastest packing finds them as well as the best, in a quarter of the time. */
const packed = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 1 });

/** A PDF knows no exponents; a thousandth of a point is finer than any printer. */
const plainNumber = (value: number): number => Math.round(value * 1_000) / 1_000;

export const numbers = (...values: number[]): PdfArray =>
  PdfArray.of(...values.map((value) => PdfNumber.of(plainNumber(value))));
