// How do the files that go with a report stay what they were when it was submitted? They are copied to where nobody can upload.
import {
  type Attachment,
  BEGINNING_BYTES,
  typeOfAttachment,
} from '../../domain/content/attachment.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { attachmentKey, frozenAttachmentKey } from '../../domain/file-keys.ts';
import type { ReportId, SubmissionId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Needs } from '../world.ts';
import { readExactly } from './read-exactly.ts';

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
    const key = frozenAttachmentKey(id, sha256);
    const there = await world.working.look(key, BEGINNING_BYTES);
    if (there !== null && there.sha256 !== sha256) {
      throw new Refusal('kept_file_invalid', { facts: { because: 'file_differs' } });
    }
    if (there !== null) continue;
    const bytes = await readExactly(world, attachmentKey(reportId, sha256), sha256);
    await world.working.writeOnce(key, bytes, typeOfAttachment(name));
  }
};

/** The bytes that a submission froze. Refusals: file_not_found, file_differs. */
export const readFrozenAttachment = (
  world: Needs<'working'>,
  id: SubmissionId,
  { sha256 }: Attachment,
): Promise<Uint8Array> => readExactly(world, frozenAttachmentKey(id, sha256), sha256);
