// What does a list tell those who are asked about a submission?

import type { Instant } from '../../domain/ids.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import type { Wait } from '../../domain/workflow/wait.ts';

/** Everything but who is asked. */
export const askedAbout = (
  { id, reportId, organizationId, subject, symbol, urgency, drafterId }: Submission,
  wait: Wait,
  since: Instant,
): Omit<Asked, 'asked'> => ({
  submissionId: id,
  reportId,
  organizationId,
  wait,
  subject,
  symbol,
  urgency,
  drafterId,
  since,
  reminders: 0,
});
