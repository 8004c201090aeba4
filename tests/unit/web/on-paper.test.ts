// Are the passages of a text found again on the printed pages: what has changed, and what a warning is about?
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import type { KeptFinding, Path } from '../../../functions/domain/content/finding.ts';
import {
  NO_OPTIONAL_PARTS,
  type ReportContent,
} from '../../../functions/domain/content/report-content.ts';
import { evenly } from '../../../web/parts/files/found-words.ts';
import type { Box, PrintedLine } from '../../../web/parts/files/printed-lines.ts';
import { onePage } from '../../support/seed-report.ts';

// The words of the screens ask the browser for its language when they are read.
vi.stubGlobal('localStorage', { getItem: () => null });
const { findingOnPaper } = await import('../../../web/approval/finding-on-paper.ts');
const { changesOnPaper } = await import('../../../web/parts/differences/changes-on-paper.ts');
const { differencesBetween } = await import('../../../web/parts/differences/differences.ts');
afterAll(() => vi.unstubAllGlobals());

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });

/** Ten points a letter, twenty a line. */
const printed = (pages: string[][]): PrintedLine[][] =>
  pages.map((lines, page) =>
    lines.map((text, line) => ({
      text,
      top: line / 40,
      box: { page, left: 100, top: 20 * line, width: 10 * text.length, height: 20 },
    })),
  );

const HEAD = [
  'ỦY BAN NHÂN DÂN',
  'XÃ SƠN TRUNG',
  'Số:     /BC-UBND',
  'BÁO CÁO',
  'Kết quả tuyên truyền',
];
const content = (...texts: string[]): ReportContent => ({
  ...onePage(),
  ...NO_OPTIONAL_PARTS,
  subject: 'Kết quả tuyên truyền',
  addressees: [],
  blocks: texts.map(paragraph),
});

const marksOf = (before: string[], after: string[], pages: string[][]) =>
  changesOnPaper(printed(pages), differencesBetween(content(...before), content(...after)), evenly);

/** The words that stand in a box, read off the page. */
const wordsIn = (pages: string[][], { page, left, top, width }: Box) =>
  pages[page]?.[top / 20]?.slice((left - 100) / 10, (left + width - 100) / 10);

describe('what has changed', () => {
  test('is marked word by word, over the end of a line and of a page, whatever is printed between', () => {
    const pages = [
      [...HEAD, 'Đã ban hành 3 văn bản về'],
      ['cải cách hành', 'Địa chỉ: Sơn Trung', 'chính; đã gửi', 'Nơi nhận:'],
    ];
    const [mark, ...others] = marksOf(
      ['Đã ban hành 2 văn bản về tuyên truyền; đã gửi'],
      ['Đã ban hành 3 văn bản về cải cách hành chính; đã gửi'],
      pages,
    );

    expect(others).toEqual([]);
    expect(mark?.come.map((box) => wordsIn(pages, box))).toEqual(['3', 'cải cách hành', 'chính;']);
    expect(mark?.gone).toEqual(['2', 'tuyên truyền;']);
    // Behind the word before it.
    expect(mark?.goneAt.map(({ page, left, width }) => [page, left, width])).toEqual([
      [0, 100 + 10 * 'Đã ban hành'.length, 0],
      [0, 100 + 10 * 'Đã ban hành 3 văn bản về'.length, 0],
    ]);
  });

  test('is numbered in the order of the paper, and what went whole stands behind what was before it', () => {
    const pages = [[...HEAD, 'Một đoạn giữ nguyên.', 'Đoạn mới thêm vào.', 'Đoạn cuối cùng.']];
    const marks = marksOf(
      ['Một đoạn giữ nguyên.', 'Cái đã bị bỏ đi rồi', 'Đoạn cuối cùng.'],
      ['Một đoạn giữ nguyên.', 'Đoạn mới thêm vào.', 'Đoạn cuối cùng.'],
      pages,
    );

    expect(marks.map(({ number, gone }) => [number, gone])).toEqual([
      [1, ['Cái đã bị bỏ đi rồi']],
      [2, []],
    ]);
    expect(marks[0]?.goneAt.map(({ top }) => top)).toEqual([20 * HEAD.length]);
    expect(marks[1]?.come.map((box) => wordsIn(pages, box))).toEqual(['Đoạn mới thêm vào.']);
  });

  test('that says the same elsewhere is marked where it changed, in capitals and behind its number too', () => {
    const pages = [[...HEAD, 'Đã gửi.', 'I. KẾT QUẢ', 'Đã gửi.', '1. Đã gửi.']];
    const marks = marksOf(
      ['Đã gửi.', 'Kết quả', 'Đã gửi.'],
      ['Đã gửi.', 'Kết quả', 'Đã gửi.', 'Đã gửi.'],
      pages,
    );

    expect(marks.map(({ come }) => come.map(({ top }) => top))).toEqual([
      [20 * pages.flat().lastIndexOf('1. Đã gửi.')],
    ]);
  });

  test('and cannot be found has no mark; nothing changed has none either', () => {
    expect(marksOf(['Một hai ba bốn'], ['Một hai ba năm'], [HEAD])).toEqual([]);
    expect(marksOf(['Một'], ['Một'], [[...HEAD, 'Một']])).toEqual([]);
  });
});

describe('what a warning is about', () => {
  const pages = [
    [...HEAD, 'Đoạn thứ nhất đã hoàn thàn nhiệm vụ.', 'Đoạn thứ ba.', 'Nơi nhận:', '- Lưu: VT.'],
  ];
  const spotOf = (path: Path, said = 'Cần xem lại.') => {
    const finding: KeptFinding = {
      rule: 'spelling',
      severity: 'warning',
      path,
      vi: said,
      en: said,
    };
    const report = {
      ...content('Đoạn thứ nhất đã hoàn thàn nhiệm vụ.', '', 'Đoạn thứ ba.'),
      recipients: [],
      archive: 'Lưu: VT',
    };
    const spot = findingOnPaper(printed(pages), report, finding, evenly);
    return [spot?.isNear, spot?.boxes.map((box) => wordsIn(pages, box))];
  };

  test('is the words that it names, or else the passage', () => {
    expect(spotOf(['blocks', 0, 'runs'], 'Từ “hoàn thàn” có thể viết sai.')).toEqual([
      false,
      ['hoàn thàn'],
    ]);
    expect(spotOf(['blocks', 2, 'runs', 0, 'text'])).toEqual([false, ['Đoạn thứ ba.']]);
    expect(spotOf(['archive'])).toEqual([false, ['Lưu: VT']]);
  });

  test('and is blank or missing is beside what stands before it', () => {
    expect(spotOf(['blocks', 1])).toEqual([true, ['.']]);
    expect(spotOf(['recipients'])).toEqual([true, ['.']]);
  });
});
