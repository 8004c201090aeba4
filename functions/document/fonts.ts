// Which fonts is a document set in, and how wide is a line in them? Tinos: the widths of Times New Roman; marks have their own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MARKS } from '../domain/content/text.ts';
import type { TextStyle } from './layout.ts';

const FACES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};
type Face = keyof typeof FACES;

/** Found as a package both from source and beside a bundle. */
const readFace = (face: Face): Buffer =>
  readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FACES[face]}`));

/** Stands beside the source, and beside a bundle. */
const readMarks = (): Buffer => readFileSync(new URL('./marks/TrinhKyMarks.ttf', import.meta.url));

/** The font files, as they are embedded: four faces of letters, and the marks. */
export const fontFiles = (): Buffer[] => [
  ...(Object.keys(FACES) as Face[]).map(readFace),
  readMarks(),
];

/** Stretches that one font prints: marks apart from what stands around them. Those of no text are none. */
export const stretchesOf = (text: string): { text: string; isMark: boolean }[] =>
  (text.match(STRETCHES) ?? []).map((each) => ({ text: each, isMark: isMark(each.charAt(0)) }));

const STRETCHES = new RegExp(`[${MARKS}]+|[^${MARKS}]+`, 'gu');
const ALL_MARKS = new Set(MARKS);

/** Is it a character that only the font of marks has? */
export const isMark = (character: string): boolean => ALL_MARKS.has(character);

/**
 * Fonts of marks have higher lines than fonts of letters: DejaVu's is 1.16 times its size and Segoe UI Symbol's 1.33,
 * 1.08 of it above the letters' feet, where Times New Roman has 0.89. At this share of the size they make no line higher,
 * in Typst as in Word, and a box is about as high as a capital.
 */
const MARK_SHARE = 0.8;

/** The size of marks among letters of a size; both in points, in the halves that Word counts in. */
export const markSize = (size: number): number => Math.floor(size * MARK_SHARE * 2) / 2;

/** Gives the width of a character, as a share of the size of the text; undefined if it has no glyph. */
type Widths = (character: number) => number | undefined;

/** Reads the tables of a TrueType font that say which glyph a character has, and how wide it is. */
const widthsIn = (font: Buffer): Widths => {
  const tables = new Map<string, number>();
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + 16 * index;
    tables.set(font.toString('latin1', record, record + 4), font.readUInt32BE(record + 8));
  }
  const table = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`The font has no table ${name}`);
    return offset;
  };
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const measured = font.readUInt16BE(table('hhea') + 34);
  // Glyphs after the last measured one are as wide as it.
  const width = (glyph: number) =>
    font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;

  const map = segmentMap(font, table('cmap'));
  const segments = font.readUInt16BE(map + 6) / 2;
  const [ends, starts] = [map + 14, map + 16 + 2 * segments];
  const [deltas, ranges] = [starts + 2 * segments, starts + 4 * segments];
  return (character) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if (character > font.readUInt16BE(ends + 2 * segment)) continue;
      const start = font.readUInt16BE(starts + 2 * segment);
      if (character < start) return undefined;
      const delta = font.readUInt16BE(deltas + 2 * segment);
      const range = ranges + 2 * segment;
      const offset = font.readUInt16BE(range);
      const listed =
        offset === 0 ? character : font.readUInt16BE(range + offset + 2 * (character - start));
      const glyph = listed === 0 ? 0 : (listed + delta) % 0x10000;
      return glyph === 0 ? undefined : width(glyph);
    }
    return undefined;
  };
};

/** The character map of Unicode's basic plane (platform 3, encoding 1, format 4). */
const segmentMap = (font: Buffer, cmap: number): number => {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const record = cmap + 4 + 8 * index;
    const map = cmap + font.readUInt32BE(record + 4);
    const isUnicode = font.readUInt16BE(record) === 3 && font.readUInt16BE(record + 2) === 1;
    if (isUnicode && font.readUInt16BE(map) === 4) return map;
  }
  throw new Error('The font has no map of Unicode characters');
};

const known = new Map<Face | 'marks', (character: string) => number>();

/** Looks each character up once: a report has some 150 different ones, each a hundred times. */
const widths = (face: Face | 'marks'): ((character: string) => number) => {
  const ready = known.get(face);
  if (ready) return ready;
  const read = widthsIn(face === 'marks' ? readMarks() : readFace(face));
  const seen = new Map<string, number>();
  const width = (character: string) => {
    const before = seen.get(character);
    if (before !== undefined) return before;
    const now = read(character.codePointAt(0) ?? 0);
    if (now === undefined) throw new Error(`The font has no glyph for ${character}`);
    seen.set(character, now);
    return now;
  };
  known.set(face, width);
  return width;
};

const faceOf = ({ bold, italic }: TextStyle): Face => {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
};

/** Points that a line takes up, without kerning. Marks are upright and of one weight in every style. Throws on a character the fonts lack. */
export const widthOf = (text: string, style: TextStyle): number => {
  const width = widths(faceOf(style));
  let letters = 0;
  let marks = 0;
  for (const character of text) {
    if (isMark(character)) marks += widths('marks')(character);
    else letters += width(character);
  }
  return letters * style.size + marks * markSize(style.size);
};
