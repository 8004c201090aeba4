// How does a file get to a draft, and back to whoever wants to read it? It goes straight to the store, under its own hash.
import {
  type Attachment,
  BEGINNING_BYTES,
  beginsAsNamed,
  typeOfAttachment,
} from '../../domain/attachment.ts';
import type { FieldProblem } from '../../domain/field-problem.ts';
import type { ReportId, Sha256, SubmissionId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { expectStatus } from '../../domain/report.ts';
import type { ReportContent } from '../../domain/report-content.ts';
import { readExactly } from '../issuing/keep-once.ts';
import type { FileLink, UploadForm } from '../ports.ts';
import { findFrozen, findOwnReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

/** On the desk. The name of the place is the hash of what lies there, so it is never anything else. */
const onDesk = (reportId: ReportId, sha256: Sha256) => `attachments/${reportId}/${sha256}`;

/** Frozen with a submission. */
const frozenAt = (submissionId: SubmissionId, sha256: Sha256) =>
  `submissions/${submissionId}/attachments/${sha256}`;

/**
 * Where the file goes. It belongs to the draft when it stands in its content; what is taken out again expires.
 * Refusals: report_not_found, not_permitted, status_wrong.
 */
export const startAttachment = async (
  world: Needs<'records' | 'working'>,
  caller: Caller,
  reportId: ReportId,
  file: Attachment,
): Promise<UploadForm> => {
  requireRole(caller, 'drafter');
  expectStatus(await findOwnReport(world, caller, reportId), 'draft');
  const key = onDesk(reportId, file.sha256);
  return world.working.uploadFormFor(key, typeOfAttachment(file.name), file);
};

/** For the people of the report's organization. Refusals: report_not_found, file_not_found. */
export const linkAttachment = async (
  world: Needs<'records' | 'working'>,
  caller: Caller,
  reportId: ReportId,
  sha256: Sha256,
): Promise<FileLink & { fileName: string; sha256: Sha256 }> => {
  const report = await findOwnReport(world, caller, reportId);
  const isDraft = report.status === 'draft';
  const content = isDraft ? report.content : await findFrozen(world, report.submissionId);
  const named = content.attachments.find((each) => each.sha256 === sha256);
  if (named === undefined) throw new Refusal('file_not_found');
  const key = isDraft ? onDesk(reportId, sha256) : frozenAt(report.submissionId, sha256);
  const link = await world.working.link(key, named.name, 'attachment');
  return { ...link, fileName: named.name, sha256 };
};

/** Every file is there, as it is described, and what its name says. Refusals: attachment_missing, attachment_not_as_named. */
export const requireAttachments = async (
  { working }: Needs<'working'>,
  reportId: ReportId,
  { attachments }: ReportContent,
): Promise<void> => {
  const missing: FieldProblem[] = [];
  const misnamed: FieldProblem[] = [];
  for (const [index, { name, bytes, sha256 }] of attachments.entries()) {
    const path = ['content', 'attachments', index];
    const found = await working.look(onDesk(reportId, sha256), BEGINNING_BYTES);
    if (found?.sha256 !== sha256 || found.bytes !== bytes)
      missing.push({ path, message: 'has not been uploaded', wrong: { what: 'notUploaded' } });
    else if (!beginsAsNamed(name, found.beginning))
      misnamed.push({
        path,
        message: 'is not of the kind that its name says',
        wrong: { what: 'notAsNamed' },
      });
  }
  if (missing.length > 0) throw new Refusal('attachment_missing', { fields: missing });
  if (misnamed.length > 0) throw new Refusal('attachment_not_as_named', { fields: misnamed });
};

type Submitted = { id: SubmissionId; reportId: ReportId };

/**
 * Copies every file to where nobody uploads, hashed anew on the way, one after another: 25 MB at a time fit any function.
 * What is there already stays, whatever lies on the desk. Refusals: file_not_found, file_differs, kept_file_invalid.
 */
export const freezeAttachments = async (
  world: Needs<'working'>,
  { id, reportId }: Submitted,
  { attachments }: ReportContent,
): Promise<void> => {
  for (const { name, sha256 } of attachments) {
    const key = frozenAt(id, sha256);
    const there = await world.working.look(key, BEGINNING_BYTES);
    if (there !== null && there.sha256 !== sha256) {
      throw new Refusal('kept_file_invalid', { facts: { because: 'file_differs' } });
    }
    if (there !== null) continue;
    const bytes = await readExactly(world, onDesk(reportId, sha256), sha256);
    await world.working.writeOnce(key, bytes, typeOfAttachment(name));
  }
};

/** The bytes that a submission froze. Refusals: file_not_found, file_differs. */
export const readFrozenAttachment = (
  world: Needs<'working'>,
  id: SubmissionId,
  { sha256 }: Attachment,
): Promise<Uint8Array> => readExactly(world, frozenAt(id, sha256), sha256);
