// Where do the files lie that go with a report? On the desk as long as it is a draft, then with the submission that froze them.
import type { ReportId, Sha256, SubmissionId } from '../../domain/ids.ts';

/** On the desk. The name of the place is the hash of what lies there, so it is never anything else. */
export const deskPlaceOf = (reportId: ReportId, sha256: Sha256) =>
  `attachments/${reportId}/${sha256}`;

/** Frozen with a submission. */
export const frozenPlaceOf = (submissionId: SubmissionId, sha256: Sha256) =>
  `submissions/${submissionId}/attachments/${sha256}`;
