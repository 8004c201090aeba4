// Are cells merged, split and aligned on the paper by keys as by the bar of tools, and undone in one press?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Block,
  Block as BlockSchema,
  plainText,
  runsOf,
  type Table,
} from '../../../functions/domain/content/block.ts';
import { openPaper, type PaperAlone } from '../../support/paper-alone.ts';

const TABLE: Table = {
  kind: 'table',
  columns: [
    { share: 50, align: 'left' },
    { share: 25, align: 'right' },
    { share: 25, align: 'right' },
  ],
  headerRows: 1,
  rows: [
    ['A', 'B', 'C'],
    ['D', 'E', 'F'],
    ['G', 'H', 'I'],
  ].map((row) => row.map(runsOf)),
};

/** The words of the table, and which of its cells are not plain. */
const told = ([table]: Block[]) => {
  BlockSchema.parse(table);
  if (table?.kind !== 'table') throw new Error('no table');
  return [table.rows.map((row) => row.map(plainText).join('|')).join(' / '), table.cells ?? []];
};

describe('a table on the paper', () => {
  let paper: PaperAlone;
  beforeAll(async () => {
    paper = await openPaper();
  });
  afterAll(() => paper?.close());

  it('has cells marked by keys, merged, written in, and taken apart by undoing', async () => {
    await paper.lay([TABLE], [0, 'E']);
    await paper.press('Shift+ArrowRight');
    await paper.press('Shift+ArrowDown');

    expect(told(await paper.step('merge'))).toEqual([
      'A|B|C / D|E F H I| / G||',
      [{ row: 1, column: 1, rowSpan: 2, colSpan: 2 }],
    ]);
    expect(told(await paper.type('mới '))).toEqual([
      'A|B|C / D|mới E F H I| / G||',
      [{ row: 1, column: 1, rowSpan: 2, colSpan: 2 }],
    ]);
    expect(told(await paper.step('split'))[1]).toEqual([]);

    await paper.press('Control+z');
    await paper.press('Control+z');
    expect(told(await paper.press('Control+z'))).toEqual(['A|B|C / D|E|F / G|H|I', []]);
  });

  it('goes from cell to cell over merged ones, and has a row more behind the last', async () => {
    const cells = [
      { row: 1, column: 0, rowSpan: 2 },
      { row: 1, column: 1, colSpan: 2 },
    ];
    const rows = [
      ['A', 'B', 'C'],
      ['D', 'E', ''],
      ['', 'H', 'I'],
    ].map((row) => row.map(runsOf));
    await paper.lay([{ ...TABLE, rows, cells }], [0, 'D']);

    for (const words of ['1', '2', '3', '4']) {
      await paper.press('Tab');
      await paper.press('End');
      await paper.type(words);
    }

    expect(told(await paper.type(''))).toEqual([
      'A|B|C / D|E1| / |H2|I3 / 4||',
      [
        { row: 1, column: 0, rowSpan: 2 },
        { row: 1, column: 1, colSpan: 2 },
      ],
    ]);
  });

  it('keeps what is marked while it is aligned, so that it can be aligned otherwise', async () => {
    await paper.lay([TABLE], [0, 'D']);
    await paper.press('Shift+ArrowRight');

    expect(told(await paper.step('cellCenter'))[1]).toEqual([
      { row: 1, column: 0, align: 'center' },
      { row: 1, column: 1, align: 'center' },
    ]);
    expect(told(await paper.step('cellRight'))[1]).toEqual([{ row: 1, column: 0, align: 'right' }]);
    expect(
      await paper.page.locator('td').evaluateAll((all) => all.map((td) => td.dataset.own ?? '')),
    ).toEqual(['', '', '', 'right', '', '', '', '', '']);
  });

  it('is copied and pasted with its cells merged and aligned', async () => {
    const cells = [
      { row: 0, column: 1, colSpan: 2 },
      { row: 1, column: 0, rowSpan: 2, align: 'center' as const },
    ];
    const rows = [
      ['A', 'B', ''],
      ['D', 'E', 'F'],
      ['', 'H', 'I'],
    ].map((row) => row.map(runsOf));
    await paper.lay([
      { ...TABLE, rows, cells },
      { kind: 'paragraph', runs: runsOf('Sau') },
    ]);
    const html = await paper.copied();
    await paper.lay([{ kind: 'paragraph', runs: [{ text: '' }] }]);

    const pasted = await paper.paste({ html });

    expect(told(pasted)).toEqual(['A|B| / D|E|F / |H|I', cells]);
    expect(pasted[0]).toMatchObject({ columns: TABLE.columns, headerRows: 1 });
  });
});
