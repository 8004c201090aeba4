// Does rendering keep its promises: the same bytes, every letter, nothing beside the paper?
import { describe, expect, test } from 'vitest';
import { renderDocx } from '../../../functions/document/render-docx.ts';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { pdfStructure, qpdfCheck } from '../../support/files/pdf-tools.ts';
import { printedLines, printedText } from '../../support/files/printed-lines.ts';
import { locateSignature } from '../../support/files/signature-area.ts';
import { entriesOf } from '../../support/files/word-file.ts';
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

/** A header of two rows, two rows that a cell holds together, and a last row of its own. */
const MERGED: Block = {
  kind: 'table',
  columns: [
    { share: 1, align: 'center' },
    { share: 3, align: 'left' },
    { share: 2, align: 'right' },
    { share: 2, align: 'right' },
  ],
  headerRows: 2,
  rows: [
    ['TT', 'Lĩnh vực', 'Số hồ sơ', ''],
    ['', '', 'Trực tuyến', 'Trực tiếp'],
    ['1', 'Đất đai', '12', '1.234'],
    ['2', '', '7', '56'],
    ['Tổng cộng', '', '19', '1.290'],
  ].map((row) => row.map(runsOf)),
  cells: [
    { row: 0, column: 0, rowSpan: 2 },
    { row: 0, column: 1, rowSpan: 2 },
    { row: 0, column: 2, colSpan: 2 },
    { row: 2, column: 1, rowSpan: 2 },
    { row: 4, column: 0, colSpan: 2, align: 'right' },
  ],
};

describe('a table with merged cells', () => {
  test('says to who listens what heads a column, and how far each cell reaches', async () => {
    const pdf = renderPdf({ ...seedReport, blocks: [MERGED] }, ISSUING);
    const tags = (await pdfStructure(pdf)).split('\n').map((line) => line.trim());
    const ofCells = tags
      .join('\n')
      .split(/\n(?=T[HDR]\b)/u)
      .filter((tag) => /^T[HD]/u.test(tag))
      .map((tag) => [
        tag.slice(0, 2),
        Number(/ColSpan (\d)/u.exec(tag)?.[1] ?? 1),
        Number(/RowSpan (\d)/u.exec(tag)?.[1] ?? 1),
      ]);

    expect(ofCells.slice(0, 5)).toEqual([
      ['TH', 1, 2],
      ['TH', 1, 2],
      ['TH', 2, 1],
      ['TH', 1, 1],
      ['TH', 1, 1],
    ]);
    expect(ofCells.slice(5)).toHaveLength(4 + 3 + 3);
    expect(ofCells[6]).toEqual(['TD', 1, 2]);
    expect(ofCells[12]).toEqual(['TD', 2, 1]);
  });

  test('has each cell where it was laid, and figures at the right end of theirs', async () => {
    const lines = await printedLines(renderPdf({ ...seedReport, blocks: [MERGED] }, ISSUING));
    const at = (words: string) => {
      const line = lines.find(({ text }) => text === words);
      if (!line) throw new Error(words);
      return { ...line, middle: (line.left + line.right) / 2 };
    };

    // In the middle of both columns, above both words.
    const halves = (at('Trực tuyến').middle + at('Trực tiếp').middle) / 2;
    expect(at('Số hồ sơ').middle).toBeCloseTo(halves, 0);
    // Between both rows of the header.
    const rows = (at('Số hồ sơ').top + at('Trực tuyến').top) / 2;
    expect(at('Lĩnh vực').top).toBeCloseTo(rows, 0);
    expect(at('1.234').right).toBeCloseTo(at('1.290').right, 1);
    expect(at('12').right).toBeCloseTo(at('19').right, 1);
    expect(at('Tổng cộng').right).toBeGreaterThan(at('Đất đai').right);
  });

  test('is in Word what Word itself makes of it', async () => {
    const file = await renderDocx({ ...seedReport, blocks: [MERGED] }, ISSUING);
    const { 'word/document.xml': xml = '' } = entriesOf(file);
    const [, body = ''] = xml.split('<w:tblHeader/>', 2);
    const cells = [
      ...`${xml.slice(xml.indexOf('<w:tblHeader/>'))}`.matchAll(/<w:tcPr>(.*?)<\/w:tcPr>/gu),
    ];
    const looks = cells
      .slice(0, 19)
      .map(([, look = '']) => [
        Number(/w:gridSpan w:val="(\d)"/u.exec(look)?.[1] ?? 1),
        /w:vMerge w:val="(\w+)"/u.exec(look)?.[1] ?? '',
      ]);

    expect(body).not.toBe('');
    expect(looks.slice(0, 7)).toEqual([
      [1, 'restart'],
      [1, 'restart'],
      [2, ''],
      [1, 'continue'],
      [1, 'continue'],
      [1, ''],
      [1, ''],
    ]);
    expect(looks.slice(15, 18)).toEqual([
      [2, ''],
      [1, ''],
      [1, ''],
    ]);
  });

  test('goes to the next page whole where a cell holds rows together, unless they would fill half a page', async () => {
    const held = (count: number): Block => ({
      ...MERGED,
      headerRows: 0,
      rows: Array.from({ length: count }, (_, at) => [runsOf(`hàng ${at}`), [], [], []]),
      cells: [
        { row: 0, column: 1, rowSpan: count },
        { row: 0, column: 2, rowSpan: count },
        { row: 0, column: 3, rowSpan: count },
      ],
    });
    const pagesOf = async (count: number) => {
      const above = Array.from(
        { length: 21 },
        (_, at): Block => ({ kind: 'paragraph', runs: runsOf(`Đoạn ${at}.`) }),
      );
      const lines = await printedLines(
        renderPdf({ ...seedReport, blocks: [...above, held(count)] }, ISSUING),
      );
      return new Set(lines.filter(({ text }) => text.startsWith('hàng')).map(({ page }) => page));
    };

    expect(await pagesOf(15)).toEqual(new Set([2]));
    expect(await pagesOf(40)).toEqual(new Set([1, 2]));
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
