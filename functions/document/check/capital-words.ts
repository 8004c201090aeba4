// Is a stretch of capitals a word, or letters that stand for words?

/** Of acute, grave, hook, tilde and dot only words have one; letters that stand for words have none. */
const hasTone = (text: string) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(text.normalize('NFD'));

const oneOf = (parts: string) => `(?:${parts.split(' ').join('|')})`;
const ONSETS = oneOf('b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x');
/** Of syllables without a tone. None ends in c, ch, p or t: those have one. */
const RHYMES = oneOf(
  'a ai ao au ay am an ang anh ăm ăn ăng âu ây âm ân âng e em en eng eo ê êm ên ênh êu i ia im in inh iu iêm iên iêng iêu o oi om on ong oa oai oam oan oang oanh oay oăm oăn oăng oe oen oeo ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uân uâng uây uê uênh uôi uôm uôn uông uơ uy uya uyên uynh uyu ư ưa ưi ưm ưn ưng ưu ươi ươm ươn ương ươu y yêm yên yêng yêu',
);
/** Before e, ê, i and y one spells k, gh and ngh; c, g and ng before the others (gi is a sound of its own). */
const MISSPELT = '(?:c|ng)[eêiy]|g[eêy]|(?:k|n?gh)[^eêiyh]';
const LEVEL_SYLLABLE = new RegExp(`^(?!${MISSPELT})${ONSETS}?${RHYMES}$`, 'u');

/** HAI and CÂU, not VAC, OCOP or TTHC. */
const isSyllable = (text: string) => LEVEL_SYLLABLE.test(text.normalize('NFC').toLowerCase());

/** BA is three. Other pairs of letters stand for words as often as they are one: CA (công an), TU (tỉnh ủy), DA (dự án). */
const isWordByItself = (text: string) =>
  hasTone(text) || text === 'BA' || (text.length > 2 && isSyllable(text));

/** `before` and `after`: what stands beside it. Two letters beside a word in capitals are a word too, as in PHẦN TƯ. */
export const isCapitalWord = (text: string, before: string, after: string): boolean =>
  isWordByItself(text) ||
  (isSyllable(text) &&
    [/(?<!\p{L})(\p{Lu}{2,8})\s$/u.exec(before), /^\s(\p{Lu}{2,8})(?!\p{L})/u.exec(after)].some(
      (beside) => beside?.[1] !== undefined && isWordByItself(beside[1]),
    ));
