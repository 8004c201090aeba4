// Which letters are meant by characters that only an old or special font shows right?

type Shown = ReadonlyMap<number, string>;

/** From the places of a font, by their numbers in it, to the characters that it shows there. */
const places = (...stretches: readonly (readonly [first: number, shown: string])[]): Shown =>
  new Map(
    stretches.flatMap(([first, shown]) =>
      [...shown].map((character, index): [number, string] => [first + index, character]),
    ),
  );

/** What office texts use of Wingdings: the marks of lists, arrows, and boxes with a tick, with a cross and with neither. */
const WINGDINGS = places(
  [0x28, '☎'],
  [0x46, '☞'],
  [0x6c, '●❍■□❐❑❒◆◆◆❖◆☒'],
  [0x81, '①②③④⑤⑥⑦⑧⑨⑩'],
  [0x8c, '❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•'],
  [0xa1, '○'],
  [0xa4, '◉◎'],
  [0xa7, '▪□'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xdf, '←→↑↓'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗✓☒☑'],
);
/** And of Wingdings 2. */
const WINGDINGS_2 = places([0x4f, '✗✓☒☑☒☒'], [0xa3, '☐']);
/** Symbol has Greek letters in the places of Latin ones; figures and most punctuation are what they are. */
const SYMBOL = places(
  [0x20, ' !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~'],
  [0xa2, '′≤⁄∞'],
  [0xab, '↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xd5, '∏√⋅¬'],
  [0xdb, '⇔⇐⇑⇒⇓'],
  [0xe5, '∑'],
  [0xf2, '∫'],
);
/**
 * Which font it was is often lost, with lists and on the clipboard, and the place alone is left: of both fonts what texts
 * use there.
 */
const EITHER: Shown = new Map([
  ...WINGDINGS,
  ...[0x2b, 0x2d, 0xa3, 0xb0, 0xb1, 0xb3, 0xb4, 0xb7, 0xb9].flatMap((place) => {
    const shown = SYMBOL.get(place);
    return shown === undefined ? [] : [[place, shown] as const];
  }),
  // A hyphen before an item, not the sign of subtraction.
  [0x2d, '-'],
]);

const FONTS: ReadonlyMap<string, Shown> = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['symbol', SYMBOL],
]);

/** Where fonts of symbols have their characters in Unicode. */
const PRIVATE_AREA = 0xf000;
const PLACED = /[\uF000-\uF0FF]/gu;
/** In a font of symbols a letter is another way of writing its place. White space is white space. */
const PLACED_OR_LETTER = /[\uF000-\uF0FF!-~\u00A1-\u00FF]/gu;

/** A font of pictures in the places of letters, or of Greek ones. */
export const isOfSymbols = (font: string): boolean => FONTS.has(font.toLowerCase());

const shownAt = (font: string, text: string): string => {
  const own = FONTS.get(font.toLowerCase());
  return text.replace(own ? PLACED_OR_LETTER : PLACED, (character) => {
    const place = (character.codePointAt(0) ?? 0) % 0x100;
    // What is not known there stays a sign of that font, never the letter that it is written with.
    return (own ?? EITHER).get(place) ?? String.fromCodePoint(PRIVATE_AREA + place);
  });
};

/** TCVN 5712:1993 (VN3), as the fonts `.Vn…` have it: from the letter they are typed as to the letter they show. */
const TCVN3: ReadonlyMap<string, string> = new Map(
  (
    [
      ['¸µ¶·¹', 'áàảãạ'],
      ['¨¾»¼½Æ', 'ăắằẳẵặ'],
      ['©ÊÇÈÉË', 'âấầẩẫậ'],
      ['®', 'đ'],
      ['ÐÌÎÏÑ', 'éèẻẽẹ'],
      ['ªÕÒÓÔÖ', 'êếềểễệ'],
      ['Ý×ØÜÞ', 'íìỉĩị'],
      ['ãßáâä', 'óòỏõọ'],
      ['«èåæçé', 'ôốồổỗộ'],
      ['¬íêëìî', 'ơớờởỡợ'],
      ['óïñòô', 'úùủũụ'],
      ['\u00ADøõö÷ù', 'ưứừửữự'],
      ['ýúûüþ', 'ýỳỷỹỵ'],
      ['¡¢§£¤¥¦', 'ĂÂĐÊÔƠƯ'],
    ] as const
  ).flatMap(([typed, shown]) => {
    const letters = [...shown];
    return [...typed].map((letter, index): [string, string] => [letter, letters[index] ?? letter]);
  }),
);

