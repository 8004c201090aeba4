// How do the blocks of a body stand on the paper? With counted numbers, marks and styles, word for word.
import { type Block, plainText, type Run, type Table, textOf } from '../domain/content/block.ts';
import { type GridCell, gridOf } from '../domain/content/table-grid.ts';
import { type NumberedKind, numbering } from './numbering.ts';

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

/** `column` from 0 is its first one, of `colSpan`. */
export interface PrintedCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly align: 'left' | 'center' | 'right';
  readonly runs: readonly PrintedRun[];
}

/** A row that is `whole` goes to the next page rather than be torn, and one that `clings` goes there with the row below. */
export interface PrintedRow {
  readonly whole: boolean;
  readonly clings: boolean;
  /** Those that begin in it, from left to right. */
  readonly cells: readonly PrintedCell[];
}

export interface PrintedTable {
  readonly kind: 'table';
  readonly columns: readonly { readonly share: number }[];
  readonly headerRows: number;
  readonly rows: readonly PrintedRow[];
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
const WIDEST_FIRST: readonly NumberedKind[] = [
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
const outline = (): ((heading: NumberedKind) => number) => {
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

type Cell = GridCell<Run[]>;

/** The most lines that the cell may take up. */
const linesOf = ({ column, colSpan, words }: Cell, { columns }: Table): number => {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const own = columns.slice(column, column + colSpan).reduce((sum, { share }) => sum + share, 0);
  return plainText(words).length / ((FULL_LINE * own) / shares);
};

/** The most lines of each row. A cell over several rows that needs more than they have makes the last one higher. */
const linesByRow = (grid: readonly Cell[][], table: Table): number[] => {
  const lines = grid.map((cells) =>
    Math.max(1, ...cells.map((cell) => (cell.rowSpan === 1 ? linesOf(cell, table) : 0))),
  );
  const high = grid.flat().filter(({ rowSpan }) => rowSpan > 1);
  for (const cell of high.toSorted((one, other) => lastRow(one) - lastRow(other))) {
    const last = lastRow(cell);
    const above = lines.slice(cell.row, last).reduce((sum, more) => sum + more, 0);
    lines[last] = Math.max(lines[last] ?? 0, linesOf(cell, table) - above);
  }
  return lines;
};

const lastRow = ({ row, rowSpan }: Cell) => row + rowSpan - 1;

/** For each row those that cells hold together with it, up to the row `to`, and the lines of them all. */
const groupsOf = (grid: readonly Cell[][], lines: readonly number[]) => {
  let group = { to: -1, lines: 0 };
  return grid.map((cells, row) => {
    if (row > group.to) group = { to: row, lines: 0 };
    group.to = Math.max(group.to, ...cells.map(lastRow));
    group.lines += lines[row] ?? 0;
    return group;
  });
};

/**
 * A table that begins with rows so high that a page would have room for little else has none to repeat. Rows that a cell
 * holds together stay on one page, unless they would leave too large a hole: then each row stands for itself.
 */
const printedTable = (table: Table): PrintedTable => {
  const lines = linesByRow(gridOf(table), table);
  const headerLines = lines.slice(0, table.headerRows).reduce((sum, more) => sum + more, 0);
  const headerRows = headerLines < WHOLE_LINES ? table.headerRows : 0;
  const grid = gridOf({ ...table, headerRows });
  const groups = groupsOf(grid, lines);
  return {
    kind: 'table',
    columns: table.columns.map(({ share }) => ({ share })),
    headerRows,
    rows: grid.map((cells, row) => {
      const group = groups[row];
      return {
        whole: (lines[row] ?? 0) < WHOLE_LINES,
        clings: group !== undefined && group.lines < WHOLE_LINES && row < group.to,
        cells: cells.map(({ column, colSpan, rowSpan, align, words }) => ({
          column,
          colSpan,
          rowSpan,
          align,
          runs: (row < table.headerRows ? allBold : asTyped)(words),
        })),
      };
    }),
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
  const heading = (
    what: NumberedKind,
    runs: readonly PrintedRun[],
    above: string | null = null,
  ) => ({
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
