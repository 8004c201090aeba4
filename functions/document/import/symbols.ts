// Which letters are meant by characters that only an old or special font shows right?

/** Places of the fonts Symbol and Wingdings in the private area, as office texts use them. */
const PRIVATE: Readonly<Record<string, string>> = {
  '\uF02D': '-',
  '\uF02B': '+',
  '\uF0B7': '•',
  '\uF0A7': '▪',
  '\uF0A8': '□',
  '\uF06F': '□',
  '\uF0FE': '■',
  '\uF0FD': '■',
  '\uF0FB': '×',
  '\uF0A4': '○',
  '\uF06C': '●',
  '\uF06E': '■',
  '\uF0E8': '→',
  '\uF0F0': '→',
  '\uF0D8': '►',
  '\uF076': '◊',
  '\uF0FC': '√',
  '\uF0E0': '→',
  '\uF0B0': '°',
  '\uF0B1': '±',
  '\uF0B4': '×',
  '\uF0A3': '≤',
  '\uF0B3': '≥',
  '\uF0B9': '≠',
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
      ['­øõö÷ù', 'ưứừửữự'],
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

const fromTcvn3 = (text: string): string =>
  [...text].map((letter) => TCVN3.get(letter) ?? letter).join('');

const OLD_FONT = /^\.Vn/u;
const VNI_FONT = /^VNI-/iu;
/** `.VnTimeH`: shows every letter as a capital. */
const OLD_CAPITALS = /^\.Vn\w*H$/u;

/** The letters that a font shows, and whether they were typed as others. */
export const shownIn = (font: string, text: string): { text: string; decoded: boolean } => {
  const known = text.replace(/[\uF000-\uF0FF]/gu, (character) => PRIVATE[character] ?? character);
  const decode = OLD_FONT.test(font) ? fromTcvn3 : VNI_FONT.test(font) ? fromVni : null;
  if (!decode) return { text: known, decoded: false };
  const letters = decode(known);
  return {
    text: OLD_CAPITALS.test(font) ? letters.toLocaleUpperCase('vi') : letters,
    decoded: letters !== known,
  };
};

const RAISED = { superscript: '⁰¹²³⁴⁵⁶⁷⁸⁹', subscript: '₀₁₂₃₄₅₆₇₈₉' } as const;

/** Figures have letters of their own for m² and CO₂; other raised text stays on the line. */
export const raisedFigures = (text: string, how: keyof typeof RAISED): string =>
  /^\d+$/u.test(text) ? text.replace(/\d/gu, (digit) => RAISED[how][Number(digit)] ?? digit) : text;

/** The letters that the font Symbol shows for those of the alphabet. */
const GREEK = { A: 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ', a: 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ' } as const;

const greekFor = (letter: string): string | undefined => {
  const first = /[A-Z]/.test(letter) ? 'A' : /[a-z]/.test(letter) ? 'a' : null;
  return first === null ? undefined : GREEK[first][letter.charCodeAt(0) - first.charCodeAt(0)];
};

/** What a special font shows for a `w:sym`; the character itself where it is not known. */
export const symbolOf = (code: string, font = ''): string => {
  const point = Number.parseInt(code, 16);
  if (!(point > 0 && point <= 0xffff)) return '';
  // Some producers leave out the private area's F0.
  const character = String.fromCharCode(point < 0x100 ? 0xf000 + point : point);
  const greek = font === 'Symbol' ? greekFor(String.fromCharCode(point % 0x100)) : undefined;
  return greek ?? PRIVATE[character] ?? character;
};
