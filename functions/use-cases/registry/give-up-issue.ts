// How does a clerk give up a stuck issue? The report goes back to its drafter; its number, if it has one, stays in the register as void.
import type { SubmissionId } from '../../domain/ids.ts';
import { voidEntry } from '../../domain/issued/register.ts';
import { yearOf } from '../../domain/office-calendar.ts';
import { Refusal } from '../../domain/refusal.ts';
import { giveUp } from '../../domain/workflow/issuing.ts';
import {
  expectSubmission,
  type Submission,
  type SubmissionIn,
} from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { resumeWorkflow } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Change } from '../ports.ts';
import { findOwnSubmission } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';

/** What became of the number; nothing of none. */
const voided = async (
  { registers }: Needs<'registers'>,
  { organizationId, number: given }: SubmissionIn<'issuing'>,
  reason: string,
): Promise<Pick<Change, 'outgoing'>> => {
  if (given === null) return {};
  const { date, series, number } = given;
  const entry = await registers.row(organizationId, yearOf(date), series, number);
  if (entry === null)
    throw new Refusal('status_wrong', { message: 'the register does not know the number' });
  return { outgoing: { before: entry, after: voidEntry(entry, reason) } };
};

const NEEDS = [
  'reports',
  'submissions',
  'tokens',
  'registers',
  'commit',
  'presses',
  'workflow',
] as const;

/** Hủy số; trả lại người soạn thảo. Refusals: submission_not_found, not_permitted, status_wrong, reason_missing. */
export const giveUpIssue = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  submissionId: SubmissionId,
  given: string,
): Promise<Submission> => {
  requireRole(caller, 'clerk');
  const reason = given.trim();
  if (!reason) {
    throw new Refusal('reason_missing', { fields: [{ path: ['reason'], message: 'is required' }] });
  }
  const find = () => findOwnSubmission(world, caller, submissionId);
  const act = async (): Promise<Submission> => {
    const before = expectSubmission(await find(), 'issuing');
    const after = giveUp(before, caller.at);
    const by = { actor: caller.person.id, at: caller.at };
    await world.commit({
      ...(await bothMoved(world, { before, after }, { reason }, by)),
      ...(await voided(world, before, reason)),
      asked: { add: [], remove: await world.submissions.askedIn(submissionId) },
      ...markOf(caller),
    });
    return after;
  };
  const submission = await retryConflicts(() => pressOnce(world, caller, act, find));
  await resumeWorkflow(world, submission, { kind: 'stuck' });
  return submission;
};
giveUpIssue.needs = NEEDS;
