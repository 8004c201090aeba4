// What stands on one line of a Word file, in letters that can be printed?
import { codePointOf, plainFor, unprintableIn } from '../../domain/content/text.ts';
import type { Notes } from './note.ts';
import {
  paragraphsIn,
  type WordItem,
  type WordParagraph,
  type WordRun,
  type WordTable,
  wordsOf,
} from './word-item.ts';

/** A paragraph, or a part of it between line breaks. */
export interface Line {
  readonly kind: 'line';
  /** As it reads, the mark of a list included; no spaces at the ends. */
  readonly text: string;
  /** The mark or number that Word prints by itself; it stands in `text`, not in `runs`. */
  readonly label: string | null;
  readonly listLevel: number;
  readonly runs: readonly WordRun[];
  readonly alignment: WordParagraph['alignment'];
  readonly outline: number | null;
  readonly keepNext: boolean;
  /** Is the line one of a table of contents? */
  readonly contents: boolean;
}

export type Piece = Line | WordTable;

/** More would not be read. */
const MOST_NAMED = 5;

/** The words in letters that the paper knows. What it has none for stays, for the drafter to replace, and is told. */
const printable = (text: string, notes: Notes): string => {
  const composed = text.normalize('NFC');
  if (unprintableIn(composed) === null) return composed;
  const kept = new Set<string>();
  let words = '';
  for (const character of composed) {
    // Header and foot are parted by tabs where no table parts them.
    const isPrinted = character === '\t' || unprintableIn(character) === null;
    const plain = isPrinted ? character : plainFor(character);
    if (plain === null) kept.add(character);
    words += plain ?? character;
  }
  if (kept.size > 0) {
    const named = [...kept].slice(0, MOST_NAMED).map(codePointOf).join(' ');
    notes.add('unprintable', `${named}: ${text}`);
  }
  // Letters that stood apart may join now.
  return words.normalize('NFC');
};

/** Spaces at the ends are nobody's words. */
const trimmed = (runs: readonly WordRun[]): WordRun[] => {
  const isWord = ({ text }: WordRun) => text.trim() !== '';
  const kept = runs
    .slice(Math.max(runs.findIndex(isWord), 0), runs.findLastIndex(isWord) + 1)
    .filter(({ text }) => text !== '');
  const last = kept.length - 1;
  return kept.map((run, index) => {
    const begun = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === last ? begun.trimEnd() : begun };
  });
};

const linesOf = (paragraph: WordParagraph, notes: Notes): Line[] => {
  const broken: WordRun[][] = [[]];
  for (const run of paragraph.runs) {
    for (const [index, part] of run.text.split('\n').entries()) {
      if (index > 0) broken.push([]);
      broken.at(-1)?.push({ ...run, text: printable(part, notes) });
    }
  }
  const { listLevel, alignment, outline, keepNext, contents } = paragraph;
  return broken.map((parts, index) => {
    const runs = trimmed(parts);
    const words = wordsOf({ runs });
    // A list prints its mark before words only; before none it would count something that is not there.
    const mark = index === 0 && words !== '' && paragraph.label;
    const label = mark ? printable(mark, notes).trim() || null : null;
    const text = label === null ? words : `${label} ${words}`;
    return { kind: 'line', text, label, listLevel, runs, alignment, outline, keepNext, contents };
  });
};

/** A table of one cell is but a frame around what stands in it. */
const inFrame = ({ rows }: WordTable): readonly WordItem[] | null => {
  const [cell, ...others] = rows.flatMap(({ cells }) => cells);
  return cell && others.length === 0 ? cell.items : null;
};

/** Paragraphs become lines, tables stay. */
export const piecesOf = (items: readonly WordItem[], notes: Notes): Piece[] =>
  items.flatMap((item): Piece[] => {
    if (item.kind === 'paragraph') return linesOf(item, notes);
    const framed = inFrame(item);
    return framed ? piecesOf(framed, notes) : [item];
  });

/** All lines, those of tables row by row. */
export const allLines = (items: readonly WordItem[], notes: Notes): Line[] =>
  paragraphsIn(items).flatMap((paragraph) => linesOf(paragraph, notes));

/** Lines drawn with characters, and places to be filled in by hand. */
export const isDecoration = (text: string) => /^[\s\-_–—─=*.…~]*$/u.test(text);

export const isBold = ({ runs }: Line) =>
  runs.length > 0 && runs.every(({ text, bold }) => bold || text.trim() === '');

export const isItalic = ({ runs }: Line) =>
  runs.length > 0 && runs.every(({ text, italic }) => italic || text.trim() === '');

/** Small letters without accents: people type `HÒA` and `HOÀ`. */
export const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
