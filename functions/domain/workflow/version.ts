// Which of a report's versions is it? Counted from one, and raised when a submitted report comes back to its drafter.
import * as z from 'zod';
import { SubmissionId } from '../ids.ts';

export const VersionNumber = z.number().int().min(1);

/** A version that was frozen, and the submission that froze it. */
export const Version = z.strictObject({ id: SubmissionId, version: VersionNumber });
export type Version = z.infer<typeof Version>;
