// Is everything found on the paper, and are other words put in its place without harm to what stands beside it?
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Block, plainText, runsOf } from '../../../functions/domain/content/block.ts';
import { openPaper, type PaperAlone } from '../../support/paper-alone.ts';

const BLOCKS: Block[] = [
  { kind: 'heading', level: 1, runs: runsOf('ĐỀ ÁN số 1') },
  {
    kind: 'paragraph',
    runs: [{ text: 'Đề ' }, { text: 'án', bold: true }, { text: ' của xã và đề án của tỉnh.' }],
  },
  {
    kind: 'table',
    columns: [
      { share: 50, align: 'left' },
      { share: 50, align: 'left' },
    ],
    headerRows: 1,
    rows: [
      ['Tên', 'Đề án'],
      ['de an', ''],
    ].map((row) => row.map(runsOf)),
  },
];
const AS_TYPED = { matchesCase: false, matchesAccents: true };
const wanted = (text: string) => ({ text, ...AS_TYPED });

const textOf = (blocks: Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map(plainText).join('|')).join(' / ')
      : plainText(block.runs),
  );

describe('what is looked for on the paper', () => {
  let paper: PaperAlone;
  beforeAll(async () => {
    paper = await openPaper();
  });
  afterAll(() => paper?.close());

  it('is found in headings, over bold words and in cells, from where one stands on and around', async () => {
    await paper.lay(BLOCKS, [1, 'Đề ']);

    const first = await paper.lookFor(wanted('đề án'));
    expect(first).toMatchObject({ count: 4, at: 3, words: 'đề án' });
    // Of one place, the plain and the bold words are marked apart.
    expect(first.marked.join('|')).toBe('ĐỀ ÁN|Đề |án|đề án|Đề án');
    expect(await paper.goOn(1)).toMatchObject({ at: 4, words: 'Đề án' });
    expect(await paper.goOn(1)).toMatchObject({ at: 1, words: 'ĐỀ ÁN' });
    expect(await paper.goOn(-1)).toMatchObject({ at: 4 });
    expect(await paper.goOn(-1)).toMatchObject({ at: 3 });
    expect(await paper.lookFor({ ...wanted('đề án'), matchesAccents: false })).toMatchObject({
      count: 5,
      at: 3,
    });
    expect(await paper.lookFor(wanted('không có'))).toMatchObject({ count: 0, at: 0 });
  });

  it('is counted anew while one writes, and is no longer marked when one has done', async () => {
    await paper.lay(BLOCKS, [1, 'Đề ']);
    await paper.lookFor(wanted('tỉnh'));
    await paper.press('ArrowRight');
    await paper.type(' và tỉnh');

    expect(await paper.goOn(1)).toMatchObject({ count: 2, at: 1 });
    expect((await paper.lookFor(null)).marked).toEqual([]);
  });

  it('gives way to other words one by one, as bold as its first letter was', async () => {
    await paper.lay(BLOCKS, [1, 'Đề ']);
    await paper.lookFor(wanted('án'));

    expect((await paper.replace('kế hoạch'))[1]).toMatchObject({
      runs: [
        { text: 'Đề ' },
        { text: 'kế hoạch', bold: true },
        { text: ' của xã và đề án của tỉnh.' },
      ],
    });
    expect(textOf(await paper.replace(''))[1]).toBe('Đề kế hoạch của xã và đề  của tỉnh.');
  });

  it('gives way everywhere in one step to undo, apart from what is typed before and after', async () => {
    await paper.lay(BLOCKS, [1, 'Đề ']);
    await paper.type('x');
    await paper.press('Backspace');
    await paper.lookFor(wanted('đề án'));

    const after = await paper.replace('chương trình', true);
    expect(textOf(after)).toEqual([
      'chương trình số 1',
      'chương trình của xã và chương trình của tỉnh.',
      'Tên|chương trình / de an|',
    ]);
    await paper.type('!');
    await paper.press('Control+z');
    expect(textOf(await paper.press('Control+z'))).toEqual(textOf(BLOCKS));
    expect(textOf(await paper.press('Control+y'))).toEqual(textOf(after));
  });

  it('may be all that a block or a cell says, which stays there blank', async () => {
    await paper.lay(BLOCKS, [0, '']);
    await paper.lookFor(wanted('đề án số 1'));
    await paper.replace('', true);
    await paper.lookFor(wanted('tên'));
    expect(textOf(await paper.replace('', true))).toEqual([
      '',
      'Đề án của xã và đề án của tỉnh.',
      '|Đề án / de an|',
    ]);
  });
});
