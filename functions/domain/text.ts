// Which text may stand in a document? Vietnamese in NFC, on one line, without anything that cannot be printed.
import * as z from 'zod';

/**
 * What the embedded font can print: Latin with all Vietnamese letters, Greek, Cyrillic, punctuation, raised and
 * lowered digits, fractions, currency, arrows, bullets and the mathematical signs of office texts. Left out on purpose:
 * whatever is invisible or turns the writing round, even where the font has a glyph for it, and combining marks that
 * NFC leaves over. Checked against the font by a test.
 */
const PRINTABLE =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u024F\u0259\u02C6-\u02DD\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u0401-\u045F\u1E00-\u1EFF\u2010-\u2015\u2018-\u201E\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203A\u2044\u2070\u2074-\u2079\u2080-\u2089\u20AB\u20AC\u2103\u2116\u2122\u2126\u2153\u2154\u215B-\u215E\u2190-\u2195\u2202\u2206\u220F\u2211\u2212\u221A\u221E\u222B\u2248\u2260\u2264\u2265\u25A0\u25A1\u25AA\u25AB\u25BA\u25CA\u25CB\u25CF\u25E6]$/u;

/** The first character that cannot be printed, or null. */
export const unprintableIn = (text: string): string | null => {
  for (const character of text.normalize('NFC')) {
    if (!PRINTABLE.test(character)) return character;
  }
  return null;
};

const name = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Text that can be printed: NFC, `min`..`max` UTF-16 units, spaces kept.
 * Refused as `text_unprintable`: a character without a glyph, named by its code point.
 */
export const printable = (max: number, min = 0) =>
  z
    .string()
    .min(min)
    .max(max)
    .transform((text) => text.normalize('NFC'))
    .superRefine((text, context) => {
      const character = unprintableIn(text);
      if (character === null) return;
      context.addIssue({
        code: 'custom',
        message: `${name(character)} cannot be printed`,
        params: { refusal: 'text_unprintable' },
      });
    });

/** One line of printed text, trimmed. An empty line is what `min` says: a draft may have gaps. */
export const line = (max: number, min = 0) =>
  printable(max)
    .transform((text) => text.trim())
    .pipe(z.string().min(min));

/**
 * Words of somebody's own on as many lines as he likes. Control characters and halves of characters are refused: they
 * cannot be shown, and a half can be neither stored nor hashed.
 */
const ownWords = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'has characters that are none');

/** Why somebody decided as he did: at most 2,000 UTF-16 units (a page). */
export const Reason = ownWords(2_000);

/** What somebody remarks: half a page, for it is read beside the document. */
export const CommentText = ownWords(1_000).refine((text) => text.trim() !== '', 'says nothing');
