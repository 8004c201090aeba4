// Which text may stand in a document? Vietnamese in NFC, on one line; what cannot be printed is kept as it was written, and reported.
import * as z from 'zod';
import type { Wrong } from '../field-problem.ts';
import { LONGEST_COMMENT, LONGEST_REASON } from './lengths.ts';

/**
 * What the letters' font can print: Latin with all Vietnamese letters, Greek, Cyrillic, punctuation, raised and
 * lowered digits, fractions, currency, arrows, bullets and the mathematical signs of office texts. Left out on purpose:
 * whatever is invisible or turns the writing round, even where the font has a glyph for it, and combining marks that
 * NFC leaves over. Checked against the font by a test.
 */
const LETTERS =
  '\\u0020-\\u007E\\u00A0-\\u00AC\\u00AE-\\u024F\\u0259\\u02C6-\\u02DD\\u0384-\\u038A\\u038C\\u038E-\\u03A1\\u03A3-\\u03CE\\u0401-\\u045F\\u1E00-\\u1EFF\\u2010-\\u2015\\u2018-\\u201E\\u2020-\\u2022\\u2026\\u2030\\u2032\\u2033\\u2039\\u203A\\u2044\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u20AB\\u20AC\\u2103\\u2116\\u2122\\u2126\\u2153\\u2154\\u215B-\\u215E\\u2190-\\u2195\\u2202\\u2206\\u220F\\u2211\\u2212\\u221A\\u221E\\u222B\\u2248\\u2260\\u2264\\u2265\\u25A0\\u25A1\\u25AA\\u25AB\\u25B2\\u25BA\\u25BC\\u25C4\\u25CA\\u25CB\\u25CF\\u25E6';

/**
 * Marks that come in a font of their own: boxes and ticks of forms, what Word puts before the items of its lists, arrows,
 * numbers in circles. All are of the classes AL and AI of Unicode's line breaking: a line may not end beside them, as
 * little as beside a letter. Checked against the font by a test.
 */
export const MARKS = '⇐⇒⇔⇨①②③④⑤⑥⑦⑧⑨⑩▶▷▸◀◆◇◉◎★☆☎☐☑☒✓✔✕✖✗✘❍❏❐❑❒❖❶❷❸❹❺❻❼❽❾❿➔➜➝➞➢➣➤➨';

const PRINTABLE = new RegExp(`^[${LETTERS}${MARKS}]*$`, 'u');

/** The first character that cannot be printed, or null. */
export const unprintableIn = (text: string): string | null => {
  const composed = text.normalize('NFC');
  if (PRINTABLE.test(composed)) return null;
  return [...composed].find((character) => !PRINTABLE.test(character)) ?? null;
};

/** Signs without a glyph, and the one that says the same: a tick stays a tick, an empty box an empty box. */
const SAME: ReadonlyMap<string, string> = new Map(
  (
    [
      ['─━╌╍┄┅┈┉⁃‾', '-'],
      ['═', '='],
      ['⬜◻▢🗆', '□'],
      ['⬛◼', '■'],
      ['🗹', '☑'],
      ['🗷❎⮽', '☒'],
      ['🗸', '✓'],
      ['✅', '✔'],
      ['🗴🗶', '✗'],
      ['❌', '✘'],
      ['‣', '►'],
      ['♦⬥⬧', '◆'],
      ['⟶➙➛☞☛👉', '→'],
      ['⟹', '⇒'],
      ['⭐', '★'],
      ['✱✳', '*'],
      ['・∙⋅', '·'],
      ['⚫⬤', '●'],
      ['⚪', '○'],
      ['∶', ':'],
    ] as const
  ).flatMap(([signs, plain]) => [...signs].map((sign): [string, string] => [sign, plain])),
);

/** Turn the writing round, join or part letters, say how a sign is coloured, are but halves: nothing to be seen. */
const INVISIBLE = /^(?:[\p{Cf}\p{Cc}\p{Cs}]|[\uFE00-\uFE0F])$/u;

