// Which cell of a table stands where, and how far does it reach? Rows are as long as the table has columns; the places
// that a wide or high cell covers are there, and empty.

/** More columns cannot be read on A4. */
export const MOST_COLUMNS = 12;
/** More rows are several tables. */
export const MOST_ROWS = 1_000;
/** More rows of a header would leave too little of each page to the others. */
export const MOST_HEADER_ROWS = 3;

export const ALIGNS = ['left', 'center', 'right'] as const;
export type Align = (typeof ALIGNS)[number];

/** In what a cell is unlike a plain one; `row` and `column` from 0, what is left out is as in a plain one. */
export interface CellLook {
  row: number;
  column: number;
  rowSpan?: number | undefined;
  colSpan?: number | undefined;
  align?: Align | undefined;
}

/** A table, whatever its cells hold. */
export interface TableOf<Words> {
  columns: readonly { align: Align }[];
  headerRows: number;
  rows: readonly (readonly Words[])[];
  cells?: readonly CellLook[] | undefined;
}

/** A cell with its place. `align` is what it says itself, else the middle in the header, else its column's. */
export interface GridCell<Words> {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  align: Align;
  words: Words;
}

const spansOf = ({ rowSpan = 1, colSpan = 1 }: CellLook) => ({ rowSpan, colSpan });

/** One number for each place: rows of a table are no longer than this. */
const placeOf = (row: number, column: number) => row * MOST_COLUMNS + column;

/** Every place that the cell reaches over, but for its own. */
const coveredFrom = function* (look: CellLook): Generator<number> {
  const { rowSpan, colSpan } = spansOf(look);
  for (let down = 0; down < rowSpan; down += 1) {
    for (let right = 0; right < colSpan; right += 1) {
      if (down + right > 0) yield placeOf(look.row + down, look.column + right);
    }
  }
};

const coveredIn = (cells: readonly CellLook[]): Set<number> =>
  new Set(cells.flatMap((look) => [...coveredFrom(look)]));

/** Row by row the cells that begin in it, from left to right. For a table without faults: each row has one. */
export const gridOf = <Words>(table: TableOf<Words>): GridCell<Words>[][] => {
  const { columns, headerRows, rows, cells = [] } = table;
  const covered = coveredIn(cells);
  const looks = new Map(cells.map((look) => [placeOf(look.row, look.column), look]));
  return rows.map((line, row) =>
    line.flatMap((words, column): GridCell<Words>[] => {
      const place = placeOf(row, column);
      if (covered.has(place)) return [];
      const look = looks.get(place) ?? { row, column };
      const usual = row < headerRows ? 'center' : (columns[column]?.align ?? 'left');
      return [{ row, column, ...spansOf(look), align: look.align ?? usual, words }];
    }),
  );
};

export interface GridFault {
  path: (string | number)[];
  message: string;
}

const faultOf = (
  { headerRows, rows, columns }: TableOf<unknown>,
  look: CellLook,
  before: CellLook | undefined,
): Omit<GridFault, 'path'> & { field?: keyof CellLook } => {
  const { row, column, align } = look;
  const { rowSpan, colSpan } = spansOf(look);
  const size = `${rows.length} rows and ${columns.length} columns`;
  if (row >= rows.length || column >= columns.length) {
    return { message: `has no place in a table of ${size}` };
  }
  if (before && placeOf(row, column) <= placeOf(before.row, before.column)) {
    return { message: 'does not come after the one before it, row by row' };
  }
  if (rowSpan * colSpan === 1 && align === undefined) return { message: 'says nothing' };
  if (row + rowSpan > rows.length) {
    return { field: 'rowSpan', message: `reaches out of a table of ${size}` };
  }
  if (column + colSpan > columns.length) {
    return { field: 'colSpan', message: `reaches out of a table of ${size}` };
  }
  if (row < headerRows && row + rowSpan > headerRows) {
    return { field: 'rowSpan', message: `reaches out of the ${headerRows} header rows` };
  }
  return { message: '' };
};

