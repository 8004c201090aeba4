// Does the comparison of two versions say everything that is different, and nothing else, whatever was changed?
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../functions/domain/content/align.ts';
import { type Block, plainText, runsOf } from '../../functions/domain/content/block.ts';
import {
  type ComparedLine,
  compareContents,
  isSame,
  type Part,
} from '../../functions/domain/content/compare-contents.ts';
import { compareWords } from '../../functions/domain/content/compare-words.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import { aContent } from '../support/builders.ts';
import { randomReport, reportWithMergedCells, withMergedCells } from '../support/random-report.ts';

const NAMES = { urgency: (name: string) => name, circulation: (name: string) => name };
const compare = (before: ReportContent, after: ReportContent) =>
  compareContents(before, after, NAMES);

/** What one reads of a version in the comparison, passage by passage. */
const readOf = (lines: ComparedLine[], part: Part, version: 'before' | 'after'): string[] =>
  lines
    .filter((line) => line.part === part)
    .map(({ stretches }) =>
      stretches
        .map(({ text, in: where }) => (where === 'both' || where === version ? text : ''))
        .join(''),
    )
    .filter((text) => text !== '');

/** What stands there. */
const textsOf = (blocks: Block[]): string[] =>
  blocks
    .flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.map(plainText).join(' | '))
        : [plainText(block.runs)],
    )
    .filter((text) => text !== '');

const aParagraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });

/** Something done to a body: a passage taken out, put in, or a word of it changed. */
const anEdit = fc.record({
  how: fc.constantFrom('remove', 'insert', 'rewrite', 'repeat', 'merge'),
  at: fc.nat({ max: 60 }),
  word: fc.constantFrom('đạt', 'chưa', '98,5%', 'kế hoạch'),
});
type Edit = typeof anEdit extends fc.Arbitrary<infer Each> ? Each : never;

const edited = (blocks: Block[], { how, at, word }: Edit): Block[] => {
  const place = at % Math.max(1, blocks.length);
  const block = blocks[place];
  if (how === 'insert' || !block) return blocks.toSpliced(place, 0, aParagraph(`Thêm ${word}`));
  if (how === 'remove') return blocks.toSpliced(place, 1);
  if (how === 'repeat') return blocks.toSpliced(place, 0, block);
  if (block.kind === 'table')
    return how === 'merge' ? blocks.with(place, withMergedCells(block, at)) : blocks;
  const [first = '', ...rest] = plainText(block.runs).split(' ');
  return blocks.with(place, { ...block, runs: runsOf([first, word, ...rest.slice(1)].join(' ')) });
};

const versions = fc
  .record({
    seed: fc.nat({ max: 100_000 }),
    size: fc.integer({ min: 0, max: 40 }),
    edits: fc.array(anEdit, { maxLength: 12 }),
  })
  .map(({ seed, size, edits }) => {
    const before = reportWithMergedCells(seed, size);
    return { before, after: { ...before, blocks: edits.reduce(edited, before.blocks) } };
  });

