// How does a model become a PDF and a DOCX? Once: what is already there is kept, and must be the same.
import * as z from 'zod';
import type { Rendered, RenderJob } from '../contracts/hand-offs.ts';
import { LAYOUT_VERSION } from '../document/layout.ts';
import { renderDocx } from '../document/render-docx.ts';
import { renderForSigning } from '../document/render-pdf.ts';
import { sha256 } from '../domain/canonical-hash.ts';
import { Refusal } from '../domain/refusal.ts';
import { ReportContent } from '../domain/report-content.ts';
import type { Needs } from './world.ts';

const Model = z.strictObject({ layoutVersion: z.literal(LAYOUT_VERSION), content: ReportContent });

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes the DOCX if none is there. Its bytes differ from run to run, so the first one is the one. */
const keepDocx = async (
  { working }: Needs<'working'>,
  key: string,
  render: () => Promise<Uint8Array>,
): Promise<Uint8Array> => {
  const there = await working.read(key);
  if (there !== null) return there;
  const bytes = await render();
  if ((await working.writeOnce(key, bytes, DOCX)) === 'written') return bytes;
  return (await working.read(key)) ?? bytes;
};

/**
 * Renders a frozen model. Refusals: file_not_found when the model has expired or is damaged; rendering_changed when the
 * same model gave other bytes before.
 */
export const renderDocument = async (
  world: Needs<'working'>,
  job: RenderJob,
): Promise<Rendered> => {
  const stored = await world.working.read(job.modelKey);
  if (stored === null) throw new Refusal('file_not_found', { message: 'the model is not there' });
  const model = Model.safeParse(JSON.parse(new TextDecoder().decode(stored)));
  if (!model.success)
    throw new Refusal('rendering_changed', { message: 'the model is of another layout' });
  const { content } = model.data;
  const { pdf, signatureArea } = renderForSigning(content, job.issuing);
  const pdfSha256 = sha256(pdf);
  if ((await world.working.writeOnce(job.pdfKey, pdf, PDF)) === 'present') {
    const before = await world.working.read(job.pdfKey);
    if (before === null || sha256(before) !== pdfSha256) throw new Refusal('rendering_changed');
  }
  const { pdfKey, docxKey } = job;
  const page = { pdfKey, pdfSha256, signatureArea };
  if (docxKey === null) return { ...page, docxKey: null, docxSha256: null };
  const docx = await keepDocx(world, docxKey, () => renderDocx(content, job.issuing));
  return { ...page, docxKey, docxSha256: sha256(docx) };
};
