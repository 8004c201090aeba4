// What can be done to a table? Rows and columns, cells that become one, how they are aligned, where the writer stands.
import type { Run, Table } from '../../../functions/domain/content/block.ts';
import {
  type Align,
  type CellLook,
  gridOf,
  headerRowsFor,
  MOST_COLUMNS,
  MOST_ROWS,
  saidOf,
  withoutBareRows,
} from '../../../functions/domain/content/table-grid.ts';

/** The cells that one has marked, or the one that one stands in, whole: `bottom` and `right` lie behind the last. */
export type Marked = { top: number; left: number; bottom: number; right: number };

const emptyCell = (): Run[] => [{ text: '' }];

/** The least share a new column may have: narrower ones break words. */
const NEW_SHARE = 20;

/** Two columns, a header row and one more: the smallest table worth having. */
export const newTable = (): Table => {
  const column = { share: 50, align: 'left' } as const;
  const row = () => [emptyCell(), emptyCell()];
  return { kind: 'table', columns: [column, column], headerRows: 1, rows: [row(), row()] };
};

/** From where on, and over how many: of a cell's rows or of its columns. */
type Reach = { at: number; span: number };

const rowsOf = ({ row, rowSpan = 1 }: CellLook): Reach => ({ at: row, span: rowSpan });
const columnsOf = ({ column, colSpan = 1 }: CellLook): Reach => ({ at: column, span: colSpan });
const inRows = (look: CellLook, { at, span }: Reach): CellLook => ({
  ...look,
  row: at,
  rowSpan: span,
});
const inColumns = (look: CellLook, { at, span }: Reach): CellLook => ({
  ...look,
  column: at,
  colSpan: span,
});

/** With one more at `place`: what reaches over it reaches further. */
const wider = ({ at, span }: Reach, place: number): Reach => {
  if (at >= place) return { at: at + 1, span };
  return { at, span: at + span > place ? span + 1 : span };
};

/** Without those from one to the other; null where nothing is left. */
const without = ({ at, span }: Reach, from: number, to: number): Reach | null => {
  const gone = Math.max(0, Math.min(at + span, to) - Math.max(at, from));
  if (gone === span) return null;
  return { at: at < from ? at : Math.max(at, to) - (to - from), span: span - gone };
};

/** As the house's tables are: no row without a cell of its own, no cell that reaches out of the header. */
const sound = ({ cells: _, ...table }: Table, looks: readonly CellLook[]): Table => {
  const whole: Table = withoutBareRows({ ...table, ...saidOf(looks) });
  const headerRows = headerRowsFor(whole.headerRows, whole.rows.length, whole.cells ?? []);
  return { ...whole, headerRows };
};

const withRow = (table: Table, place: number): Table => {
  const { rows, headerRows, columns, cells = [] } = table;
  if (rows.length === MOST_ROWS) return table;
  return sound(
    {
      ...table,
      headerRows: place < headerRows ? headerRows + 1 : headerRows,
      rows: rows.toSpliced(place, 0, columns.map(emptyCell)),
    },
    cells.map((look) => inRows(look, wider(rowsOf(look), place))),
  );
};

const withColumn = (table: Table, place: number): Table => {
  const { rows, columns, cells = [] } = table;
  if (columns.length === MOST_COLUMNS) return table;
  return sound(
    {
      ...table,
      columns: columns.toSpliced(place, 0, { share: NEW_SHARE, align: 'left' }),
      rows: rows.map((line) => line.toSpliced(place, 0, emptyCell())),
    },
    cells.map((look) => inColumns(look, wider(columnsOf(look), place))),
  );
};

/** The words of a cell that begins in what goes and reaches beyond are kept, at the first place that is left of it. */
const withWordsMoved = (table: Table, { top, left, bottom, right }: Marked): Run[][][] => {
  const rows = table.rows.map((line) => [...line]);
  for (const { row, column, rowSpan = 1, colSpan = 1 } of table.cells ?? []) {
    const down = row >= top && row < bottom && row + rowSpan > bottom ? bottom : row;
    const beside = column >= left && column < right && column + colSpan > right ? right : column;
    const [line, words] = [rows[down], rows[row]?.[column]];
    if (line && words) line[beside] = words;
  }
  return rows;
};

