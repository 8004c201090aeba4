// Does rendering keep its promises: the same bytes, every letter, nothing beside the paper?
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../functions/document/render-docx.ts';
import { locateSignature, renderPdf } from '../../../functions/document/render-pdf.ts';
import { runsOf } from '../../../functions/domain/block.ts';
import type { ReportContent } from '../../../functions/domain/report-content.ts';
import { qpdfCheck } from '../../support/pdf-tools.ts';
import { printedLines, printedText } from '../../support/printed-lines.ts';
import { seedReport } from '../../support/seed-report.ts';

const ISSUING = { number: 118, date: '2026-11-22' };

const HOSTILE = [
  '#import "@preview/x:1.0.0": *',
  '#read("/etc/passwd") #sys.inputs.data',
  '*đậm* _nghiêng_ `mã` $x^2$ @ref <nhãn> = đề',
  '</w:t></w:r></w:p><w:p> & &amp; <!-- -->',
  ']]> <![CDATA[ {{x}} $(y) %s',
  '\\u{41} \\n \\\\ C:\\tệp',
  'fi ffi fl -- --- ... "ngoặc" \'đơn\' ~ //gạch /* sao */',
];

const saying = (...texts: string[]): ReportContent => ({
  ...seedReport,
  blocks: texts.map((text) => ({ kind: 'paragraph', runs: runsOf(text) })),
});

describe('the PDF', () => {
  test('has the same bytes for the same report, and others for another number', () => {
    const first = renderPdf(seedReport, ISSUING);
    const other = renderPdf(seedReport, { ...ISSUING, number: 119 });

    expect(renderPdf(seedReport, ISSUING)).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('has the same bytes each time while number and date are blank', () => {
    expect(renderPdf(seedReport, null)).toEqual(renderPdf(seedReport, null));
  });

  test('has no fault that qpdf finds', async () => {
    expect((await qpdfCheck(renderPdf(seedReport, ISSUING))).exitCode).toBe(0);
  });

  test.each(HOSTILE)('prints %s letter for letter', async (text) => {
    const printed = await printedText(renderPdf(saying(text, 'Hết.'), ISSUING));

    expect(printed).toContain(text);
  });

  test('prints hostile words in header, subject and signature letter for letter', async () => {
    const words = '#panic("x") <w:p> ]]>';
    const content = {
      ...seedReport,
      subject: words,
      place: words,
      signature: { ...seedReport.signature, name: words },
    };

    const printed = await printedText(renderPdf(content, ISSUING));

    expect(printed.split(words)).toHaveLength(4);
  });

  test('breaks a word wider than its line instead of printing it off the sheet', async () => {
    const word = 'ABCDEFGHIJ'.repeat(30);
    const right = 595.276 - (15 / 25.4) * 72;

    const lines = await printedLines(renderPdf(saying(`Từ: ${word}`, 'Hết.'), ISSUING));

    // poppler counts the invisible place to break as a space.
    for (const line of lines) expect(line.right).toBeLessThan(right + 4);
    expect(lines.map(({ text }) => text.replace(/\u200B/g, '')).join('')).toContain(word);
  });

  test('prints a hundred recipients, though no page can hold them', async () => {
    const recipients = Array.from({ length: 100 }, (_, index) => ({
      text: `Nơi thứ ${index}`,
      organizationId: null,
      means: 'nameOnly' as const,
    }));

    const lines = await printedLines(renderPdf({ ...seedReport, recipients }, ISSUING));
    const listed = lines.filter(({ text }) => text.startsWith('- Nơi thứ '));

    expect(listed).toHaveLength(100);
    for (const { top } of listed) expect(top).toBeLessThan(841.89 - (20 / 25.4) * 72);
  });

  test('is refused with the character that has no glyph', () => {
    expect(() => renderPdf(saying('Chữ 漢 này'), ISSUING)).toThrow(/漢/);
  });

  test('is set even while a draft has gaps everywhere', () => {
    const gaps: ReportContent = {
      ...seedReport,
      agencyLines: [''],
      place: '',
      subject: '',
      addressees: [],
      recipients: [],
      archive: '',
      blocks: [],
      signature: { authority: null, titles: [''], name: '' },
    };

    expect(renderPdf(gaps, null).length).toBeGreaterThan(1_000);
  });
});

test('the place of the signature is between title and name', async () => {
  const lines = await printedLines(renderPdf(seedReport, ISSUING));
  const title = lines.find(({ text }) => text === 'CHỦ TỊCH');
  const name = lines.find(({ text }) => text === 'Nguyễn Văn Minh');

  const area = locateSignature(seedReport, ISSUING);

  expect(area.page).toBe(title?.page);
  expect(area.y).toBeGreaterThan(title?.top ?? Number.NaN);
  expect(area.y + area.height).toBeLessThan((name?.top ?? Number.NaN) + 2);
  expect(area.x).toBeLessThan(name?.left ?? Number.NaN);
  expect(area.x + area.width).toBeGreaterThan(name?.right ?? Number.NaN);
});

describe('the Word file', () => {
  test('is set even from hostile words', async () => {
    const file = await renderDocx(saying(...HOSTILE), ISSUING);

    expect(Buffer.from(file).subarray(0, 2).toString()).toBe('PK');
  });
});
