// Which years move when last year's report becomes this year's?
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runsOf, textOf } from '../../../functions/domain/content/block.ts';
import { withYearsMoved } from '../../../functions/domain/content/move-years.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { randomReport } from '../../support/random-report.ts';
import { seedReport } from '../../support/seed-report.ts';

const saying = (text: string): ReportContent => ({
  ...seedReport,
  blocks: [{ kind: 'paragraph', runs: runsOf(text) }],
});
const moved = (text: string, from = 2025, to = 2026) =>
  withYearsMoved(saying(text), from, to).blocks.map(textOf).join('');

describe('Years move on', () => {
  test.each([
    ['kết quả năm 2025 và phương hướng năm 2026', 'kết quả năm 2026 và phương hướng năm 2027'],
    ['so với năm 2024', 'so với năm 2025'],
    ['năm học 2025-2026', 'năm học 2026-2027'],
    ['năm 2024 và 2025', 'năm 2025 và 2026'],
    ['quý I/2025, tháng 6/2025', 'quý I/2026, tháng 6/2026'],
    ['6 tháng đầu năm 2025.', '6 tháng đầu năm 2026.'],
    ['quý I, II/2025, tháng 10-11/2025', 'quý I, II/2026, tháng 10-11/2026'],
    ['quý I/2026', 'quý I/2027'],
    ['năm 2025 tăng 5% so với 2024', 'năm 2026 tăng 5% so với 2025'],
    ['vụ Đông Xuân 2024 - 2025', 'vụ Đông Xuân 2025 - 2026'],
    ['từ ngày 15/12/2024 đến ngày 14/12/2025', 'từ ngày 15/12/2025 đến ngày 14/12/2026'],
    ['tính đến ngày 31 tháng 12 năm 2025', 'tính đến ngày 31 tháng 12 năm 2026'],
    ['đến hết ngày 29/02/2024', 'đến hết ngày 28/02/2025'],
    [
      'Thực hiện Kế hoạch số 11/KH-UBND ngày 19/01/2025 của huyện về cải cách năm 2025, xã báo cáo kết quả năm 2025',
      'Thực hiện Kế hoạch số 11/KH-UBND ngày 19/01/2025 của huyện về cải cách năm 2025, xã báo cáo kết quả năm 2026',
    ],
  ])('in “%s”', (before, after) => {
    expect(moved(before)).toBe(after);
  });

  test('although the year stands in other letters than its word', () => {
    const content: ReportContent = {
      ...seedReport,
      blocks: [{ kind: 'paragraph', runs: [{ text: 'năm ' }, { text: '2025', bold: true }] }],
    };

    expect(withYearsMoved(content, 2025, 2026).blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'năm ' }, { text: '2026', bold: true }] },
    ]);
  });

  test('in the subject, in tables and in appendices', () => {
    const content: ReportContent = {
      ...seedReport,
      subject: 'Kết quả năm 2025',
      blocks: [
        {
          kind: 'table',
          columns: [{ share: 1, align: 'left' }],
          headerRows: 0,
          rows: [[runsOf('Năm 2025')]],
        },
      ],
      appendices: [{ title: 'Số liệu năm 2025', blocks: [] }],
    };
    const after = withYearsMoved(content, 2025, 2026);

    expect(after.subject).toBe('Kết quả năm 2026');
    expect(after.blocks.map(textOf)).toEqual(['Năm 2026']);
    expect(after.appendices.map(({ title }) => title)).toEqual(['Số liệu năm 2026']);
  });
});

describe('Years stay', () => {
  test.each([
    'Nghị định số 30/2020/NĐ-CP',
    'Kế hoạch số 11/KH-UBND ngày 19/01/2025',
    'ngày 05 tháng 3 năm 2025',
    'Luật Đất đai năm 2024',
    'giai đoạn 2021-2025',
    'giai đoạn 2025 - 2030, nhiệm kỳ 2025-2030',
    'từ năm 2021-2025, năm 2025-2030',
    'Quyết định số 14/2025/QĐ-UBND, Công văn số 100/UBND-VX năm 2025',
    'Kế hoạch cải cách hành chính năm 2025 số 05/KH-UBND',
    'có hiệu lực kể từ ngày 01/7/2025 đến nay',
    'từ năm 2019',
    'chi 2025 đồng',
  ])('in “%s”', (text) => {
    expect(moved(text)).toBe(text);
  });

  test('when the year is the same, whatever the report says', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 2000, max: 2100 }), (seed, year) => {
        const content = randomReport(seed, 20);
        expect(withYearsMoved(content, year, year)).toEqual(content);
      }),
      { numRuns: 50 },
    );
  });
});