/** What says the same as a character that cannot be printed: nothing for what nobody sees; null where nothing does. */
export const plainFor = (character: string): string | null => {
  if (/^[\p{Z}\t\n]$/u.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  const plain = SAME.get(character) ?? character.normalize('NFKC');
  return plain !== character && unprintableIn(plain) === null ? plain : null;
};

/** Tabs, and the ends of lines and pages as any system writes them. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/** The same words on one line. */
export const onOneLine = (text: string): string => text.replaceAll(BREAKS, ' ');

/** `U+1F600` */
export const codePointOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text in one form and on one line, at most `max` UTF-16 units before it. Refused as unprintable: the first character that is `refused`. */
const composed = (max: number, min: number, refused: (text: string) => string | null) =>
  z
    .string()
    .min(min, { abort: true })
    .max(max, { abort: true })
    .overwrite((typed) =>
      onOneLine(typed)
        .replaceAll(/[\uFE0E\uFE0F]/gu, '')
        .normalize('NFC'),
    )
    .superRefine((text, context) => {
      const character = refused(text);
      if (character === null) return;
      context.addIssue({
        code: 'custom',
        message: `${codePointOf(character)} cannot be printed`,
        params: { wrong: { what: 'unprintable', sign: character } satisfies Wrong },
        continue: false,
      });
    });

/** In the API's description: not blank. */
const NOT_BLANK = { pattern: '\\S' };

const trimmed = (schema: z.ZodString, min: number) => {
  const text = schema.trim().min(min);
  return min > 0 ? text.meta(NOT_BLANK) : text;
};

/**
 * Text that can be printed: NFC, `min`..`max` UTF-16 units, spaces kept; tabs and line breaks become spaces.
 * Refused: a character without a glyph, named by its code point.
 */
export const printable = (max: number, min = 0) => composed(max, min, unprintableIn);

/** One line of printed text, trimmed: what the directory says of people and offices, which others print. */
export const line = (max: number, min = 0) => trimmed(printable(max), min);

const UNSTORABLE = /[\p{Cc}\p{Cs}]/gu;
const unstorableIn = (typed: string): string | null => typed.match(UNSTORABLE)?.[0] ?? null;

/** The text without control characters and halves of characters, which nobody sees. */
export const storable = (typed: string): string => onOneLine(typed).replaceAll(UNSTORABLE, '');

/**
 * What the author of a document writes, on one line: NFC, `min`..`max` UTF-16 units, spaces kept. A draft keeps every
 * character that was typed, also one that no font here has: else the rest of it could not be saved for one emoji. The
 * check names it (`unprintable-text`), and nothing is submitted or printed with it. Refused as `text_unprintable`:
 * control characters, and halves of characters, which can be neither stored nor hashed. How a sign is to be coloured
 * (U+FE0E, U+FE0F) says nothing on paper and is dropped.
 */
export const written = (max: number, min = 0) => composed(max, min, unstorableIn);

/** One such line, trimmed. An empty line is what `min` says: a draft may have gaps. */
export const writtenLine = (max: number, min = 0) => trimmed(written(max), min);

/**
 * Words of somebody's own on as many lines as they like. Control characters and halves of characters are refused: they
 * cannot be shown, and a half can be neither stored nor hashed.
 */
const ownWords = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'has characters that are none')
    // As every engine reads it: some know no classes, and halves of characters are nothing that JSON can hold.
    .meta({ pattern: '^[^\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]*$' });

/**
 * What stands in a symbol, `[\p{L}\d.&-]`, as the API's description says it to engines that know no classes: all that is
 * beyond ASCII, and of ASCII letters, digits and these three.
 */
export const IN_SYMBOL = "[^\\x00-%'-,/:-@\\[-`{-\\xA9]";

/** Why somebody decided as they did. */
export const Reason = ownWords(LONGEST_REASON);

/** What somebody remarks. */
export const CommentText = ownWords(LONGEST_COMMENT)
  .refine((text) => text.trim() !== '', 'says nothing')
  .meta(NOT_BLANK);
