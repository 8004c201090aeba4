// What of a Word file is missing from the report that was made from it, or stands there differently?
import * as z from 'zod';
import { MOST_ADDRESSEES, MOST_RECIPIENTS } from './lengths.ts';

const NOTE_CODES = [
  // Something of the file is not in the report.
  'picture',
  'object',
  'comments',
  'deleted',
  'hidden',
  'margin',
  'signed',
  'field',
  'blank',
  'unread',
  'more',
  // Everything is there, in another shape.
  'issued',
  'noType',
  'noHead',
  'noFoot',
  'placed',
  'struck',
  'coloured',
  'underlined',
  'textBox',
  'footnote',
  'formula',
  'number',
  'cells',
  'merged',
  'nested',
  'shaded',
  'turned',
  'wide',
  'unprintable',
  'encoding',
  'recipient',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** More would not be read. */
export const MOST_NOTES = 500;

/** Each line of Kính gửi and Nơi nhận may have one besides. */
export const MOST_NOTES_TOLD = MOST_NOTES + MOST_ADDRESSEES + MOST_RECIPIENTS;

export const ImportNote = z.strictObject({
  code: z.enum(NOTE_CODES),
  /** Is something of the file not in the report? */
  lost: z.boolean(),
  vi: z.string(),
  en: z.string(),
  /** The words it is about, or the beginning of them. */
  text: z.string(),
});
export type ImportNote = z.infer<typeof ImportNote>;