describe('two versions', () => {
  test('are both to be read in their comparison, word for word', () => {
    fc.assert(
      fc.property(versions, ({ before, after }) => {
        const lines = compare(before, after);
        expect(readOf(lines, 'blocks', 'before')).toEqual(textsOf(before.blocks));
        expect(readOf(lines, 'blocks', 'after')).toEqual(textsOf(after.blocks));
      }),
      { numRuns: 80 },
    );
  });

  test('that have nothing in common are as well', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const [before, after] = [randomReport(one, 15), randomReport(other, 15)];
        const lines = compare(before, after);
        for (const [version, content] of [
          ['before', before],
          ['after', after],
        ] as const) {
          expect(readOf(lines, 'blocks', version)).toEqual(textsOf(content.blocks));
          expect(readOf(lines, 'subject', version)).toEqual([content.subject]);
          expect(readOf(lines, 'recipients', version)).toEqual(
            content.recipients.map(({ text }) => text),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('that are the same have no difference', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 60 }), (seed, size) => {
        for (const report of [randomReport, reportWithMergedCells]) {
          expect(compare(report(seed, size), report(seed, size)).every(isSame)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of six thousand rewritten blocks are compared, each with its own', () => {
    const body = (word: string) =>
      Array.from({ length: 6_000 }, (_, at) =>
        aParagraph(`Thôn ${at} có ${word} hộ nghèo năm nay`),
      );

    const lines = compare(aContent({ blocks: body('5') }), aContent({ blocks: body('6') }));

    const changed = lines.filter((line) => !isSame(line));
    expect(changed).toHaveLength(6_000);
    expect(changed.every(({ stretches }) => stretches.length === 4)).toBe(true);
  });

  test('of six thousand blocks that are all alike are compared too', () => {
    const body = (length: number) => Array.from({ length }, () => aParagraph('Không có'));

    const lines = compare(aContent({ blocks: body(6_000) }), aContent({ blocks: body(5_000) }));

    expect(readOf(lines, 'blocks', 'after')).toHaveLength(5_000);
  });
});

describe('a difference', () => {
  const subjectOf = (before: string, after: string) =>
    compare(aContent({ subject: before }), aContent({ subject: after })).filter(
      (line) => !isSame(line),
    );

  test('is shown by the words that went and the words that came', () => {
    expect(subjectOf('Kết quả quý I năm 2026', 'Kết quả quý II năm 2026')).toEqual([
      {
        part: 'subject',
        isRestyled: false,
        stretches: [
          { text: 'Kết quả quý ', in: 'both' },
          { text: 'I', in: 'before' },
          { text: 'II', in: 'after' },
          { text: ' năm 2026', in: 'both' },
        ],
      },
    ]);
  });

  test('of words side by side is one change', () => {
    expect(compareWords('đạt chín mươi phần trăm', 'đạt tám mốt phần trăm')).toEqual([
      { text: 'đạt ', in: 'both' },
      { text: 'chín mươi', in: 'before' },
      { text: 'tám mốt', in: 'after' },
      { text: ' phần trăm', in: 'both' },
    ]);
  });

  test('between passages with little in common is a passage gone and a passage come', () => {
    expect(subjectOf('Công tác cải cách hành chính', 'Phòng cháy chữa cháy')).toHaveLength(2);
  });

  test('of look alone is told, and so is one of the way it is sent', () => {
    const blocks: Block[] = [{ kind: 'paragraph', runs: [{ text: 'Như sau:', bold: true }] }];
    const plain = aContent({ blocks: [aParagraph('Như sau:')] });
    const recipients = plain.recipients.map((line) => ({ ...line, means: 'paper' as const }));

    const changed = compare(plain, { ...plain, blocks, recipients }).filter(
      (line) => !isSame(line),
    );

    expect(changed.map(({ part, isRestyled }) => [part, isRestyled])).toEqual([
      ['blocks', true],
      ['recipients', true],
    ]);
  });

  test('of cells that were merged is told in the row that they begin in, and in no other', () => {
    const table: Block = {
      kind: 'table',
      columns: [
        { share: 1, align: 'left' },
        { share: 1, align: 'left' },
      ],
      headerRows: 1,
      rows: ['Hồ sơ', 'Sổ', 'Tờ khai'].map((text) => [runsOf(text), []]),
    };
    const merged: Block = { ...table, cells: [{ row: 1, column: 0, colSpan: 2 }] };
    const rowMore: Block = {
      ...merged,
      rows: [[runsOf('Mới'), runsOf('thêm')], ...merged.rows],
      cells: [{ row: 2, column: 0, colSpan: 2 }],
    };
    const changesOf = (before: Block, after: Block) =>
      compare(aContent({ blocks: [before] }), aContent({ blocks: [after] }))
        .filter((line) => !isSame(line))
        .map(({ stretches, isRestyled }) => [
          stretches.map(({ text }) => text).join(''),
          isRestyled,
        ]);

    expect(changesOf(table, merged)).toEqual([['Sổ | ', true]]);
    expect(changesOf(merged, rowMore)).toEqual([['Mới | thêm', false]]);
  });

  test('is none where the same look is cut into other runs', () => {
    const cut: Block[] = [{ kind: 'paragraph', runs: [{ text: 'Như ' }, { text: 'sau:' }] }];

    const lines = compare(
      aContent({ blocks: [aParagraph('Như sau:')] }),
      aContent({ blocks: cut }),
    );

    expect(lines.every(isSame)).toBe(true);
  });
});

test('what is matched is equal and in order', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 80 });
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const matches = align(before, after);
      for (const [at, beside] of matches) expect(before[at]).toBe(after[beside]);
      for (const [index, [at, beside]] of matches.slice(1).entries()) {
        expect(at).toBeGreaterThan(matches[index]?.[0] ?? -1);
        expect(beside).toBeGreaterThan(matches[index]?.[1] ?? -1);
      }
    }),
  );
});

test('a long text that was cut in two and turned round is still found', () => {
  const words = Array.from({ length: 3_000 }, (_, at) => `từ ${at}`);
  const turned = [...words.slice(1_000), ...words.slice(0, 1_000)];

  expect(align(words, turned)).toHaveLength(2_000);
});