/**
 * What keeps cells from being laid on the grid of a table whose rows are all as long as it has columns: the first fault of
 * a cell's look; else each row that has no cell of its own; else each covered place that is not blank.
 */
export const gridFaults = <Words>(
  table: TableOf<Words>,
  isBlank: (words: Words) => boolean,
): GridFault[] => {
  const { rows, cells = [] } = table;
  const covered = new Map<number, CellLook>();
  for (const [index, look] of cells.entries()) {
    const { field, message } = faultOf(table, look, cells[index - 1]);
    if (message !== '') return [{ path: ['cells', index, ...(field ? [field] : [])], message }];
    const places = [placeOf(look.row, look.column), ...coveredFrom(look)];
    if (places.some((place) => covered.has(place))) {
      return [{ path: ['cells', index], message: 'overlaps one before it' }];
    }
    for (const place of places.slice(1)) covered.set(place, look);
  }
  const bare = rows.flatMap((line, row): GridFault[] =>
    line.every((_, column) => covered.has(placeOf(row, column)))
      ? [{ path: ['rows', row], message: 'has no cell of its own' }]
      : [],
  );
  if (bare.length > 0) return bare;
  return rows.flatMap((line, row) =>
    line.flatMap((words, column): GridFault[] => {
      const by = covered.get(placeOf(row, column));
      if (!by || isBlank(words)) return [];
      const message = `is covered by the cell ${by.row}.${by.column} and has words of its own`;
      return [{ path: ['rows', row, column], message }];
    }),
  );
};

/** The rows that a cell from above reaches into: between them and the row above nothing can be parted. */
export const reachedRows = (cells: readonly CellLook[]): Set<number> =>
  new Set(
    cells.flatMap(({ row, rowSpan = 1 }) =>
      Array.from({ length: rowSpan - 1 }, (_, down) => row + 1 + down),
    ),
  );

/** As many header rows as are wanted; where a cell reaches out of them, those that it reaches, or if these are too many, fewer. */
export const headerRowsFor = (
  wanted: number,
  rowCount: number,
  cells: readonly CellLook[],
): number => {
  const reached = reachedRows(cells);
  const most = Math.min(MOST_HEADER_ROWS, rowCount);
  const first = Math.min(wanted, most);
  const more = Array.from({ length: most - first + 1 }, (_, at) => first + at);
  const fewer = Array.from({ length: first }, (_, at) => first - 1 - at);
  return [...more, ...fewer].find((count) => !reached.has(count)) ?? 0;
};

const byPlace = (one: CellLook, other: CellLook) =>
  placeOf(one.row, one.column) - placeOf(other.row, other.column);

/** What a table has under `cells`: in order, without what goes without saying; nothing where nothing is left. */
export const saidOf = (cells: readonly CellLook[]): { cells?: CellLook[] } => {
  const kept = cells
    .filter(({ rowSpan = 1, colSpan = 1, align }) => rowSpan * colSpan > 1 || align !== undefined)
    .map(({ row, column, rowSpan = 1, colSpan = 1, align }) => ({
      row,
      column,
      ...(rowSpan > 1 && { rowSpan }),
      ...(colSpan > 1 && { colSpan }),
      ...(align && { align }),
    }));
  return kept.length > 0 ? { cells: kept.toSorted(byPlace) } : {};
};

/** Those of the looks that lie between two rows, cut off where they reach out; counted from `first` on. */
const looksBetween = (cells: readonly CellLook[], from: number, to: number, first: number) =>
  cells
    .filter(({ row }) => row >= from && row < to)
    .map((look) => ({
      ...look,
      row: look.row - from + first,
      rowSpan: Math.min(look.rowSpan ?? 1, to - look.row),
    }));

/**
 * Tables as long as the house's may be, all under the same header. They are parted where no cell reaches over the line; if
 * there is no such place, `isCut`: what the cell reached over then stands below it, blank.
 */
