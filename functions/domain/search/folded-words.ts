// Which words does a text have for somebody who types without accents? Folded, and a day under one name however it is written.

import type { OfficeDay } from '../office-calendar.ts';

/** `Đề án số 5` as `de an so 5`. Folding again changes nothing. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đð]/g, 'd');

/** Vietnamese syllables have seven letters at most; what is longer is no word that anybody types to its end. */
const LONGEST = 40;

const plainWords = (folded: string): string[] =>
  (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST));

const twoDigits = (digits: string): string => digits.padStart(2, '0');

/** `27/11/2026`, `ngày 27 tháng 11 năm 2026`; `11/2026`, `tháng 11 năm 2026`. */
const DAYS = [
  /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g,
  /ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})(?!\d)/g,
];
const MONTHS = [/(?<!\d)(\d{1,2})[/.-](\d{4})(?!\d)/g, /thang\s+(\d{1,2})\s+nam\s+(\d{4})(?!\d)/g];

const nameOfDay = ([, day = '', month = '', year = '']: string[]): string =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}`;
const nameOfMonth = ([, month = '', year = '']: string[]): string => `${year}-${twoDigits(month)}`;

/** Every word of a document's text, each once; its days and months by their names besides. */
export const wordsOf = (text: string): string[] => {
  const folded = fold(text);
  const named = (patterns: RegExp[], name: (match: string[]) => string) =>
    patterns.flatMap((pattern) => [...folded.matchAll(pattern)].map(name));
  return [
    ...new Set([...plainWords(folded), ...named(DAYS, nameOfDay), ...named(MONTHS, nameOfMonth)]),
  ];
};

/** A day, its month and its year, as they are looked for. */
export const wordsOfDay = (day: OfficeDay): string[] => [day, day.slice(0, 7), day.slice(0, 4)];

/** What is looked for: documents that have all these words and, where it is said, one that begins like the last. */
export type Wanted = { words: string[]; beginning: string | null };

/** One letter begins too much: it is a word by itself, as in `quý I`. */
const SHORTEST_BEGINNING = 2;

/**
 * What somebody typed. A day or a month counts as one word. The last word may be unfinished, unless something follows
 * it: a space says that it is whole.
 */
export const wantedIn = (typed: string): Wanted => {
  let folded = fold(typed);
  const names: string[] = [];
  const take = (patterns: RegExp[], name: (match: string[]) => string) => {
    for (const pattern of patterns) {
      folded = folded.replace(pattern, (...match: string[]) => {
        names.push(name(match));
        return ' ';
      });
    }
  };
  take(DAYS, nameOfDay);
  take(MONTHS, nameOfMonth);
  const plain = plainWords(folded);
  const last = plain.at(-1) ?? '';
  const isOpen = /[\p{L}\p{N}]$/u.test(folded) && last.length >= SHORTEST_BEGINNING;
  const words = [...new Set([...names, ...(isOpen ? plain.slice(0, -1) : plain)])];
  return { words, beginning: isOpen && !words.includes(last) ? last : null };
};
