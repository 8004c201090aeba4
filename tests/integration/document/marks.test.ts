// Are boxes, ticks and the other marks printed as themselves, in both files, without moving a line?
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../../functions/document/import/import-docx.ts';
import { renderDocx } from '../../../functions/document/render-docx.ts';
import { renderPdf } from '../../../functions/document/render-pdf.ts';
import { type Block, runsOf } from '../../../functions/domain/content/block.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { MARKS } from '../../../functions/domain/content/text.ts';
import { pdfFonts, pdfinfo, pdfsig, qpdfCheck } from '../../support/files/pdf-tools.ts';
import { printedLines, printedText } from '../../support/files/printed-lines.ts';
import { seedReport } from '../../support/seed-report.ts';
import { AGENCY, aKey, authority, CHAIRMAN, signAndSeal } from '../../unit/signing/signing-desk.ts';

const saying = (...blocks: (string | Block)[]): ReportContent => ({
  ...seedReport,
  blocks: blocks.map((block) =>
    typeof block === 'string' ? { kind: 'paragraph', runs: runsOf(block) } : block,
  ),
});

const FORM: ReportContent = {
  ...saying(
    '☑ Có ☐ Không ☒ Khác; ✓ ✔ ✗ ✘.',
    [...MARKS].join(' '),
    { kind: 'heading', level: 1, runs: runsOf('★ Kết quả ✔') },
    {
      kind: 'table',
      columns: [
        { share: 3, align: 'left' },
        { share: 1, align: 'center' },
      ],
      headerRows: 1,
      rows: [
        [runsOf('Tiêu chí ➢'), runsOf('☑')],
        [
          [
            { text: 'Hồ sơ ', italic: true },
            { text: '☐ trễ', bold: true },
          ],
          runsOf('✘'),
        ],
      ],
    },
    'Hết.',
  ),
  subject: 'Kết quả ☑ năm 2026',
  contactLine: '☎ (0239) 0000 000',
  drafterMark: { initials: '★', copies: 2 },
};

describe('the PDF', () => {
  const pdf = renderPdf(FORM, null);

  test('gives each mark back to who copies or listens', async () => {
    const text = await printedText(pdf);

    expect(text).toContain('☑ Có ☐ Không ☒ Khác; ✓ ✔ ✗ ✘.');
    for (const mark of MARKS) expect(text).toContain(mark);
    for (const words of [
      'I. ★ KẾT QUẢ ✔',
      'Tiêu chí ➢',
      '☐ trễ',
      'Kết quả ☑ năm 2026',
      '☎ (0239)',
      '★.(2)',
    ])
      expect(text).toContain(words);
  });

  test('embeds their font, a part of it, with the way back to Unicode', async () => {
    const [marks, ...others] = (await pdfFonts(pdf))
      .split('\n')
      .filter((line) => line.includes('TrinhKyMarks'));

    expect(others).toEqual([]);
    // Embedded, subset, Unicode.
    expect(marks).toMatch(/ yes +yes +yes /);
    expect(await pdfFonts(renderPdf(seedReport, null))).not.toContain('TrinhKyMarks');
  });

  test('is the PDF/A that it is without them, and whole', async () => {
    const [withMarks, without] = await Promise.all([
      pdfinfo(pdf),
      pdfinfo(renderPdf(seedReport, null)),
    ]);

    expect(withMarks['PDF subtype']).toBe(without['PDF subtype']);
    expect(withMarks.Tagged).toBe('yes');
    expect((await qpdfCheck(pdf)).exitCode).toBe(0);
  });

  test('is signed and sealed as any other, and others find both signatures whole', async () => {
    const [chairman, agency] = await Promise.all([aKey(CHAIRMAN), aKey(AGENCY)]);
    const twoPages = { ...FORM, appendices: [{ title: 'Danh mục ☑', blocks: FORM.blocks }] };
    const issued = renderPdf(twoPages, { number: 118, date: '2026-11-22' });

    const { sealed } = await signAndSeal(issued, { chairman, agency });

    const whole = { valid: true, trusted: true };
    expect(await pdfsig(sealed, authority.certificatePem)).toMatchObject([
      whole,
      { ...whole, wholeFile: true },
    ]);
  });

  test('has no line higher for a mark on it, nor lower where there is nothing else', async () => {
    const cells = (mark: string): Block => ({
      kind: 'table',
      columns: [{ share: 1, align: 'center' }],
      headerRows: 0,
      rows: [[runsOf(mark)], [runsOf(`${mark} a`)]],
    });
    const tops = async (mark: string) =>
      (await printedLines(renderPdf(saying(mark, `${mark} a.`, cells(mark), 'Hết.'), null)))
        .filter(({ text }) => text.includes('Hết'))
        .map(({ top }) => top);

    expect(await tops('☑')).toEqual(await tops('-'));
  });
});

describe('the Word file', () => {
  test('has them in a font that every Windows has, apart from the letters beside them', async () => {
    const file = unzipSync(await renderDocx(FORM, null));
    const document = strFromU8(file['word/document.xml'] ?? new Uint8Array());
    const runs = [...document.matchAll(/<w:r>(.*?)<\/w:r>/gsu)].map(([, run = '']) => run);
    const inMarks = (run: string) => run.includes('w:ascii="Segoe UI Symbol"');

    const marked = runs.filter((run) => new RegExp(`[${MARKS}]`, 'u').test(run));
    expect(marked.length).toBeGreaterThan(20);
    expect(marked.filter((run) => !inMarks(run))).toEqual([]);
    expect(runs.filter(inMarks).filter((run) => />[^<]*\p{L}[^<]*</u.test(run))).toEqual([]);
    for (const slot of ['hAnsi', 'cs', 'eastAsia'])
      expect(marked[0]).toContain(`w:${slot}="Segoe UI Symbol"`);
  });

  test('is read back with all of them, and with their styles', async () => {
    const { content } = await importDocx(await renderDocx(FORM, null));

    const [first, every, heading, table] = content.blocks;
    expect([first, every]).toEqual(FORM.blocks.slice(0, 2));
    expect(heading).toEqual({ kind: 'heading', level: 1, runs: runsOf('★ KẾT QUẢ ✔') });
    expect(table).toMatchObject({ rows: FORM.blocks[3]?.kind === 'table' && FORM.blocks[3].rows });
    expect(content.subject).toBe(FORM.subject);
  });
});
