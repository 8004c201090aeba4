// How do the blocks of a body stand on the paper? With counted numbers, marks and styles, word for word.
import { type Block, plainText, type Run, textOf } from '../domain/block.ts';
import { type Numbered, numbering } from './numbering.ts';

export interface PrintedRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A paragraph of the body. */
export interface PrintedText {
  readonly kind: 'text';
  /** The level in outline and tags, from 1, no level left out; null for what is no heading. */
  readonly heading: number | null;
  /** `Chương I`: stands on a line of its own above the runs, both centred; null for a justified paragraph. */
  readonly above: string | null;
  /** Never the last line of a page: what it announces, or the signature, follows. */
  readonly keepWithNext: boolean;
  readonly runs: readonly PrintedRun[];
}

export interface PrintedTable {
  readonly kind: 'table';
  readonly columns: readonly {
    readonly share: number;
    readonly align: 'left' | 'center' | 'right';
  }[];
  readonly headerRows: number;
  /** A row that is `whole` goes to the next page rather than be torn. */
  readonly rows: readonly {
    readonly whole: boolean;
    readonly cells: readonly (readonly PrintedRun[])[];
  }[];
}

export type PrintedBody = readonly (PrintedText | PrintedTable)[];

export const upper = (text: string) => text.toLocaleUpperCase('vi');

const plain = (text: string): PrintedRun => ({ text, bold: false, italic: false });
const bold = (text: string): PrintedRun => ({ text, bold: true, italic: false });
/** Spaces at the ends are left out: nobody sees them, and they would take up room. */
const asTyped = (runs: readonly Run[]): PrintedRun[] => {
  const words = runs.filter(({ text }) => text !== '');
  return words.map(({ text, bold = false, italic = false }, index) => {
    const begun = index === 0 ? text.trimStart() : text;
    return { text: index === words.length - 1 ? begun.trimEnd() : begun, bold, italic };
  });
};
const allBold = (runs: readonly Run[]): PrintedRun[] =>
  asTyped(runs).map((run) => ({ ...run, bold: true }));
const allItalic = (runs: readonly Run[]): PrintedRun[] =>
  asTyped(runs).map((run) => ({ ...run, italic: true }));

/** The text without the marks that its author may have typed at its end. */
const withoutEnd = (text: string) => text.replace(/(?<![\s;.,])[\s;.,]+$/u, '');

/** The runs with another end: what was typed there gives way to `mark`. */
const endingIn = (runs: readonly PrintedRun[], mark: string): PrintedRun[] => {
  const last = runs.at(-1);
  return last ? [...runs.slice(0, -1), { ...last, text: `${withoutEnd(last.text)}${mark}` }] : [];
};

/** The widest first: a heading is one level deeper than the nearest wider one above it. */
const WIDEST_FIRST: readonly Numbered[] = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'level1',
  'level2',
  'level3',
];

/** Gives each heading its level in the outline; the first is 1, whatever it is. */
const outline = (): ((heading: Numbered) => number) => {
  let open: number[] = [];
  return (heading) => {
    const rank = WIDEST_FIRST.indexOf(heading);
    open = [...open.filter((wider) => wider < rank), rank];
    return open.length;
  };
};

/** Characters that fill a line as wide as the text, at the least: capitals in bold. */
const FULL_LINE = 45;
/** Half a page: what is moved to the next leaves a hole no larger. */
const WHOLE_LINES = 22;

type Table = Extract<Block, { kind: 'table' }>;

/** The most lines that the row may take up. */
const mostLines = (row: readonly Run[][], columns: readonly { share: number }[]): number => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const lines = row.map((cell, column) => {
    const line = (FULL_LINE * (columns[column]?.share ?? 0)) / shares;
    return plainText(cell).length / line;
  });
  return Math.max(1, ...lines);
};

/** A table that begins with rows so high that a page would have room for little else has none to repeat. */
const printedTable = ({ columns, headerRows, rows }: Table): PrintedTable => {
  const lines = rows.map((row) => mostLines(row, columns));
  const headerLines = lines.slice(0, headerRows).reduce((sum, more) => sum + more, 0);
  return {
    kind: 'table',
    columns,
    headerRows: headerLines < WHOLE_LINES ? headerRows : 0,
    rows: rows.map((row, index) => ({
      whole: (lines[index] ?? 0) < WHOLE_LINES,
      cells: row.map(index < headerRows ? allBold : asTyped),
    })),
  };
};

const isBlank = (block: Block) => block.kind !== 'table' && textOf(block).trim() === '';

const text = (runs: readonly PrintedRun[], keepWithNext = false): PrintedText => ({
  kind: 'text',
  heading: null,
  above: null,
  keepWithNext,
  runs,
});

/**
 * The printed form of blocks, blank ones left out. Decree 30/2020, Annex I, II.6.d: a heading of level 1 is upper case
 * and bold, one of level 2 bold, one of level 3 plain; divisions and articles are bold; all are upright.
 */
export const printedBody = (blocks: readonly Block[]): PrintedBody => {
  const number = numbering();
  const levelOf = outline();
  const heading = (what: Numbered, runs: readonly PrintedRun[], above: string | null = null) => ({
    ...text(runs, true),
    heading: levelOf(what),
    above,
  });
  const printed = blocks.filter((block) => !isBlank(block));
  return printed.map((block, index) => {
    switch (block.kind) {
      case 'legalBasis':
        return text(
          endingIn(allItalic(block.runs), printed[index + 1]?.kind === 'legalBasis' ? ';' : '.'),
        );
      case 'division':
        return heading(block.unit, [bold(upper(plainText(block.runs).trim()))], number(block.unit));
      case 'article':
        return heading('article', [bold(`${number('article')} ${plainText(block.runs).trim()}`)]);
      case 'heading': {
        const level = `level${block.level}` as const;
        const title = plainText(block.runs).trim();
        const words = `${number(level)} ${block.level === 1 ? upper(title) : title}`;
        return heading(level, [block.level === 3 ? plain(words) : bold(words)]);
      }
      case 'clause':
        return text([plain(`${number(`level${block.level}`)} `), ...asTyped(block.runs)]);
      case 'paragraph':
        return text(asTyped(block.runs));
      case 'label':
        return text([plain('- '), ...allItalic(block.runs)], true);
      case 'bullet':
        return text([plain(block.level === 1 ? '- ' : '+ '), ...asTyped(block.runs)]);
      case 'table':
        return printedTable(block);
    }
    return block satisfies never;
  });
};

/** Annex III: after the last word of the body. */
const END_MARK = './.';

/**
 * The body with its end mark. What carries the mark stays with the signature, so that no page holds that alone;
 * behind a table the mark has a line of its own.
 */
export const ended = (body: PrintedBody): PrintedBody => {
  const last = body.at(-1);
  if (last === undefined) return body;
  if (last.kind === 'table') return [...body, text([plain(END_MARK)], true)];
  const lastRun = last.runs.at(-1);
  if (!lastRun) return body;
  const run = { ...lastRun, text: lastRun.text.trimEnd().replace(/(?:\.\/\.|[.;])?$/u, END_MARK) };
  return [
    ...body.slice(0, -1),
    { ...last, keepWithNext: true, runs: [...last.runs.slice(0, -1), run] },
  ];
};
