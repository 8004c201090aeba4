// Was a line whose font is not known typed in the letters of an old one, TCVN3 or VNI? Only if it is Vietnamese as that, and none as it stands.
import { shownIn } from './symbols.ts';

/** A font of each kind. */
const TCVN3 = '.VnTime';
const VNI = 'VNI-Times';
export type OldFont = typeof TCVN3 | typeof VNI;

/** Letters of Unicode that neither has in their places: whoever typed them typed Vietnamese as it is typed today. */
const OF_TODAY = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]|[\u0300-\u036F]/u;

/** Words as they are typed: in TCVN3 letters lie in the places of signs, also of the soft hyphen. */
const WORD = /[A-Za-z\u00A1-\u00FF]+/gu;
const isPlain = (word: string) => /^[A-Za-z]*$/u.test(word);
/** A sign alone is what it is: ©, «, °. */
const isOfLetters = (word: string) => /[A-Za-z]/u.test(word) && word.length > 1;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const STOPS = /^(?:ch|[cpt])$/u;
/** Acute or dot: a syllable that stops has no other tone. */
const STOPPED = /[\u0301\u0323]/u;
const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?';
const RHYME =
  '(?:a[iouy]?|ă|â[uy]?|eo?|êu?|i[au]?|iêu?|o[aăei]?|oa[ioy]|oeo?|ôi?|ơi?|u[aâêiơy]?|uôi?|uy[aêu]?|uây|ư[aiu]?|ươ[iu]?|y|yêu?)';
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}(ch|c|p|t|ng|nh|m|n)?$`, 'u');

/** One syllable of Vietnamese with its tone, in letters of any case. */
const isSyllable = (word: string): boolean => {
  const apart = word.normalize('NFD').toLowerCase();
  const tones = apart.match(TONES) ?? [];
  const built = SYLLABLE.exec(apart.replace(TONES, '').normalize('NFC'));
  if (built === null || tones.length > 1) return false;
  return !STOPS.test(built[1] ?? '') || STOPPED.test(tones.join(''));
};

/** `xã`, `Xã`, `XÃ`: what is written otherwise is no word as it stands. */
const isCased = (word: string) => /^(?:\p{Lu}?\p{Ll}*|\p{Lu}*)$/u.test(word);

const isVietnamese = (word: string) => isCased(word) && isSyllable(word);

/** Of ten words with letters beyond English nine are Vietnamese, at the least: a foreign name may stand among them. */
const MOST_STRANGE = 0.1;

/** What speaks for a font: words that it makes Vietnamese, and, until it is known, that are none as they stand. */
const wordsFor = (font: OldFont, text: string, isKnown: boolean): Set<string> => {
  const words = [...new Set(text.match(WORD) ?? [])].filter(
    (word) => isOfLetters(word) && !isPlain(word),
  );
  const shown = (word: string) => shownIn(font, word).text;
  const strange = words.filter((word) => !isSyllable(shown(word)));
  if (strange.length > MOST_STRANGE * words.length) return new Set();
  return new Set(
    words.filter((word) => (isKnown || !isVietnamese(word)) && isSyllable(shown(word))),
  );
};

/** Two words are no accident; one may be a name. */
const FEWEST_WORDS = 2;

/**
 * The old font that makes Vietnamese of a line that is none; null for a line of today, or of another language. `known`:
 * the font of the lines around it, if they have one: then one word is enough, also one that would be a word today (Sè, which
 * is Số).
 */
export const oldFontOf = (line: string, known: OldFont | null = null): OldFont | null => {
  if (OF_TODAY.test(line)) return null;
  const fonts = known === null ? ([TCVN3, VNI] as const) : [known];
  const [best] = fonts
    .map((font) => ({ font, words: wordsFor(font, line, known !== null).size }))
    .toSorted((one, other) => other.words - one.words);
  return best && best.words >= (known === null ? FEWEST_WORDS : 1) ? best.font : null;
};
