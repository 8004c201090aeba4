// In which order do names stand? In that of the Vietnamese alphabet, also where a table can only compare characters.

/** Each with its own place behind the letter that it is made of; `~` stands behind all letters. */
const MARKED: Record<string, string> = {
  ă: 'a~',
  â: 'a~~',
  đ: 'd~',
  ê: 'e~',
  ô: 'o~',
  ơ: 'o~~',
  ư: 'u~',
};
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Sorts as the name does: `Đào` behind `Dương`, `Ân` behind `An`. Tones and capitals count only where nothing else differs. */
export const inAlphabet = (name: string): string => {
  const letters = name
    .toLowerCase()
    .normalize('NFD')
    .replace(TONES, '')
    .normalize('NFC')
    .replace(/[ăâđêôơư]/g, (letter) => MARKED[letter] ?? letter);
  // A tab stands before whatever a name holds, so that a name comes before the one that goes on.
  return `${letters}\t${name}`;
};
