// How does the one signed file become the original? It is verified, written once under lock with what goes with it, and its version is written down.
import type { Storing } from '../../contracts/hand-offs.ts';
import { sha256 } from '../../domain/canonical-hash.ts';
import { typeOfAttachment } from '../../domain/content/attachment.ts';
import { issuedAttachmentKey, originalKey, reuseKey } from '../../domain/file-keys.ts';
import { DOCX, PDF } from '../../domain/file-kind.ts';
import type { IssuedAttachment, IssuedFile } from '../../domain/issued/issue.ts';
import { Refusal } from '../../domain/refusal.ts';
import { keepFiles } from '../../domain/workflow/issuing.ts';
import { expectSubmission, filesOf } from '../../domain/workflow/submission.ts';
import { BOTH_FIELDS } from '../../signing/our-fields.ts';
import { isTimestamped } from '../../signing/sign/signature-cms.ts';
import { findSignatures } from '../../signing/verify/find-signatures.ts';
import { verifySignatures } from '../../signing/verify/verify-signatures.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findFrozen, findSubmission } from '../reading/find.ts';
import type { WorldOf } from '../world.ts';
import { readFrozenAttachment } from './frozen-attachments.ts';
import { readExactly } from './read-exactly.ts';

/** Every signature of the file. */
const areTimestamped = async (pdf: Uint8Array): Promise<boolean> => {
  const found = await findSignatures(pdf);
  return found.readable && found.signatures.every(({ contents }) => isTimestamped(contents));
};

const NEEDS = ['submissions', 'commit', 'trust', 'working', 'signed'] as const;

/** Storing again finds what is there. Refusals: submission_not_found, status_wrong, file_not_found, file_differs, signature_invalid. */
export const storeFiles = async (world: WorldOf<typeof NEEDS>, wish: Storing): Promise<void> => {
  const submission = await findSubmission(world, wish.submissionId);
  if (filesOf(submission) !== null) return;
  const pdf = await readExactly(world, wish.key, wish.sha256);
  const docx = await readExactly(world, wish.docxKey, wish.docxSha256);
  const [trusted, content] = await Promise.all([
    world.trust.trusted(),
    findFrozen(world, submission.id),
  ]);
  const { file, signatures } = await verifySignatures(pdf, trusted);
  if (file.verdict !== 'valid' || signatures.length !== BOTH_FIELDS.length) {
    throw new Refusal('signature_invalid');
  }

  const { id } = submission;
  const keep = async (key: string, bytes: Uint8Array, type: string): Promise<IssuedFile> => {
    const kept = await world.signed.keep(key, bytes, type, sha256(bytes));
    if (kept.sha256 !== sha256(bytes)) throw new Refusal('file_differs');
    return { key, versionId: kept.versionId, sha256: kept.sha256, bytes: bytes.length };
  };
  const attachments: IssuedAttachment[] = [];
  for (const attachment of content.attachments) {
    const { name, sha256: hash } = attachment;
    const bytes = await readFrozenAttachment(world, id, attachment);
    attachments.push({
      name,
      ...(await keep(issuedAttachmentKey(submission, hash), bytes, typeOfAttachment(name))),
    });
  }
  const files = {
    pdf: await keep(originalKey(submission), pdf, PDF),
    docx: await keep(reuseKey(submission), docx, DOCX),
    attachments,
    timestamped: await areTimestamped(pdf),
  };
  await retryConflicts(async () => {
    const found = await findSubmission(world, id);
    if (filesOf(found) !== null) return;
    const before = expectSubmission(found, 'issuing');
    const after = keepFiles(before, files);
    await world.commit({ submission: { before, after } });
  });
};
storeFiles.needs = NEEDS;
