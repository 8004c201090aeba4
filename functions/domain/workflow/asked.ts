// Who is being waited for? One person, or whoever is clerk.
import * as z from 'zod';
import { Urgency } from '../content/urgency.ts';
import { Instant, OrganizationId, PersonId, ReportId, SubmissionId } from '../ids.ts';
import { Wait } from './wait.ts';

export const Asked = z.strictObject({
  submissionId: SubmissionId,
  reportId: ReportId,
  organizationId: OrganizationId,
  wait: Wait,
  asked: z.union([
    z.strictObject({ person: PersonId }),
    z.strictObject({ role: z.literal('clerk') }),
  ]),
  subject: z.string(),
  symbol: z.string(),
  urgency: Urgency.nullable(),
  /** Who sent it. */
  drafterId: PersonId,
  since: Instant,
  /** How often whoever is asked has been reminded. */
  reminders: z.number().int().min(0),
});
export type Asked = z.infer<typeof Asked>;
