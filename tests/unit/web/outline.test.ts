// Does the outline show the headings as they are printed, and nothing else?
import { expect, test } from 'vitest';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import { outlineOf } from '../../../web/drafting/desk/outline-entries.ts';
import { wordsIn } from '../../../web/drafting/desk/words-in.ts';

const heading = (level: 1 | 2 | 3, text: string): Block => ({
  kind: 'heading',
  level,
  runs: runsOf(text),
});

test('headings have the numbers of the paper; clauses count with them and do not stand there', () => {
  const blocks: Block[] = [
    heading(1, 'Kết quả'),
    { kind: 'clause', level: 2, runs: runsOf('Đã ban hành.') },
    heading(2, ''),
    heading(2, 'Công tác chỉ đạo'),
    { kind: 'paragraph', runs: runsOf('Một đoạn.') },
    { kind: 'division', unit: 'chapter', runs: runsOf('Quy định chung') },
    { kind: 'article', runs: runsOf('Phạm vi') },
  ];

  expect(outlineOf(blocks)).toEqual([
    { at: 0, number: 'I.', text: 'Kết quả', level: 1 },
    { at: 3, number: '2.', text: 'Công tác chỉ đạo', level: 2 },
    { at: 5, number: 'Chương I', text: 'Quy định chung', level: 1 },
    { at: 6, number: 'Điều 1.', text: 'Phạm vi', level: 3 },
  ]);
});

test('words are what stands between spaces, however a text is cut into styles, in cells as well', () => {
  const table: Block = {
    kind: 'table',
    columns: [
      { share: 1, align: 'left' },
      { share: 1, align: 'left' },
    ],
    headerRows: 0,
    rows: [[runsOf('Số lượng'), runsOf('567')]],
  };
  const cut: Block = {
    kind: 'paragraph',
    runs: [{ text: 'Đã ban ' }, { text: 'hà', bold: true }, { text: 'nh 3 văn bản.' }],
  };

  expect(wordsIn([table, cut, { kind: 'paragraph', runs: [] }])).toBe(9);
});
