// What will the paper look like? The real PDF of the report as it stands, number and date blank.
import { HAND_OFF_VERSION } from '../contracts/hand-offs.ts';
import { LAYOUT_VERSION } from '../document/layout.ts';
import { canonicalHash } from '../domain/canonical-hash.ts';
import type { ReportId, Sha256 } from '../domain/ids.ts';
import type { ReportContent } from '../domain/report-content.ts';
import { findFrozen, findOwnReport } from './find.ts';
import type { Caller } from './identify.ts';
import type { FileLink } from './ports.ts';
import type { Needs } from './world.ts';

/** The model that the renderer reads, as it lies in the working bucket. */
export const modelOf = (content: ReportContent): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ layoutVersion: LAYOUT_VERSION, content }));

/** Refusal: report_not_found. The same words give the same file, so looking twice renders into the same place. */
export const previewReport = async (
  world: Needs<'records' | 'working' | 'renderer'>,
  caller: Caller,
  reportId: ReportId,
): Promise<FileLink & { sha256: Sha256; fileName: string }> => {
  const report = await findOwnReport(world, caller, reportId);
  const content =
    report.status === 'draft' ? report.content : await findFrozen(world, report.submissionId);
  const place = `previews/${reportId}/${canonicalHash({ content, layoutVersion: LAYOUT_VERSION })}`;
  await world.working.writeOnce(`${place}.json`, modelOf(content), 'application/json');
  const { pdfKey, pdfSha256 } = await world.renderer.render({
    handOff: HAND_OFF_VERSION,
    modelKey: `${place}.json`,
    issuing: null,
    pdfKey: `${place}.pdf`,
    docxKey: null,
  });
  const fileName = `Dự thảo ${report.symbol}.pdf`;
  return { ...(await world.working.link(pdfKey, fileName)), sha256: pdfSha256, fileName };
};
