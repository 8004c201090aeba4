// Does a Word file of ours come back as the report it was made from?
import { describe, expect, test } from 'vitest';
import { importDocx } from '../../../../functions/document/import/import-docx.ts';
import { LAYOUT } from '../../../../functions/document/layout.ts';
import { printedForm } from '../../../../functions/document/printed-form.ts';
import { renderDocx } from '../../../../functions/document/render-docx.ts';
import type { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import { hasLibreOffice, savedByLibreOffice } from '../../../support/files/libreoffice.ts';
import { entriesOf } from '../../../support/files/word-file.ts';
import { randomReport, reportWithMergedCells } from '../../../support/random-report.ts';
import { seedReport } from '../../../support/seed-report.ts';

type PrintedRun = { text: string; bold: boolean; italic: boolean };

/** Neighbours of one look are one run, and columns are shares of one: what stands on the paper. */
const onPaper = (content: ReportContent) => {
  const form = structuredClone(printedForm(LAYOUT, content, null)) as unknown;
  const joined = (runs: PrintedRun[]) =>
    runs.reduce<PrintedRun[]>((all, run) => {
      const last = all.at(-1);
      if (last && last.bold === run.bold && last.italic === run.italic) last.text += run.text;
      else all.push({ ...run });
      return all;
    }, []);
  const isRuns = (value: unknown[]): value is PrintedRun[] =>
    value.length > 0 && value.every((item) => typeof item === 'object' && item && 'bold' in item);
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return isRuns(value) ? joined(value) : value.map(told);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'share')
        .map(([key, inner]) => [key, told(inner)]),
    );
  };
  return told(form);
};

/** The widths of all columns, in twips. */
const widths = (docx: Uint8Array) =>
  [...(entriesOf(docx)['word/document.xml'] ?? '').matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(
    ([, w]) => w,
  );

describe('A Word file of ours', () => {
  test('comes back as the report it was made from, with nothing to note', async () => {
    const { content, notes } = await importDocx(await renderDocx(seedReport, null));

    expect(onPaper(content)).toEqual(onPaper(seedReport));
    expect(content.blocks).toEqual(seedReport.blocks);
    expect(notes).toEqual([]);
  });

  test('leaves number and date to issuing, and says so', async () => {
    const issued = await renderDocx(seedReport, { number: 118, date: '2023-12-06' });
    const { content, notes } = await importDocx(issued);

    expect(onPaper(content)).toEqual(onPaper(seedReport));
    expect(notes.map(({ code, lost }) => [code, lost])).toEqual([
      ['issued', false],
      ['issued', false],
    ]);
  });

  // Every kind of block, signature, stamp, appendix, several looks within a line.
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'of any shape comes back word for word, column for column (%i)',
    async (seed) => {
      const make = seed % 2 === 0 ? randomReport : reportWithMergedCells;
      const report = make(seed, 5 + ((seed * 7) % 60));
      const docx = await renderDocx(report, null);
      const { content, notes } = await importDocx(docx);

      expect(onPaper(content)).toEqual(onPaper(report));
      expect(widths(await renderDocx(content, null))).toEqual(widths(docx));
      expect(notes.filter(({ lost }) => lost)).toEqual([]);
    },
  );

  test.runIf(hasLibreOffice)(
    'that LibreOffice has saved again keeps its words and its fields',
    async () => {
      const reports = [seedReport, ...[3, 8, 11, 19, 26].map((seed) => randomReport(seed, 30))];
      const files = await Promise.all(reports.map((report) => renderDocx(report, null)));
      const saved = await savedByLibreOffice(files);

      for (const [index, file] of saved.entries()) {
        const { content } = await importDocx(file);
        expect(onPaper(content)).toEqual(onPaper(reports[index] as ReportContent));
      }
    },
  );
});
