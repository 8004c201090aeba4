// What can be done to a table? Rows and columns, where the writer stands; a step from one table to the next.
import type { Block } from '../../../functions/domain/block.ts';

export type Table = Extract<Block, { kind: 'table' }>;

const emptyCell = () => [{ text: '' }];

/** The least share a new column may have: narrower ones break words. */
const NEW_SHARE = 20;

/** Two columns, a header row and one more: the smallest table worth having. */
export const newTable = (): Table => {
  const column = { share: 50, align: 'left' } as const;
  const row = () => [emptyCell(), emptyCell()];
  return { kind: 'table', columns: [column, column], headerRows: 1, rows: [row(), row()] };
};

/** What can be done where one stands, at `row` and `column` from 0. */
export const TABLE_STEPS = {
  rowBelow: (table, row) => ({
    ...table,
    rows: table.rows.toSpliced(row + 1, 0, table.columns.map(emptyCell)),
  }),
  rowAbove: (table, row) => ({
    ...table,
    rows: table.rows.toSpliced(row, 0, table.columns.map(emptyCell)),
  }),
  columnAfter: (table, _, column) => ({
    ...table,
    columns: table.columns.toSpliced(column + 1, 0, { share: NEW_SHARE, align: 'left' }),
    rows: table.rows.map((cells) => cells.toSpliced(column + 1, 0, emptyCell())),
  }),
  withoutRow: (table, row) => {
    if (table.rows.length === 1) return table;
    const rows = table.rows.toSpliced(row, 1);
    const headerRows = row < table.headerRows ? table.headerRows - 1 : table.headerRows;
    return { ...table, rows, headerRows };
  },
  withoutColumn: (table, _, column) =>
    table.columns.length === 1
      ? table
      : {
          ...table,
          columns: table.columns.toSpliced(column, 1),
          rows: table.rows.map((cells) => cells.toSpliced(column, 1)),
        },
  headerRow: (table, row) => ({
    ...table,
    // The row that one stands in ends the head, or begins the rest if it did; more than three rows make no head.
    headerRows: Math.min(3, table.headerRows === row + 1 ? row : row + 1),
  }),
  left: (table, _, column) => aligned(table, column, 'left'),
  center: (table, _, column) => aligned(table, column, 'center'),
  right: (table, _, column) => aligned(table, column, 'right'),
  wider: (table, _, column) => sized(table, column, 1.25),
  narrower: (table, _, column) => sized(table, column, 0.8),
} satisfies Record<string, (table: Table, row: number, column: number) => Table>;

export type TableStep = keyof typeof TABLE_STEPS;

const withColumn = (table: Table, at: number, part: Partial<Table['columns'][number]>): Table => ({
  ...table,
  columns: table.columns.map((column, each) => (each === at ? { ...column, ...part } : column)),
});

function aligned(table: Table, column: number, align: 'left' | 'center' | 'right'): Table {
  return withColumn(table, column, { align });
}

/** Shares are kept to two places: they are read by people, too. */
function sized(table: Table, column: number, by: number): Table {
  const share = (table.columns[column]?.share ?? NEW_SHARE) * by;
  return withColumn(table, column, { share: Math.round(Math.min(100, share) * 100) / 100 });
}
