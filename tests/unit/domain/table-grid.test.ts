// Is every place of a table somebody's, whatever its cells reach over?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Block,
  plainText,
  type Run,
  runsOf,
  type Table,
} from '../../../functions/domain/content/block.ts';
import {
  gridOf,
  headerRowsFor,
  laidOnGrid,
  parted,
  saidOf,
  withoutBareRows,
} from '../../../functions/domain/content/table-grid.ts';
import { withMergedCells } from '../../support/random-report.ts';

const table = (height: number, width: number, headerRows: number): Table => ({
  kind: 'table',
  columns: Array.from({ length: width }, () => ({ share: 1, align: 'right' as const })),
  headerRows,
  rows: Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => runsOf(`${row}.${column}`)),
  ),
});

const tables = fc
  .record({
    height: fc.integer({ min: 1, max: 12 }),
    width: fc.integer({ min: 1, max: 12 }),
    header: fc.nat({ max: 3 }),
    seed: fc.nat(),
  })
  .map(({ height, width, header, seed }) =>
    withMergedCells(table(height, width, Math.min(header, height)), seed),
  );

describe('a table', () => {
  test('whose cells are laid on its grid has one cell at each place, and the words of no other', () => {
    fc.assert(
      fc.property(tables, (each) => {
        expect(Block.parse(each)).toEqual(each);
        const owners = each.rows.map((line) => line.map(() => 0));
        for (const { row, column, rowSpan, colSpan, words } of gridOf(each).flat()) {
          expect(words).toEqual(runsOf(`${row}.${column}`));
          for (const line of owners.slice(row, row + rowSpan)) {
            for (let at = column; at < column + colSpan; at += 1) line[at] = (line[at] ?? 0) + 1;
          }
        }
        expect(owners.flat().every((count) => count === 1)).toBe(true);
      }),
    );
  });

  test('aligns a cell as it says itself, else in the middle of the header, else as its column', () => {
    const cells = [
      { row: 0, column: 1, align: 'left' as const },
      { row: 1, column: 0, align: 'center' as const },
    ];
    const aligns = gridOf({ ...table(2, 2, 1), cells }).map((row) => row.map(({ align }) => align));

    expect(aligns).toEqual([
      ['center', 'left'],
      ['center', 'right'],
    ]);
  });

  test('is found again from cells that do not know their places', () => {
    fc.assert(
      fc.property(tables, (each) => {
        const { rows, placed } = laidOnGrid(gridOf(each));

        expect(rows.map((row) => row.map((cell) => cell?.words ?? []))).toEqual(each.rows);
        expect(saidOf(placed).cells ?? []).toEqual(
          saidOf((each.cells ?? []).map(({ align: _, ...look }) => look)).cells ?? [],
        );
      }),
    );
  });

  test('is sound whatever cells a file or a page puts into it, and keeps the words of each', () => {
    const spans = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(65_534));
    const loose = fc.record({ rowSpan: spans, colSpan: fc.integer({ min: 1, max: 3 }) });
    const ragged = fc.array(fc.array(loose, { maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ragged, fc.nat({ max: 4 }), (lines, wanted) => {
        const { rows, placed } = laidOnGrid(lines);
        const width = rows[0]?.length ?? 0;
        fc.pre(width > 0 && width <= 12);
        const words = rows.map((row) => row.map((cell) => runsOf(cell ? 'từ' : '')));
        const laid = withoutBareRows<Run[], Table>({
          ...table(0, width, headerRowsFor(wanted, rows.length, placed)),
          rows: words,
          ...saidOf(placed),
        });

        expect(Block.parse(laid)).toEqual(laid);
        const said = laid.rows.flat().filter((runs) => plainText(runs) !== '');
        expect(said).toHaveLength(lines.flat().length);
      }),
      { numRuns: 300 },
    );
  });

  test('cuts cells that reach over others, out of the rows or further than any table', () => {
    const cell = (name: string, rowSpan: number, colSpan: number) => ({ name, rowSpan, colSpan });
    const { rows, placed } = laidOnGrid([
      [cell('a', 1, 1), cell('b', 65_534, 1), cell('c', 1, 1)],
      [cell('d', 2, 2), cell('e', 1, 1)],
    ]);

    expect(rows.map((row) => row.map((each) => each?.name ?? ''))).toEqual([
      ['a', 'b', 'c'],
      ['d', '', 'e'],
    ]);
    expect(saidOf(placed)).toEqual({ cells: [{ row: 0, column: 1, rowSpan: 2 }] });
    expect(laidOnGrid([[cell('a', 1, 1_000_000)]]).rows[0]).toHaveLength(13);
  });

  test('does without rows that have no cell of their own', () => {
    const whole = { ...table(4, 2, 2), rows: table(4, 2, 2).rows.map((row) => row.map(() => [])) };

    expect(
      withoutBareRows({
        ...whole,
        cells: [
          { row: 0, column: 0, rowSpan: 2, colSpan: 2 },
          { row: 2, column: 1, rowSpan: 2 },
        ],
      }),
    ).toEqual({
      ...whole,
      headerRows: 1,
      rows: whole.rows.slice(1),
      cells: [
        { row: 0, column: 0, colSpan: 2 },
        { row: 1, column: 1, rowSpan: 2 },
      ],
    });
  });

  test('has as many header rows as its cells let be parted from the others', () => {
    const down = (row: number, rowSpan: number) => ({ row, column: 0, rowSpan });

    expect(headerRowsFor(1, 5, [])).toBe(1);
    expect(headerRowsFor(1, 5, [down(0, 2)])).toBe(2);
    expect(headerRowsFor(2, 5, [down(1, 3)])).toBe(1);
    expect(headerRowsFor(1, 5, [down(0, 5)])).toBe(0);
    expect(headerRowsFor(9, 2, [])).toBe(2);
  });

  test('that is too long is parted where no cell reaches over the line, each part under the header', () => {
    const long = table(1_500, 1, 1);
    const over = (rowSpan: number) =>
      Array.from({ length: Math.ceil(1_499 / rowSpan) }, (_, at) => ({
        row: 1 + at * rowSpan,
        column: 0,
        rowSpan: Math.min(rowSpan, 1_499 - at * rowSpan),
      }));
    const partsOf = (rowSpan: number) => {
      const { parts, isCut } = parted({ ...long, ...saidOf(over(rowSpan)) });
      return [parts.map(({ rows }) => rows.length), parts.at(-1)?.cells?.[0], isCut];
    };

    expect(partsOf(1)).toEqual([[1_000, 501], undefined, false]);
    expect(partsOf(7)).toEqual([[995, 506], { row: 1, column: 0, rowSpan: 7 }, false]);
    expect(partsOf(1_400)).toEqual([[1_000, 501], { row: 402, column: 0, rowSpan: 99 }, true]);
  });
});
