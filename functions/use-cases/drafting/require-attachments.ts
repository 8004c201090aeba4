// Are all files of a draft there, and are they what they are said to be? Asked of the store when it is submitted.
import { BEGINNING_BYTES, beginsAsNamed } from '../../domain/content/attachment.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import type { FieldProblem } from '../../domain/field-problem.ts';
import { attachmentKey } from '../../domain/file-keys.ts';
import type { ReportId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Needs } from '../world.ts';

type Looked = Awaited<ReturnType<Needs<'working'>['working']['look']>>;

/** What the store says of each file, in their order. */
export const lookAtAttachments = (
  { working }: Needs<'working'>,
  reportId: ReportId,
  { attachments }: ReportContent,
): Promise<Looked[]> =>
  Promise.all(
    attachments.map(({ sha256 }) => working.look(attachmentKey(reportId, sha256), BEGINNING_BYTES)),
  );

/** Every file is there, as it is described, and what its name says. Refusals: attachment_missing, attachment_not_as_named. */
export const requireAttachments = (
  { attachments }: ReportContent,
  looked: readonly Looked[],
): void => {
  const missing: FieldProblem[] = [];
  const misnamed: FieldProblem[] = [];
  for (const [index, { name, bytes, sha256 }] of attachments.entries()) {
    const path = ['content', 'attachments', index];
    const found = looked[index];
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
