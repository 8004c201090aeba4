// Is the line that somebody writes in found again on the printed pages?
import { describe, expect, test } from 'vitest';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import { lettersIn, placeOf } from '../../../web/drafting/desk/printed-place.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, runs: runsOf(text) });

const BLOCKS = [
  heading('Kết quả'),
  paragraph('Đã ban hành 3 văn bản.'),
  paragraph(''),
  paragraph('Đã ban hành 3 văn bản.'),
];
const PAGES = [
  [
    { text: 'V/v kết quả năm 2026', top: 0.1 },
    { text: 'I. KẾT QUẢ', top: 0.2 },
    { text: 'Đã ban hành', top: 0.8 },
  ],
  [
    { text: '3 văn bản.', top: 0.1 },
    { text: 'Đã ban hành ', top: 0.2 },
    { text: '3 văn bản.', top: 0.3 },
  ],
];

describe('the line that somebody writes in', () => {
  test('is found across the end of a page, and in the second of two that say the same', () => {
    const letters = lettersIn;

    expect(placeOf(BLOCKS, { block: 1, letters: letters('Đã ban') }, PAGES)).toEqual({
      page: 0,
      top: 0.8,
    });
    expect(placeOf(BLOCKS, { block: 1, letters: letters('Đã ban hành 3 văn') }, PAGES)).toEqual({
      page: 1,
      top: 0.1,
    });
    expect(placeOf(BLOCKS, { block: 3, letters: 0 }, PAGES)).toEqual({ page: 1, top: 0.2 });
  });

  test('is where the one before it ends while it is blank, or not printed yet', () => {
    expect(placeOf(BLOCKS, { block: 2, letters: 0 }, PAGES)).toEqual({ page: 1, top: 0.1 });
    const more = [...BLOCKS, paragraph('Vừa viết xong.')];
    expect(placeOf(more, { block: 4, letters: 3 }, PAGES)).toEqual({ page: 1, top: 0.3 });
  });

  test('is nowhere when nothing of it is printed', () => {
    expect(placeOf([paragraph('Chưa in')], { block: 0, letters: 0 }, PAGES)).toBeNull();
  });
});