const withoutRows = (table: Table, { top, bottom }: Marked): Table => {
  const { rows, headerRows, columns, cells = [] } = table;
  if (bottom - top === rows.length) return table;
  const moved = withWordsMoved(table, { top, bottom, left: columns.length, right: columns.length });
  const gone = Math.max(0, Math.min(bottom, headerRows) - top);
  return sound(
    { ...table, headerRows: headerRows - gone, rows: moved.toSpliced(top, bottom - top) },
    cells.flatMap((look) => {
      const left = without(rowsOf(look), top, bottom);
      return left ? [inRows(look, left)] : [];
    }),
  );
};

const withoutColumns = (table: Table, { left, right }: Marked): Table => {
  const { rows, columns, cells = [] } = table;
  if (right - left === columns.length) return table;
  const moved = withWordsMoved(table, { left, right, top: rows.length, bottom: rows.length });
  return sound(
    {
      ...table,
      columns: columns.toSpliced(left, right - left),
      rows: moved.map((line) => line.toSpliced(left, right - left)),
    },
    cells.flatMap((look) => {
      const kept = without(columnsOf(look), left, right);
      return kept ? [inColumns(look, kept)] : [];
    }),
  );
};

const isIn = ({ row, column }: CellLook, { top, left, bottom, right }: Marked): boolean =>
  row >= top && row < bottom && column >= left && column < right;

/** As much more as the cells need that are marked in part. */
const whole = (cells: readonly CellLook[], marked: Marked): Marked => {
  const touched = cells.filter(
    ({ row, column, rowSpan = 1, colSpan = 1 }) =>
      row < marked.bottom &&
      row + rowSpan > marked.top &&
      column < marked.right &&
      column + colSpan > marked.left,
  );
  const all = {
    top: Math.min(marked.top, ...touched.map(({ row }) => row)),
    left: Math.min(marked.left, ...touched.map(({ column }) => column)),
    bottom: Math.max(marked.bottom, ...touched.map(({ row, rowSpan = 1 }) => row + rowSpan)),
    right: Math.max(marked.right, ...touched.map(({ column, colSpan = 1 }) => column + colSpan)),
  };
  const isMore =
    all.bottom - all.top + all.right - all.left >
    marked.bottom - marked.top + marked.right - marked.left;
  return isMore ? whole(cells, all) : marked;
};

const isBlank = (runs: readonly Run[]) => runs.every(({ text }) => text.trim() === '');

/** One cell with all their words. The header and the rest are never one. */
const merged = (table: Table, some: Marked): Table => {
  const { rows, columns, headerRows, cells = [] } = table;
  if (some.bottom > rows.length || some.right > columns.length) return table;
  const marked = whole(cells, some);
  const { top, left, bottom, right } = marked;
  const own = cells.filter((look) => isIn(look, marked));
  const isOne = own.some(
    ({ row, column, rowSpan = 1, colSpan = 1 }) =>
      row === top && column === left && row + rowSpan === bottom && column + colSpan === right,
  );
  if (isOne || (bottom - top) * (right - left) === 1) return table;
  if (top < headerRows && bottom > headerRows) return table;
  const words = rows
    .slice(top, bottom)
    .flatMap((line) => line.slice(left, right))
    .filter((runs) => !isBlank(runs))
    .flatMap((runs, at) => (at > 0 ? [{ text: ' ' }, ...runs] : runs));
  const look = { row: top, column: left, rowSpan: bottom - top, colSpan: right - left };
  const [{ align } = {}] = own.filter(({ row, column }) => row === top && column === left);
  return sound(
    {
      ...table,
      rows: rows.map((line, row) =>
        line.map((runs, column) => {
          if (row === top && column === left) return words.length > 0 ? words : emptyCell();
          return isIn({ row, column }, marked) ? emptyCell() : runs;
        }),
      ),
    },
    [...cells.filter((each) => !own.includes(each)), { ...look, align }],
  );
};

