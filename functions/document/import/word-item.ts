// What does a Word file consist of, for whoever looks for a report in it? Paragraphs and tables, in order.
import type { ParagraphLook } from './word-styles.ts';

/** Line breaks are `\n`, tabs `\t`. */
export interface WordRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** In another colour than black, or on another than white. */
  readonly coloured?: boolean;
  readonly underlined?: boolean;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** The number or mark that Word prints before it by itself. */
  readonly label: string | null;
  readonly listLevel: number;
  readonly alignment: ParagraphLook['alignment'];
  readonly outline: number | null;
  readonly keepNext: boolean;
  /** A line of a table of contents. */
  readonly contents: boolean;
  /** Begins on a new page. */
  readonly breakBefore: boolean;
  readonly runs: readonly WordRun[];
}

export interface WordCell {
  readonly items: readonly WordItem[];
  readonly columns: number;
  /** Of a cell over several rows it is the uppermost part, or one of the others. */
  readonly down: 'starts' | 'goesOn' | null;
  readonly isShaded: boolean;
  /** Its words stand on their side. */
  readonly isTurned: boolean;
}

export interface WordTable {
  readonly kind: 'table';
  /** Any unit; empty if the file does not say. */
  readonly widths: readonly number[];
  readonly rows: readonly { readonly header: boolean; readonly cells: readonly WordCell[] }[];
}

export type WordItem = WordParagraph | WordTable;

export const wordsOf = ({ runs }: { readonly runs: readonly { readonly text: string }[] }) =>
  runs.map(({ text }) => text).join('');

/** All paragraphs, those in tables too, row by row. */
export const paragraphsIn = (items: readonly WordItem[]): WordParagraph[] =>
  items.flatMap((item) =>
    item.kind === 'paragraph'
      ? [item]
      : item.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.items))),
  );

/** The most cells in a row. */
export const widthOf = ({ rows }: WordTable): number =>
  rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

/** The items of a table, column by column, each from top to bottom. */
export const columnsIn = (table: WordTable): WordItem[][] =>
  Array.from({ length: widthOf(table) }, (_, column) =>
    table.rows.flatMap(({ cells }) => cells[column]?.items ?? []),
  );
