// What does a clerk print to stamp it by hand? The document as its signer left it, before the agency's signature.
import { sha256 } from '../../domain/canonical-hash.ts';
import { printKey, signedKey } from '../../domain/file-keys.ts';
import { PDF } from '../../domain/file-kind.ts';
import type { Sha256, SubmissionId } from '../../domain/ids.ts';
import { printedNumber } from '../../domain/issued/printed-number.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  expectSubmission,
  filesOf,
  refuseWrongStatus,
  type Submission,
} from '../../domain/workflow/submission.ts';
import { firstRevision } from '../../signing/verify/first-revision.ts';
import type { FileLink } from '../ports.ts';
import { findOwnSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';

/** Once the signed file has expired, the issued one still begins with it. */
const cutFromIssued = async (
  { working, signed }: Needs<'working' | 'signed'>,
  submission: Submission,
): Promise<{ key: string; bytes: Uint8Array }> => {
  const files = filesOf(submission);
  const issued = files && (await signed.read(files.pdf.key, files.pdf.versionId));
  const bytes = issued && firstRevision(issued);
  if (!bytes) throw new Refusal('file_not_found');
  const key = printKey(submission.id);
  await working.writeOnce(key, bytes, PDF);
  return { key, bytes };
};

const NEEDS = ['submissions', 'working', 'signed'] as const;

/** Refusals: not_permitted, submission_not_found, status_wrong, file_not_found while nobody has signed. */
export const linkSignedRevision = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: SubmissionId,
): Promise<FileLink & { fileName: string; sha256: Sha256 }> => {
  requireRole(caller, 'clerk');
  const found = await findOwnSubmission(world, caller, id);
  const submission = expectSubmission(found, 'issuing', 'issued');
  const { number } = submission;
  if (number === null) return refuseWrongStatus(submission);
  const key = signedKey(id);
  const onItsWay = await world.working.read(key);
  const file =
    onItsWay === null ? await cutFromIssued(world, submission) : { key, bytes: onItsWay };
  const name = printedNumber(number.number, number.symbol).replaceAll('/', '-');
  const fileName = `${name} (bản in để đóng dấu).pdf`;
  const link = await world.working.link(file.key, fileName);
  return { ...link, fileName, sha256: sha256(file.bytes) };
};
linkSignedRevision.needs = NEEDS;
