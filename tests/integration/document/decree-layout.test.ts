// Does the seed report's PDF follow Decree 30/2020, Annex I, read back from the file itself?
import { beforeAll, describe, expect, test } from 'vitest';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { pdfinfo } from '../../support/files/pdf-tools.ts';
import {
  type PrintedLine,
  printedLines,
  printedText,
  type Rule,
  rulesOn,
} from '../../support/files/printed-lines.ts';
import { plainSeedReport, seedReport } from '../../support/seed-report.ts';

const pointsOfMm = (millimetres: number) => (millimetres / 25.4) * 72;
const mmOf = (points: number) => (points / 72) * 25.4;
/** poppler rounds to a third of a point, twice. */
const NEAR = 0.8;

const SHEET = { left: 0, right: pointsOfMm(210) };
const TEXT = { left: pointsOfMm(30), right: pointsOfMm(195) };
const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;
const width = ({ left, right }: { left: number; right: number }) => right - left;

let pdf: Uint8Array;
let lines: PrintedLine[];
let rules: Rule[];

beforeAll(async () => {
  pdf = renderPdf(seedReport, { number: 118, date: '2026-11-22' });
  [lines, rules] = await Promise.all([printedLines(pdf), rulesOn(pdf, 1)]);
});

const line = (text: string): PrintedLine => {
  const found = lines.find((candidate) => candidate.text.startsWith(text));
  if (!found) throw new Error(`No line begins with ${text}`);
  return found;
};

const ruleUnder = ({ top, size }: PrintedLine, at: number): Rule => {
  const found = rules.find(
    (rule) =>
      rule.top > top + size / 2 && rule.top < top + 2 * size && rule.left < at && rule.right > at,
  );
  if (!found) throw new Error('There is no rule');
  return found;
};

const isCentredOn = (
  text: { left: number; right: number },
  other: { left: number; right: number },
) => expect(Math.abs(middle(text) - middle(other))).toBeLessThan(NEAR);

const looksLike = (text: string, size: number, style: 'upright' | 'bold' | 'italic' | 'both') => {
  expect(line(text)).toMatchObject({
    size,
    bold: style === 'bold' || style === 'both',
    italic: style === 'italic' || style === 'both',
  });
};

describe('the file', () => {
  test('is a tagged PDF 1.7 on A4 with a title', async () => {
    const info = await pdfinfo(pdf);

    expect(info).toMatchObject({
      'PDF version': '1.7',
      Tagged: 'yes',
      'Page size': '595.276 x 841.89 pts (A4)',
      Title: `Báo cáo: ${seedReport.subject}`,
    });
  });

  test('claims PDF/A-2a and says that its language is Vietnamese', () => {
    const file = Buffer.from(pdf).toString('latin1');

    expect(file).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(file).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(file).toMatch(/\/Lang\s*\(vi\)/);
  });

  test('is black, in a font with the widths of Times New Roman', () => {
    expect(new Set(lines.map(({ color }) => color))).toEqual(new Set(['#000000']));
    expect(new Set(lines.map(({ font }) => font.split('-')[0]))).toEqual(new Set(['Tinos']));
  });

  test('holds the number and every word of the report', async () => {
    const text = await printedText(pdf);
    const words = new Set(text.split(' '));
    const body = plainSeedReport.body as { text: string }[];

    expect(text).toContain('118/BC-UBND');
    for (const item of body) {
      for (const word of item.text.split(/\s+/u)) expect(words).toContain(word);
    }
  });
});