/** VNI for Windows, as the fonts `VNI-…` have it: a letter, and behind it the signs above or below it. */
const VNI_SIGNS: ReadonlyMap<string, string> = new Map(
  (
    [
      // Acute, grave, hook, tilde, dot below; then the same on â and ă.
      ['ùøûõï', '\u0301\u0300\u0309\u0303\u0323'],
      ['áàåãä', '\u0302\u0301 \u0302\u0300 \u0302\u0309 \u0302\u0303 \u0302\u0323'],
      ['éèúüë', '\u0306\u0301 \u0306\u0300 \u0306\u0309 \u0306\u0303 \u0306\u0323'],
      ['âê', '\u0302 \u0306'],
    ] as const
  ).flatMap(([typed, signs]) => {
    const shown = signs.includes(' ') ? signs.split(' ') : [...signs];
    return [...typed].map((sign, index): [string, string] => [sign, shown[index] ?? '']);
  }),
);
/** What stands alone there. */
const VNI_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }),
);
const VNI_PAIR = /([aeouyôö])([ùøûõïáàåãäéèúüëâê])|[ñôöæóòî]/giu;

const fromVni = (text: string): string =>
  text.replace(VNI_PAIR, (typed, base?: string, sign?: string) => {
    const one = (base ?? typed).toLowerCase();
    const letter = VNI_LETTERS.get(one) ?? one;
    const shown = `${letter}${VNI_SIGNS.get((sign ?? '').toLowerCase()) ?? ''}`.normalize('NFC');
    return (base ?? typed) === one ? shown : shown.toLocaleUpperCase('vi');
  });

/** To be seen only where a line ends; the letter ư of TCVN3 is typed as one. */
export const SOFT_HYPHEN = '\u00AD';
/** No word has ư before another ư: there it is a hyphen all the same. */
const HYPHEN_OF_TCVN3 = /\u00AD(?=[\u00ADøõö÷ù])/gu;

const fromTcvn3 = (text: string): string =>
  [...text.replace(HYPHEN_OF_TCVN3, '')].map((letter) => TCVN3.get(letter) ?? letter).join('');

/** Of the makers of `.VnTime`, for where the dot that it begins with was lost; other names in `Vn` are other makers'. */
const FAMILIES =
  'time(?!s)|arial|aristote|avant|bahamas|black|bodoni|book-?antiqua|century|clarendon|commercial|cooper|courier|exotic|free|gothic|helvet|koala|lincoln|linus|memorandum|monotype|mystical|park|present|revue|shelley|southern|stamp|teknical|tifani|univers|vogue';
const OLD_FONT = new RegExp(`^[@\\s]*(?:\\.vn|vn(?:${FAMILIES}))`, 'iu');
const VNI_FONT = /^[@\s]*vni[-\s]/iu;
/** `.VnTimeH`, `.VnArial NarrowH`: shows every letter as a capital. */
const OLD_CAPITALS = /^[^,;]*h(?:\s(?:bold|italic|regular))*\s*(?:[,;]|$)/iu;

/** Some programs keep the letters of a font of its own kind in the private area. */
const outOfPrivateArea = (text: string): string =>
  text.replace(/[\uF000-\uF0FF]/gu, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xf000),
  );

const isOld = (font: string) => OLD_FONT.test(font) || VNI_FONT.test(font);

/** Does the font show other letters than those that are typed? */
export const showsOthers = (font: string): boolean =>
  FONTS.has(font.toLowerCase()) || OLD_FONT.test(font) || VNI_FONT.test(font);

/** The letters that a font shows, and whether they were typed as those of an old font of Vietnamese. */
export const shownIn = (font: string, text: string): { text: string; decoded: boolean } => {
  if (OLD_FONT.test(font)) {
    const letters = fromTcvn3(outOfPrivateArea(text));
    return {
      text: OLD_CAPITALS.test(font) ? letters.toLocaleUpperCase('vi') : letters,
      decoded: letters !== text,
    };
  }
  if (isOfSymbols(font)) return { text: shownAt(font, text), decoded: false };
  // In any other font it parts no letter from its sign.
  const seen = text.replaceAll(SOFT_HYPHEN, '');
  if (VNI_FONT.test(font)) {
    const letters = fromVni(outOfPrivateArea(seen));
    return { text: letters, decoded: letters !== seen };
  }
  return { text: shownAt(font, seen), decoded: false };
};

