// Is a table still sound, and are its words still there, whatever is done to it?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Block, plainText, runsOf, type Table } from '../../../functions/domain/content/block.ts';
import { gridOf } from '../../../functions/domain/content/table-grid.ts';
import {
  type Marked,
  newTable,
  TABLE_STEPS,
  type TableStep,
} from '../../../web/drafting/paper/table-shape.ts';
import { withMergedCells } from '../../support/random-report.ts';

const table = (height: number, width: number, headerRows: number): Table => ({
  kind: 'table',
  columns: Array.from({ length: width }, () => ({ share: 10, align: 'left' as const })),
  headerRows,
  rows: Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => runsOf(`ô${row}.${column}`)),
  ),
});

const tables = fc
  .record({
    height: fc.integer({ min: 1, max: 8 }),
    width: fc.integer({ min: 1, max: 12 }),
    header: fc.nat({ max: 3 }),
    seed: fc.nat(),
  })
  .map(({ height, width, header, seed }) =>
    withMergedCells(table(height, width, Math.min(header, height)), seed),
  );

const steps = fc.record({
  step: fc.constantFrom(...(Object.keys(TABLE_STEPS) as TableStep[])),
  from: fc.tuple(fc.nat(), fc.nat()),
  size: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
});
type Step = typeof steps extends fc.Arbitrary<infer Each> ? Each : never;

const markedIn = ({ rows, columns }: Table, { from, size }: Step): Marked => {
  const [top, left] = [from[0] % rows.length, from[1] % columns.length];
  return {
    top,
    left,
    bottom: Math.min(rows.length, top + 1 + size[0]),
    right: Math.min(columns.length, left + 1 + size[1]),
  };
};

const wordsOf = (each: Table): string[] =>
  each.rows
    .flat()
    .flatMap((runs) => plainText(runs).split(' '))
    .filter((word) => word !== '')
    .toSorted();

const cell = (row: number, column: number): Marked => ({
  top: row,
  left: column,
  bottom: row + 1,
  right: column + 1,
});

describe('a table that is worked on', () => {
  test('is one that can be saved after every step, with all words but those of rows and columns that were removed', () => {
    fc.assert(
      fc.property(tables, fc.array(steps, { maxLength: 12 }), (begun, done) => {
        done.reduce((before, each) => {
          const after: Table = TABLE_STEPS[each.step](before, markedIn(before, each));
          expect(Block.parse(after)).toEqual(after);
          if (!each.step.startsWith('without')) expect(wordsOf(after)).toEqual(wordsOf(before));
          return after;
        }, begun);
      }),
      { numRuns: 300 },
    );
  });

  test('gets merged cells back as they were when they are split again', () => {
    const whole = table(3, 3, 1);
    const marked = { top: 1, left: 0, bottom: 3, right: 2 };

    const merged = TABLE_STEPS.merge(whole, marked);
    const split = TABLE_STEPS.split(merged, cell(1, 0));

    expect(merged.cells).toEqual([{ row: 1, column: 0, rowSpan: 2, colSpan: 2 }]);
    expect(plainText(merged.rows[1]?.[0] ?? [])).toBe('ô1.0 ô1.1 ô2.0 ô2.1');
    expect(split).toEqual({ ...merged, cells: undefined });
  });

  test('merges a cell with its neighbour, and with all that the neighbour reaches over', () => {
    const tall = TABLE_STEPS.mergeBelow(table(3, 2, 0), cell(0, 1));

    expect(TABLE_STEPS.mergeRight(tall, cell(0, 0)).cells).toEqual([
      // The second row had no cell of its own any more.
      { row: 0, column: 0, colSpan: 2 },
    ]);
  });

  test('merges nothing of the header with the rows below it, and no cell with nothing', () => {
    const whole = table(3, 3, 1);

    expect(TABLE_STEPS.mergeBelow(whole, cell(0, 0))).toBe(whole);
    expect(TABLE_STEPS.mergeRight(whole, cell(0, 2))).toBe(whole);
    expect(TABLE_STEPS.merge(whole, cell(1, 1))).toBe(whole);
    expect(TABLE_STEPS.split(whole, cell(1, 1))).toBe(whole);
  });

  test('keeps the words of a cell when the row or the column that it begins in is removed', () => {
    const tall = { ...table(3, 3, 0), cells: [{ row: 0, column: 0, rowSpan: 2 }] };
    tall.rows[1]?.splice(0, 1, []);
    const wide = { ...table(2, 3, 0), cells: [{ row: 0, column: 0, colSpan: 2 }] };
    wide.rows[0]?.splice(1, 1, []);

    const [short] = gridOf(TABLE_STEPS.withoutRow(tall, cell(0, 1)));
    const [narrow] = gridOf(TABLE_STEPS.withoutColumn(wide, cell(1, 0)));

    expect(short?.map(({ words, rowSpan }) => [plainText(words), rowSpan])).toEqual([
      ['ô0.0', 1],
      ['ô1.1', 1],
      ['ô1.2', 1],
    ]);
    expect(narrow?.map(({ words, colSpan }) => [plainText(words), colSpan])).toEqual([
      ['ô0.0', 1],
      ['ô0.2', 1],
    ]);
  });

  test('lets a cell that reaches over the place of a new row reach over that too', () => {
    const tall = TABLE_STEPS.mergeBelow(table(3, 2, 0), cell(0, 0));

    expect(TABLE_STEPS.rowBelow(tall, cell(0, 1)).cells).toEqual([
      { row: 0, column: 0, rowSpan: 3 },
    ]);
    expect(TABLE_STEPS.rowBelow(tall, { ...cell(0, 0), bottom: 2 }).cells).toEqual(tall.cells);
  });

  test('aligns the cells that are marked, and the column where all of it is', () => {
    const whole = table(4, 2, 1);
    const one = TABLE_STEPS.cellRight(whole, cell(2, 1));
    const all = TABLE_STEPS.cellRight(one, { top: 1, left: 1, bottom: 4, right: 2 });

    expect(one.cells).toEqual([{ row: 2, column: 1, align: 'right' }]);
    expect(TABLE_STEPS.cellLeft(one, cell(2, 1))).toEqual(whole);
    expect(all.columns[1]?.align).toBe('right');
    expect(all.cells).toBeUndefined();
    expect(TABLE_STEPS.cellLeft(whole, cell(0, 0)).cells).toEqual([
      { row: 0, column: 0, align: 'left' },
    ]);
  });

  test('begins with a header row and one more', () => {
    expect(Block.parse(newTable())).toEqual(newTable());
  });
});
