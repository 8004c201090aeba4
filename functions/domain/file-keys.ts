// Where does each file lie in its bucket? As in the table, a key begins with its kind, so that a role can be held to
// kinds.

import type { KeyHolder } from './directory/key-holder.ts';
import type { OrganizationId, PersonId, ReportId, Sha256, SubmissionId, UploadId } from './ids.ts';

/** Stands in for any id: in a policy, and in the state machine, which fills it in. */
type Any = '*' | '{}';

/** Everything on its way lies in one of these folders of the working bucket, where everything expires. */
export type WorkingKey =
  `${'attachments' | 'submissions' | 'previews' | 'imports' | 'issuing' | 'prints' | 'verification'}/${string}`;

/** A file on the desk. The name of the place is the hash of what lies there, so it is never anything else. */
export const attachmentKey = (report: ReportId, file: Sha256): WorkingKey =>
  `attachments/${report}/${file}`;

/** What a submission froze: the model that is printed, the page that people decide on, and the files. */
export const modelKey = (id: SubmissionId): WorkingKey => `submissions/${id}/model.json`;
export const pageKey = (id: SubmissionId | Any): WorkingKey => `submissions/${id}/page.pdf`;
export const frozenAttachmentKey = (id: SubmissionId, file: Sha256): WorkingKey =>
  `submissions/${id}/attachments/${file}`;

/** Where all of one issue lies: */
export const issuingFolder = (id: SubmissionId): WorkingKey => `issuing/${id}/`;
/** the document with number and date, before anybody's signature; then with the person's; then with the agency's too. */
export const numberedKey = (id: SubmissionId | Any, format: 'pdf' | 'docx'): WorkingKey =>
  `issuing/${id}/document.${format}`;
export const signedKey = (id: SubmissionId | Any): WorkingKey => `issuing/${id}/signed.pdf`;
export const sealedKey = (id: SubmissionId): WorkingKey => `issuing/${id}/sealed.pdf`;

/** What else came out when this PDF was rendered lies beside it, written when all of it has. */
export const outcomeKey = (pdfKey: string): string => `${pdfKey}.json`;

/** What was cut out of an issued file to be stamped, under a name that nobody who signs or seals reads. */
export const printKey = (id: SubmissionId): WorkingKey => `prints/${id}.pdf`;

/** `looks`: a hash of everything that decides how it looks, so that what looks the same is rendered once. */
export const previewKeys = (
  report: ReportId,
  looks: Sha256,
): Record<'modelKey' | 'pdfKey', WorkingKey> => ({
  modelKey: `previews/${report}/${looks}.json`,
  pdfKey: `previews/${report}/${looks}.pdf`,
});

/** The Word file, what was read of it, and the same with its recipients named. Nobody but its drafter can name the place. */
export const importKeys = (
  drafter: PersonId,
  report: ReportId,
): Record<'fileKey' | 'reportKey' | 'namedKey', WorkingKey> => ({
  fileKey: `imports/${drafter}/${report}.docx`,
  reportKey: `imports/${drafter}/${report}.json`,
  namedKey: `imports/${drafter}/${report}.named.json`,
});

/** What anyone has checked, apart from all other files: nothing else reads here, and what lies here is gone the day after. */
export const CHECKED: WorkingKey = 'verification/';
export const checkedKey = (id: UploadId): WorkingKey => `${CHECKED}${id}.pdf`;

/** In the signed bucket, for good: the original, the DOCX for reuse, and what went with them. */
type Issued = { organizationId: OrganizationId; reportId: ReportId; id: SubmissionId };
const issuedKey = ({ organizationId, reportId, id }: Issued, name: string): string =>
  `issued/${organizationId}/${reportId}/${id}/${name}`;
export const originalKey = (submission: Issued): string => issuedKey(submission, 'signed.pdf');
export const reuseKey = (submission: Issued): string => issuedKey(submission, 'reuse.docx');
export const issuedAttachmentKey = (submission: Issued, file: Sha256): string =>
  issuedKey(submission, `attachments/${file}`);

/** In the bucket of images: the hand of a person, the seal of an organization. */
export type ImageKey = `${'people' | 'organizations'}/${string}`;
export const imageKey = ({ kind, id }: KeyHolder, image: Sha256): ImageKey =>
  `${kind === 'person' ? 'people' : 'organizations'}/${id}/${image}.png`;
