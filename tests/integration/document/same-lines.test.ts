// Does the Word file break its lines and pages where the PDF does?
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../functions/document/render-docx.ts';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { ReportContent, runsOf } from '../../../functions/domain/report-content.ts';
import { hasLibreOffice, printedByLibreOffice } from '../../support/libreoffice.ts';
import { linesByPage } from '../../support/printed-lines.ts';
import { seedReport } from '../../support/seed-report.ts';

const ISSUING = { number: 118, date: '2026-11-22' };
const NOTE = 'Bản để tổng hợp, không có giá trị pháp lý';

// Columns side by side are read in either order.
const lines = async (pdf: Uint8Array) =>
  (await linesByPage(pdf)).map((page) => page.filter((line) => line !== NOTE).toSorted());

const everyKindOfBlock: ReportContent = ReportContent.parse({
  ...seedReport,
  superiorLine: 'UBND huyện Hương Sơn',
  agencyLines: ['Phòng Văn hóa - Thông tin'],
  addressees: seedReport.addressees.slice(0, 1),
  signature: { ...seedReport.signature, titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
  blocks: [
    { kind: 'heading', level: 1, runs: runsOf('Kết quả') },
    { kind: 'heading', level: 2, runs: runsOf('Việc đã làm') },
    { kind: 'clause', level: 3, runs: runsOf('Một điểm.') },
    {
      kind: 'paragraph',
      runs: [
        { text: 'Chữ thường, ' },
        { text: 'chữ đậm', bold: true },
        { text: ' và ' },
        { text: 'chữ nghiêng', italic: true },
        { text: ' đứng chung một đoạn đủ dài để phải xuống dòng ít nhất là một lần.' },
      ],
    },
    {
      kind: 'table',
      headerRows: 1,
      columns: [
        { share: 1, align: 'center' },
        { share: 5, align: 'left' },
        { share: 2, align: 'right' },
      ],
      rows: [
        [runsOf('TT'), runsOf('Thủ tục hành chính'), runsOf('Số hồ sơ')],
        ...Array.from({ length: 70 }, (_, index) => [
          runsOf(`${index + 1}`),
          runsOf(`Thủ tục ${'đăng ký '.repeat(index % 9)}`),
          runsOf(`${index * 37}`),
        ]),
      ],
    },
    { kind: 'paragraph', runs: runsOf('Hết.') },
  ],
});

const hostileWords: ReportContent = {
  ...seedReport,
  subject: '#panic("x") <w:p> ]]>',
  blocks: [
    '#import "@preview/x:1.0.0": * và *đậm* _nghiêng_ `mã` $x^2$ @ref <nhãn> = đề',
    '</w:t></w:r></w:p><w:p> & &amp; <!-- --> ]]> <![CDATA[ {{x}} $(y) %s \\u{41} \\n C:\\tệp',
    'Hai  khoảng   trắng, số 18/BC-UBND/VX-THCS, 17/01/2023, và/hoặc (12–15%) “ngoặc” fi ffi fl.',
  ].map((text) => ({ kind: 'paragraph', runs: runsOf(text) })),
};

describe.skipIf(!hasLibreOffice)('a Word file laid out by LibreOffice', () => {
  test.each([
    ['the seed report', seedReport],
    ['a report that looks like markup', hostileWords],
    ['a report with every kind of block and a table over pages', everyKindOfBlock],
  ])('has the lines and page ends of the PDF: %s', async (_, content) => {
    const onPaper = await lines(renderPdf(content, ISSUING));

    const inWord = await lines(await printedByLibreOffice(await renderDocx(content, ISSUING)));

    expect(inWord).toEqual(onPaper);
  });
});