/** The fonts of a piece of text: of ASCII, of what is beyond it, and of what an East Asian font may claim. */
export interface Fonts {
  readonly ascii: string;
  readonly hAnsi: string;
  readonly eastAsia: string;
}

/** Of Latin-1, what belongs to the East Asian font where a run hints at it: ECMA-376, 17.3.2.26. */
const CLAIMED = `¡¤§¨ª${SOFT_HYPHEN}¯°±²³´¶·¸¹º¼½¾¿×÷`;
const BY_FONT = new RegExp(`\\p{ASCII}+|[${CLAIMED}]+|[^\\p{ASCII}${CLAIMED}]+`, 'gu');

/** The letters that a piece of text shows in its fonts. */
export const shownInFonts = (fonts: Fonts, text: string): { text: string; decoded: boolean } => {
  const { ascii, hAnsi, eastAsia } = fonts;
  // A letter of VNI and its sign are of both kinds; what is typed in no old font is as it stands.
  const isOne = hAnsi === eastAsia && (ascii === hAnsi || VNI_FONT.test(hAnsi));
  if (isOne || ![ascii, hAnsi, eastAsia].some(isOld)) return shownIn(hAnsi, text);
  const parts = (text.match(BY_FONT) ?? []).map((part) => {
    if (/^\p{ASCII}/u.test(part)) return shownIn(ascii, part);
    return shownIn(CLAIMED.includes(part.charAt(0)) ? eastAsia : hAnsi, part);
  });
  return {
    text: parts.map((part) => part.text).join(''),
    decoded: parts.some(({ decoded }) => decoded),
  };
};

/** May a sign follow that belongs to the last letter, though another piece of text begins with it? */
export const awaitsSign = ({ hAnsi }: Fonts, text: string): boolean =>
  VNI_FONT.test(hAnsi) && /^[aeouyôö]$/iu.test(text.slice(-1));

const FIRST_HYPHENS = /^\u00AD+/u;
const UNICODE_SIGNS = /^\p{M}+/u;

/**
 * The signs that a piece of text begins with and that belong to the letter before it, as Unicode has them, and the text
 * behind them. In VNI there is one, where a letter `awaits` it.
 */
export const signsBefore = (
  { hAnsi }: Fonts,
  text: string,
  awaits: boolean,
): { signs: string; rest: string } => {
  const seen = OLD_FONT.test(hAnsi) ? text : text.replace(FIRST_HYPHENS, '');
  const vni = awaits && VNI_FONT.test(hAnsi) ? VNI_SIGNS.get(seen.charAt(0).toLowerCase()) : null;
  if (vni) return { signs: vni, rest: seen.slice(1) };
  const [signs = ''] = UNICODE_SIGNS.exec(seen) ?? [];
  return { signs, rest: seen.slice(signs.length) };
};

const RAISED = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' } as const;

/** Figures have letters of their own for m² and CO₂; other raised text stays on the line. */
export const raisedFigures = (text: string, how: keyof typeof RAISED): string =>
  /^\d+$/u.test(text) ? text.replace(/\d/gu, (digit) => RAISED[how][Number(digit)] ?? digit) : text;

/** The letter that a `w:sym` of an old font was typed as; null in any other font, and where there is none. */
export const typedIn = (font: string, code: string): string | null => {
  const point = Number.parseInt(code, 16);
  return isOld(font) && point > 0 && point <= 0xffff
    ? outOfPrivateArea(String.fromCharCode(point))
    : null;
};

/** What a special font shows for a `w:sym`; the place in it where that is not known. */
export const symbolOf = (code: string, font = ''): string => {
  const point = Number.parseInt(code, 16);
  if (!(point > 0 && point <= 0xffff)) return '';
  // Some producers leave out the private area's F0.
  return shownIn(font, String.fromCharCode(point < 0x100 ? PRIVATE_AREA + point : point)).text;
};
