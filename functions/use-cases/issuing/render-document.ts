// How does a model become a PDF and a DOCX? The page to decide on must come out the same each time; what has its number and date comes out once.
import * as z from 'zod';
import { Rendered, RenderJob } from '../../contracts/hand-offs.ts';
import { RenderingModel } from '../../contracts/rendering-model.ts';
import { renderDocx } from '../../document/render-docx.ts';
import { renderForSigning } from '../../document/render-pdf.ts';
import { canonicalHash, sha256 } from '../../domain/canonical-hash.ts';
import { outcomeKey } from '../../domain/file-keys.ts';
import { DOCX, JSON_TEXT, PDF } from '../../domain/file-kind.ts';
import type { Sha256 } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { asWritten } from '../../domain/written-later.ts';
import type { Needs, WorldOf } from '../world.ts';

/**
 * Its bytes differ from run to run, so the first one written is the one. Whether one is there is not asked before: only a
 * crash has left one, and to print it in vain then costs less than to ask each time.
 */
const keepDocx = async (
  { working }: Needs<'working'>,
  key: string,
  bytes: Uint8Array,
): Promise<Uint8Array> => {
  if ((await working.writeOnce(key, bytes, DOCX)) === 'written') return bytes;
  return (await working.read(key)) ?? bytes;
};

/** What came out of a job, beside it: where there is room for the signature is not to be read from a PDF. */
const Outcome = z.strictObject({ issuing: RenderJob.shape.issuing, rendered: Rendered });

const isThere = async ({ working }: Needs<'working'>, key: string, hash: Sha256 | null) => {
  const bytes = await working.read(key);
  return bytes !== null && sha256(bytes) === hash;
};

/**
 * What has come out of this job already. It may be signed, so that it is never made anew, by whatever renders today.
 * Refusal: kept_file_invalid when it is of another number or date, or no longer what it was. WrittenLater.
 */
const adoptOutcome = async (world: Needs<'working'>, job: RenderJob): Promise<Rendered | null> => {
  const kept = await world.working.read(outcomeKey(job.pdfKey));
  if (kept === null) return null;
  const said: unknown = JSON.parse(new TextDecoder().decode(kept));
  const { issuing, rendered } = asWritten('what came out', () => Outcome.parse(said));
  const { pdfKey, pdfSha256, docxKey, docxSha256 } = rendered;
  const isKept =
    canonicalHash([issuing, pdfKey, docxKey]) ===
      canonicalHash([job.issuing, job.pdfKey, job.docxKey]) &&
    (await isThere(world, pdfKey, pdfSha256)) &&
    (docxKey === null || (await isThere(world, docxKey, docxSha256)));
  if (!isKept) throw new Refusal('kept_file_invalid', { facts: { because: 'file_differs' } });
  return rendered;
};

const NEEDS = ['layouts', 'working'] as const;

/**
 * Renders a frozen model. What has a number and a date is rendered once; the page that is decided on each time, since
 * whether it comes out as it was shown is the question.
 * Refusals: kept_file_invalid; those of `render`.
 */
export const renderDocument = async (
  world: WorldOf<typeof NEEDS>,
  job: RenderJob,
): Promise<Rendered> => {
  if (job.issuing === null) return render(world, job);
  const adopted = await adoptOutcome(world, job);
  if (adopted !== null) return adopted;
  const rendered = await render(world, job);
  const outcome = JSON.stringify({ issuing: job.issuing, rendered });
  const bytes = new TextEncoder().encode(outcome);
  await world.working.writeOnce(outcomeKey(job.pdfKey), bytes, JSON_TEXT);
  return rendered;
};
renderDocument.needs = NEEDS;

/** Refusal: rendering_changed when it cannot be read. WrittenLater. */
const modelIn = (stored: Uint8Array): z.infer<typeof RenderingModel> => {
  const said: unknown = JSON.parse(new TextDecoder().decode(stored));
  try {
    return asWritten('the model', () => RenderingModel.parse(said));
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new Refusal('rendering_changed', { message: 'the model cannot be read' });
  }
};

/**
 * By the layout that the model was frozen with. Refusals: file_not_found when the model has expired; layout_gone when its
 * layout is kept no longer; text_unprintable; rendering_changed when it cannot be read, or gave other bytes before. WrittenLater.
 */
const render = async (world: Needs<'working' | 'layouts'>, job: RenderJob): Promise<Rendered> => {
  const stored = await world.working.read(job.modelKey);
  if (stored === null) throw new Refusal('file_not_found', { message: 'the model is not there' });
  const { content, layoutVersion } = modelIn(stored);
  const layout = world.layouts.kept[layoutVersion];
  if (layout === undefined) throw new Refusal('layout_gone', { facts: { layoutVersion } });
  const { pdf, signatureArea } = renderForSigning(layout, content, job.issuing);
  const pdfSha256 = sha256(pdf);
  if ((await world.working.writeOnce(job.pdfKey, pdf, PDF)) === 'present') {
    const before = await world.working.read(job.pdfKey);
    if (before === null || sha256(before) !== pdfSha256) throw new Refusal('rendering_changed');
  }
  const { pdfKey, docxKey } = job;
  const page = { pdfKey, pdfSha256, signatureArea };
  if (docxKey === null) return { ...page, docxKey: null, docxSha256: null };
  const docx = await keepDocx(world, docxKey, await renderDocx(content, job.issuing, layout));
  return { ...page, docxKey, docxSha256: sha256(docx) };
};