/** The words stay in the first of the cells. */
const split = (table: Table, marked: Marked): Table => {
  const { cells = [] } = table;
  const isMerged = (look: CellLook) =>
    isIn(look, marked) && (look.rowSpan !== undefined || look.colSpan !== undefined);
  if (!cells.some(isMerged)) return table;
  return sound(
    table,
    cells.map((look) => (isMerged(look) ? { ...look, rowSpan: 1, colSpan: 1 } : look)),
  );
};

/** Whoever aligns all cells of a column below the header means the column, with the rows that come. */
const alignedCells = (table: Table, marked: Marked, align: Align): Table => {
  const { rows, columns, headerRows, cells = [] } = table;
  const { top, bottom } = marked;
  if (top <= headerRows && bottom === rows.length && bottom > headerRows) {
    const body = alignedColumns(table, marked, align);
    return top < headerRows ? alignedCells(body, { ...marked, bottom: headerRows }, align) : body;
  }
  const looks = gridOf(table)
    .slice(top, bottom)
    .flatMap((line) => line.filter((cell) => isIn(cell, marked)))
    .map(({ row, column, rowSpan, colSpan }) => {
      const usual = row < headerRows ? 'center' : columns[column]?.align;
      return { row, column, rowSpan, colSpan, align: align === usual ? undefined : align };
    });
  return sound(table, [...cells.filter((look) => !isIn(look, marked)), ...looks]);
};

/** Below the header, also what was aligned by itself. */
const alignedColumns = (table: Table, { left, right }: Marked, align: Align): Table => {
  const { columns, headerRows, cells = [] } = table;
  return sound(
    {
      ...table,
      columns: columns.map((column, at) =>
        at >= left && at < right ? { ...column, align } : column,
      ),
    },
    cells.map((look) =>
      look.row >= headerRows && look.column >= left && look.column < right
        ? { ...look, align: undefined }
        : look,
    ),
  );
};

/** Shares are kept to two places: they are read by people, too. */
const sized = (table: Table, { left, right }: Marked, by: number): Table => ({
  ...table,
  columns: table.columns.map((column, at) => {
    if (at < left || at >= right) return column;
    return { ...column, share: Math.round(Math.min(100, column.share * by) * 100) / 100 };
  }),
});

/** What can be done to what is marked; the same table where it cannot. */
export const TABLE_STEPS = {
  merge: merged,
  split,
  cellLeft: (table, marked) => alignedCells(table, marked, 'left'),
  cellCenter: (table, marked) => alignedCells(table, marked, 'center'),
  cellRight: (table, marked) => alignedCells(table, marked, 'right'),
  rowBelow: (table, { bottom }) => withRow(table, bottom),
  rowAbove: (table, { top }) => withRow(table, top),
  columnAfter: (table, { right }) => withColumn(table, right),
  columnBefore: (table, { left }) => withColumn(table, left),
  withoutRow: withoutRows,
  withoutColumn: withoutColumns,
  mergeRight: (table, marked) => merged(table, { ...marked, right: marked.right + 1 }),
  mergeBelow: (table, marked) => merged(table, { ...marked, bottom: marked.bottom + 1 }),
  headerRow: (table, { top, bottom }) =>
    // The rows that one stands in end the head, or begin the rest if they did.
    sound({ ...table, headerRows: table.headerRows === bottom ? top : bottom }, table.cells ?? []),
  left: (table, marked) => alignedColumns(table, marked, 'left'),
  center: (table, marked) => alignedColumns(table, marked, 'center'),
  right: (table, marked) => alignedColumns(table, marked, 'right'),
  wider: (table, marked) => sized(table, marked, 1.25),
  narrower: (table, marked) => sized(table, marked, 0.8),
} satisfies Record<string, (table: Table, marked: Marked) => Table>;

export type TableStep = keyof typeof TABLE_STEPS;