describe('the page', () => {
  test('keeps margins of 20 mm above and below, 30 left and 15 right', () => {
    for (const text of lines.filter(({ text }) => !/^\d+$/.test(text))) {
      expect(text.left).toBeGreaterThan(TEXT.left - NEAR);
      expect(text.right).toBeLessThan(TEXT.right + NEAR);
      expect(mmOf(text.top)).toBeGreaterThan(19.5);
      expect(mmOf(text.top + text.size)).toBeLessThan(277);
    }
  });

  test('bears its number from page 2, size 14, in the middle of the top margin', () => {
    const numbers = lines.filter(({ text, top }) => /^\d+$/.test(text) && mmOf(top) < 20);

    expect(numbers.map(({ page, text }) => [page, text])).toEqual([
      [2, '2'],
      [3, '3'],
      [4, '4'],
    ]);
    for (const number of numbers) {
      expect(number).toMatchObject({ size: 14, bold: false, italic: false });
      isCentredOn(number, TEXT);
      expect(mmOf(number.top + number.size)).toBeLessThan(20);
    }
  });
});

describe('the header', () => {
  test('shows the nation in bold 12 and the motto in bold 13, one over the other', () => {
    looksLike('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 'bold');
    looksLike('Độc lập - Tự do - Hạnh phúc', 13, 'bold');
    isCentredOn(line('Độc lập'), line('CỘNG HÒA'));
  });

  test('underlines the motto by exactly its length', () => {
    const motto = line('Độc lập');
    const rule = ruleUnder(motto, middle(motto));

    expect(Math.abs(rule.left - motto.left)).toBeLessThan(NEAR);
    expect(Math.abs(rule.right - motto.right)).toBeLessThan(NEAR);
  });

  test('shows the agency in bold 12 on two lines, level with the nation', () => {
    looksLike('ỦY BAN NHÂN DÂN', 12, 'bold');
    looksLike('XÃ SƠN TRUNG', 12, 'bold');
    isCentredOn(line('XÃ SƠN TRUNG'), line('ỦY BAN NHÂN DÂN'));
    expect(line('ỦY BAN NHÂN DÂN').top).toBeCloseTo(line('CỘNG HÒA').top, 0);
  });

  test.each(['XÃ SƠN TRUNG', 'Phương hướng nhiệm vụ năm 2024'])(
    'puts a rule of a third to a half under %s',
    (text) => {
      const under = line(text);
      const rule = ruleUnder(under, middle(under));
      const whole = text.startsWith('XÃ') ? under : line('Kết quả thực hiện');

      isCentredOn(rule, under);
      expect(width(rule) / width(whole)).toBeGreaterThan(1 / 3);
      expect(width(rule) / width(whole)).toBeLessThan(1 / 2);
    },
  );

  test('shows number and symbol upright in 13, centred under the agency', () => {
    looksLike('Số: 118/BC-UBND', 13, 'upright');
    isCentredOn(line('Số:'), line('XÃ SƠN TRUNG'));
  });

  test('shows place and date in italics, 13, level with the number and centred under the nation', () => {
    looksLike('Sơn Trung, ngày 22 tháng 11 năm 2026', 13, 'italic');
    isCentredOn(line('Sơn Trung, ngày'), line('CỘNG HÒA'));
    expect(line('Sơn Trung, ngày').top).toBeCloseTo(line('Số:').top, 0);
  });

  test('shows type and subject in bold 14, in the middle between the margins', () => {
    for (const text of ['BÁO CÁO', 'Kết quả thực hiện công tác', 'Phương hướng nhiệm vụ']) {
      looksLike(text, 14, 'bold');
      isCentredOn(line(text), TEXT);
    }
  });

  test('lists several addressees upright in 14, their hyphens under the colon', () => {
    const lead = line('Kính gửi:');
    const [first, second] = [line('- Phòng nội vụ'), line('- Phòng Văn hóa –')];
    const colon = lead.right - 0.278 * 14; // a colon is 0.278 em wide

    looksLike('Kính gửi:', 14, 'upright');
    looksLike('- Phòng nội vụ huyện Hương Sơn;', 14, 'upright');
    looksLike('- Phòng Văn hóa – Thông tin huyện Hương Sơn.', 14, 'upright');
    expect(first.left).toBe(second.left);
    expect(Math.abs(first.left - colon)).toBeLessThan(NEAR);
    expect(lead.left / width(SHEET)).toBeGreaterThan(0.33);
    expect(lead.left / width(SHEET)).toBeLessThan(0.45);
  });
});

describe('the body', () => {
  test('sets main headings in upper case and bold, clauses with a title in bold', () => {
    looksLike('I. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC', 14, 'bold');
    looksLike('II. ĐÁNH GIÁ CHUNG', 14, 'bold');
    looksLike('III. PHƯƠNG HƯỚNG, NHIỆM VỤ', 14, 'bold');
    looksLike('1. Về Nội dung các văn bản tuyên truyền', 14, 'bold');
    looksLike('3. Hình thức tuyên truyền', 14, 'bold');
  });

  test('sets clauses without a title upright, not bold', () => {
    looksLike('1. Năm 2024, một trong những', 14, 'upright');
    looksLike('6. Tập trung tuyên truyền', 14, 'upright');
  });

  test('indents the first line of every paragraph by 1.27 cm', () => {
    for (const start of [
      'Thực hiện Kế hoạch',
      'I. NHỮNG',
      '2. Phương tiện',
      '- Các văn bản',
      '+ Đưa tin',
      '4. Gắn',
    ]) {
      expect(Math.abs(mmOf(line(start).left) - 42.7)).toBeLessThan(0.3);
    }
  });

  test('is justified: a line that is not its paragraph’s last reaches both margins', () => {
    for (const start of ['Trung Về tuyên truyền', 'hồ sơ đã tiếp nhận']) {
      expect(Math.abs(line(start).left - TEXT.left)).toBeLessThan(NEAR);
      expect(Math.abs(line(start).right - TEXT.right)).toBeLessThan(NEAR);
    }
  });

  test('has single line spacing and gaps of 6 points between paragraphs', () => {
    const [first, second, last] = [line('Thực hiện Kế'), line('Trung Về'), line('thực hiện như')];

    expect(Math.abs(second.top - first.top - 1.15 * 14)).toBeLessThan(NEAR);
    expect(Math.abs(line('I. NHỮNG').top - last.top - (1.15 * 14 + 6))).toBeLessThan(NEAR);
  });

  test('ends in ./.', () => {
    expect(lines.filter(({ text }) => text.endsWith('./.'))).toHaveLength(1);
  });

  test('is not parted from the signature by a page', () => {
    expect(line('Trên đây là báo cáo').page).toBe(line('TM. ỦY BAN').page);
  });
});

describe('the foot', () => {
  test('shows authority, title and name in bold 14, one under the other in the right half', () => {
    for (const text of ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn Minh']) {
      looksLike(text, 14, 'bold');
      isCentredOn(line(text), line('TM. ỦY BAN NHÂN DÂN'));
      expect(line(text).left).toBeGreaterThan(middle(TEXT));
    }
  });

  test('leaves the height of a signature between title and name', () => {
    expect(mmOf(line('Nguyễn Văn Minh').top - line('CHỦ TỊCH').top)).toBeGreaterThan(30);
  });

  test('begins Nơi nhận in bold italics, 12, flush left and level with the authority', () => {
    const [title, authority] = [line('Nơi nhận:'), line('TM. ỦY BAN')];
    // Tops differ by the sizes' ascents; the feet of the letters stand on one level.
    const foot = ({ top, size }: PrintedLine) => top + 0.891 * size;

    looksLike('Nơi nhận:', 12, 'both');
    expect(Math.abs(title.left - TEXT.left)).toBeLessThan(NEAR);
    expect(Math.abs(foot(title) - foot(authority))).toBeLessThan(NEAR);
  });

  test('lists the recipients upright in 11, flush left, the archive last with a full stop', () => {
    const listed = lines.filter(({ size }) => size === 11);

    expect(listed.map(({ text }) => text)).toEqual([
      '- UBND huyện;',
      '- Phòng Nội vụ huyện;',
      '- Lưu: VP.',
    ]);
    for (const recipient of listed) {
      expect(recipient).toMatchObject({ bold: false, italic: false });
      expect(Math.abs(recipient.left - TEXT.left)).toBeLessThan(NEAR);
    }
  });
});