export const parted = <Words, Table extends TableOf<Words>>(
  table: Table & TableOf<Words>,
): { parts: Table[]; isCut: boolean } => {
  const { headerRows, rows, cells = [], ...rest } = table;
  if (rows.length <= MOST_ROWS) return { parts: [table], isCut: false };
  const reached = reachedRows(cells);
  const head = looksBetween(cells, 0, headerRows, 0);
  const parts: Table[] = [];
  let isCut = false;
  for (let from = headerRows; from < rows.length; ) {
    const most = Math.min(from + MOST_ROWS - headerRows, rows.length);
    let to = most;
    while (to > from && reached.has(to)) to -= 1;
    if (to === from) [to, isCut] = [most, true];
    parts.push({
      ...rest,
      headerRows,
      rows: [...rows.slice(0, headerRows), ...rows.slice(from, to)],
      ...saidOf([...head, ...looksBetween(cells, from, to, headerRows)]),
    } as unknown as Table);
    from = to;
  }
  return { parts, isCut };
};

/** Without the rows that have no cell of their own: nothing stands in them, and what reaches over them reaches less far. */
export const withoutBareRows = <Words, Table extends TableOf<Words>>(
  table: Table & TableOf<Words>,
): Table => {
  const { cells = [], ...rest } = table;
  const covered = coveredIn(cells);
  const hasCells = table.rows.map((line, row) =>
    line.some((_, column) => !covered.has(placeOf(row, column))),
  );
  if (hasCells.every(Boolean)) return table;
  // How many rows are left of those before each, and of all.
  const left = [0];
  for (const has of hasCells) left.push((left.at(-1) ?? 0) + (has ? 1 : 0));
  const now = (row: number) => left[row] ?? 0;
  const looks = cells.map((look) => ({
    ...look,
    row: now(look.row),
    rowSpan: now(look.row + (look.rowSpan ?? 1)) - now(look.row),
  }));
  return {
    ...rest,
    headerRows: now(table.headerRows),
    rows: table.rows.filter((_, row) => hasCells[row]),
    ...saidOf(looks),
  } as Table;
};

/** A cell as a file or a page has it: without its place. */
export interface LooseCell {
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A cell with its place, and as far as it reaches there. */
export interface PlacedCell<Cell> {
  cell: Cell;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/**
 * Each cell at the first free place of its row, as in HTML; where it would reach over another or out of the rows, it is
 * cut. `rows` have null where no cell begins, and are as long as the widest; one column more than a table may have says
 * that it is too wide.
 */
export const laidOnGrid = <Cell extends LooseCell>(
  ragged: readonly (readonly Cell[])[],
): { rows: (Cell | null)[][]; placed: PlacedCell<Cell>[] } => {
  const laid: (Cell | null | undefined)[][] = ragged.map(() => []);
  const placed: PlacedCell<Cell>[] = [];
  for (const [row, cells] of ragged.entries()) {
    const line = laid[row] ?? [];
    let column = 0;
    for (const cell of cells) {
      while (line[column] !== undefined) column += 1;
      const widest = Math.min(cell.colSpan, MOST_COLUMNS + 1);
      let colSpan = 1;
      while (colSpan < widest && line[column + colSpan] === undefined) colSpan += 1;
      const rowSpan = Math.min(cell.rowSpan, ragged.length - row);
      for (const reached of laid.slice(row, row + rowSpan)) {
        for (let right = 0; right < colSpan; right += 1) reached[column + right] = null;
      }
      line[column] = cell;
      placed.push({ cell, row, column, rowSpan, colSpan });
      column += colSpan;
    }
  }
  const width = laid.reduce((widest, line) => Math.max(widest, line.length), 0);
  return {
    rows: laid.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null)),
    placed,
  };
};

/** How most of a column's cells are aligned: left where they do not agree. */
export const mostAre = (aligns: readonly Align[]): Align => {
  const count = { left: 0, center: 0, right: 0 };
  for (const align of aligns) count[align] += 1;
  if (count.center > count.left && count.center >= count.right) return 'center';
  return count.right > count.left ? 'right' : 'left';
};
