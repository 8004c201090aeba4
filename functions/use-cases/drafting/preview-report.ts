// What will the paper look like? The real PDF of the report as it stands, number and date blank; of a draft, in the newest layout.
import { modelOf } from '../../contracts/rendering-model.ts';
import { requirePrintable } from '../../document/check/unprintable.ts';
import { canonicalHash } from '../../domain/canonical-hash.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { previewKeys } from '../../domain/file-keys.ts';
import { JSON_TEXT } from '../../domain/file-kind.ts';
import type { ReportId, Sha256 } from '../../domain/ids.ts';
import type { Report } from '../../domain/workflow/report.ts';
import type { FileLink } from '../ports.ts';
import { findFrozen, findOwnReport, findSubmission } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';

type Shown = { content: ReportContent; layoutVersion: number };

/** A draft is shown as it would be submitted; what was submitted, as it was, for as long as its layout is kept. */
const shownOf = async (world: Needs<'submissions' | 'layouts'>, report: Report): Promise<Shown> => {
  const { newest, kept } = world.layouts;
  if (report.status === 'draft') return { content: report.content, layoutVersion: newest };
  const [content, { layoutVersion }] = await Promise.all([
    findFrozen(world, report.submissionId),
    findSubmission(world, report.submissionId),
  ]);
  return { content, layoutVersion: layoutVersion in kept ? layoutVersion : newest };
};

const NEEDS = ['reports', 'submissions', 'renderer', 'layouts', 'working'] as const;

/**
 * The same words give the same file, so looking twice renders into the same place. Refusals: report_not_found,
 * submission_not_found; text_unprintable, naming the places; what the renderer refuses.
 */
export const previewReport = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  reportId: ReportId,
): Promise<FileLink & { sha256: Sha256; fileName: string; revision: number }> => {
  const report = await findOwnReport(world, caller, reportId);
  const { content, layoutVersion } = await shownOf(world, report);
  requirePrintable(content);
  const place = previewKeys(reportId, canonicalHash({ content, layoutVersion }));
  const model = modelOf(content, layoutVersion);
  await world.working.writeOnce(place.modelKey, model, JSON_TEXT);
  const { pdfKey, pdfSha256 } = await world.renderer.render({
    ...place,
    issuing: null,
    docxKey: null,
  });
  const fileName = `Dự thảo ${report.symbol}.pdf`;
  const link = await world.working.link(pdfKey, fileName);
  return { ...link, sha256: pdfSha256, fileName, revision: report.revision };
};
previewReport.needs = NEEDS;
