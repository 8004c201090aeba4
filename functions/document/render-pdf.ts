// How does a report become the PDF that is signed? PDF/A-2a by Typst, from files of this project alone.
import { fileURLToPath } from 'node:url';
import {
  NodeCompiler,
  type NodeError,
  type NodeTypstDocument,
} from '@myriaddreamin/typst-ts-node-compiler';
import * as z from 'zod';
import { Place } from '../domain/content/place.ts';
import type { ReportContent } from '../domain/content/report-content.ts';
import { requirePrintable } from './check/unprintable.ts';
import { fontFiles } from './fonts.ts';
import { LAYOUT, type Layout } from './layout.ts';
import { type Issuing, printedForm } from './printed-form.ts';
import { withLinesSet } from './set-lines.ts';

/** Tagged, Unicode, self-contained: the level of PDF/A that long keeping and screen readers ask for. */
const PDF_STANDARD = 'a-2a';

/** A file must have a date; one not yet issued has that of Decree 30/2020, so that its bytes stay the same. */
const DATE_WHEN_BLANK = '2020-03-05';

/** The template stands alone in its folder: Typst can read whatever is in it, and nothing else. */
const TEMPLATE = fileURLToPath(new URL('./template/report.typ', import.meta.url));
const TEMPLATE_FOLDER = fileURLToPath(new URL('./template/', import.meta.url));

let opened: NodeCompiler | undefined;

/** Fonts are parsed once a process: a fifth of what the first document costs. */
const compiler = (): NodeCompiler => {
  opened ??= NodeCompiler.create({
    workspace: TEMPLATE_FOLDER,
    fontArgs: [{ fontBlobs: fontFiles() }],
  });
  return opened;
};

const said = (error: NodeError): string =>
  z
    .array(z.object({ message: z.string() }))
    .parse(error.shortDiagnostics)
    .map(({ message }) => message)
    .join('; ');

/**
 * Sets a report and hands the pages to `use`. Refusal: text_unprintable.
 * Throws what Typst says, warnings too: a font that is not found is only a warning to it.
 */
const withPages = <Result>(
  layout: Layout,
  content: ReportContent,
  issuing: Issuing | null,
  use: (typst: NodeCompiler, pages: NodeTypstDocument) => Result,
): Result => {
  requirePrintable(content);
  const typst = compiler();
  const data = JSON.stringify({
    layout,
    form: withLinesSet(layout, printedForm(layout, content, issuing)),
  });
  try {
    const compiled = typst.compile({ mainFilePath: TEMPLATE, inputs: { data } });
    const complaint = compiled.takeError() ?? compiled.takeWarnings();
    if (complaint) throw new Error(`The report cannot be set: ${said(complaint)}`);
    if (!compiled.result) throw new Error('The report cannot be set: Typst gave no pages');
    return use(typst, compiled.result);
  } finally {
    // Typst remembers every document it has set, 1 MB each. The pages go when the event loop next turns.
    typst.evictCache(0);
  }
};

/**
 * The PDF of a report, with number and date blank while `issuing` is null; by the newest layout, unless another is given.
 * The same layout, content and issuing give the same bytes. Refusal: text_unprintable.
 */
export const renderPdf = (
  content: ReportContent,
  issuing: Issuing | null,
  layout: Layout = LAYOUT,
): Uint8Array =>
  withPages(layout, content, issuing, (typst, pages) => pdfOf(typst, pages, issuing));

/**
 * What is to be signed, and where the signer's hand goes: between title and name (Decree 30/2020, Annex I, II.7).
 * Both from the same pages. Refusal: text_unprintable.
 */
export const renderForSigning = (
  layout: Layout,
  content: ReportContent,
  issuing: Issuing | null,
): { pdf: Uint8Array; signatureArea: Place } =>
  withPages(layout, content, issuing, (typst, pages) => ({
    pdf: pdfOf(typst, pages, issuing),
    signatureArea: signatureAreaIn(typst, pages),
  }));

const pdfOf = (
  typst: NodeCompiler,
  pages: NodeTypstDocument,
  issuing: Issuing | null,
): Uint8Array =>
  typst.pdf(pages, {
    pdfStandard: PDF_STANDARD,
    creationTimestamp: Date.parse(issuing?.date ?? DATE_WHEN_BLANK) / 1_000,
  });

const signatureAreaIn = (typst: NodeCompiler, pages: NodeTypstDocument): Place => {
  const [area] = z
    .tuple([Place])
    .parse(typst.query(pages, { selector: '<signature-area>', field: 'value' }));
  return area;
};
