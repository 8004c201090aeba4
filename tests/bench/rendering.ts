// What does it cost to set a report? Against LibreOffice, pdfmake and Typst alone; and does memory stay flat?
import { execFile } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from '../../functions/document/fonts.ts';
import { LAYOUT } from '../../functions/document/layout.ts';
import { printedForm } from '../../functions/document/printed-form.ts';
import { renderDocx } from '../../functions/document/render-docx.ts';
import { renderPdf } from '../../functions/document/render-pdf.ts';
import { withLinesSet } from '../../functions/document/set-lines.ts';
import { openLibreOffice } from '../support/files/libreoffice.ts';
import { seedReport } from '../support/seed-report.ts';
import type { HeldMemory } from './many-reports.ts';
import { type Measured, milliseconds, sideBySide } from './measure.ts';
import { openPdfmake } from './pdfmake-report.ts';

const run = promisify(execFile);

const ISSUING = { number: 118, date: '2026-11-22' };
const MEBIBYTE = 1_024 * 1_024;

/** So many in a row that what ran before, and threw all this out of the processor's caches, is forgotten. */
const IN_A_ROW = 40;
/** Documents after the first in one process of LibreOffice: their share of the time is a warm one's. */
const MORE = 20;

/** The seed report, four pages, each renderer warm; then a thousand others in a process of their own. */
export const measureRendering = async (): Promise<Measured> => {
  const form = printedForm(LAYOUT, seedReport, ISSUING);
  const docx = await renderDocx(seedReport, ISSUING);
  const pdfmake = openPdfmake();
  const office = await openLibreOffice();
  // The kind of file that is compared: whoever writes neither tags nor what PDF/A asks for is quicker.
  const print = (documents: number) =>
    office.archive(Array.from({ length: documents }, () => docx));
  const bareTypst = openTypst(JSON.stringify({ layout: LAYOUT, form: withLinesSet(LAYOUT, form) }));
  const render = () => renderPdf(seedReport, ISSUING);
  // The pages go when the event loop turns.
  const both = await sideBySide({
    render: () => setImmediate(render()),
    bareTypst: () => setImmediate(bareTypst()),
  });
  const peers = await sideBySide(
    {
      render: () => inARow(render),
      pdfmake: () => inARow(() => pdfmake(form)),
      processEach: () => print(1),
      process: () => print(1 + MORE),
    },
    // LibreOffice makes its settings when it is first started.
    { rounds: 7, warmUp: 1 },
  );
  await office.close();
  const [ours, theirs] = [peers.render / IN_A_ROW, peers.pdfmake / IN_A_ROW];
  const warmOffice = (peers.process - peers.processEach) / MORE;
  const memory = await memoryOfManyReports();
  return {
    name: 'report → PDF/A-2a, 4 pages, warm',
    figures: [
      {
        what: 'faster than LibreOffice with a process for each document',
        value: peers.processEach / ours,
        goal: { atLeast: 50 },
      },
      {
        what: 'faster than LibreOffice in one warm process',
        value: warmOffice / ours,
        goal: { atLeast: 4 },
      },
      {
        what: 'faster than pdfmake on the same text',
        value: theirs / ours,
        goal: { atLeast: 6 },
      },
      {
        what: 'of bare Typst on the same template',
        value: both.render / both.bareTypst,
        goal: { atMost: 1.3 },
      },
      {
        what: 'memory over 1,000 different reports, the most there ever was',
        value: memory.most / MEBIBYTE,
        unit: 'MB',
        goal: { atMost: 256 },
      },
      {
        what: 'memory after 1,000 reports, of that after 200',
        value: memory.ended / memory.settled,
        // What is flat still breathes.
        goal: { atMost: 1.1 },
      },
    ],
    orientation: [
      milliseconds('report to PDF/A-2a', ours),
      milliseconds('bare Typst', both.bareTypst),
      milliseconds('pdfmake', theirs),
      milliseconds('LibreOffice, a process', peers.processEach),
      milliseconds('LibreOffice, one more document in its process', warmOffice),
    ],
  };
};

/** Lines broken before, compiler open: what nobody can do without who sets this template. */
const openTypst = (data: string): (() => void) => {
  const folder = new URL('../../functions/document/template/', import.meta.url);
  const typst = NodeCompiler.create({
    workspace: fileURLToPath(folder),
    fontArgs: [{ fontBlobs: fontFiles() }],
  });
  const mainFilePath = fileURLToPath(new URL('report.typ', folder));
  return () => {
    const { result } = typst.compile({ mainFilePath, inputs: { data } });
    if (!result) throw new Error('Typst gave no pages');
    typst.pdf(result, { pdfStandard: 'a-2a', creationTimestamp: 0 });
    typst.evictCache(0);
  };
};

const inARow = async (work: () => unknown): Promise<void> => {
  for (let index = 0; index < IN_A_ROW; index += 1) {
    await work();
    await setImmediate();
  }
};

const memoryOfManyReports = async (): Promise<HeldMemory> => {
  const path = fileURLToPath(new URL('many-reports.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [path]);
  return JSON.parse(stdout) as HeldMemory;
};
