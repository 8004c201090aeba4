// What has somebody decided? Written together with the decision, so that people find again what they have signed and agreed to.
import * as z from 'zod';
import { Instant, PersonId, ReportId, SubmissionId } from '../ids.ts';
import { type Decision, DecisionKind, type Submission } from './submission.ts';

export const Decided = z.strictObject({
  personId: PersonId,
  submissionId: SubmissionId,
  reportId: ReportId,
  round: z.number().int().min(0),
  kind: DecisionKind,
  /** As they were then. */
  subject: z.string(),
  symbol: z.string(),
  at: Instant,
});
export type Decided = z.infer<typeof Decided>;

export const decidedIn = (
  { id, reportId, subject, symbol }: Submission,
  { personId, round, kind, at }: Decision,
): Decided => ({ personId, submissionId: id, reportId, round, kind, subject, symbol, at });
