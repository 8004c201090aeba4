// How does a press reach the workflow? It is stored first, with what it owes (an outbox); then its turn is started
// and the task token answered, as often as need be.
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import { hearResumption, resumedSince } from '../../domain/workflow/issuing.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import { type Outcome, outcomeOf, type Wait } from '../../domain/workflow/wait.ts';
import { findSubmission } from '../reading/find.ts';
import type { Needs } from '../world.ts';
import { retryConflicts } from './retry-conflicts.ts';

/** When Step Functions does not answer, or others are faster each time, what is stored stays owed and the sweep carries it on. */
const unlessUnavailable = async (attempt: () => Promise<unknown>): Promise<void> => {
  try {
    await attempt();
  } catch (error) {
    const isOvertaken = error instanceof Refusal && error.code === 'revision_conflict';
    if (!isOvertaken && !(error instanceof Unavailable)) throw error;
  }
};

/** Starts the submission's present turn; `ended` when that has been and is over. Unavailable when Step Functions does not answer. */
export const startTurn = (
  { workflow }: Needs<'workflow'>,
  { id: submissionId, turn }: Submission,
): Promise<'going' | 'ended'> => workflow.start({ submissionId }, turn);

/** Starts the first turn of a stored submission. */
export const startWorkflow = (world: Needs<'workflow'>, submission: Submission): Promise<void> =>
  unlessUnavailable(() => startTurn(world, submission));

/**
 * Hands what is stored to the question that waits under this token. A resumption that was heard so is marked, for it
 * answers that question and no later one; if this comes to nothing, the next question takes it once more, and the issue is
 * tried once more. Unavailable when Step Functions or the table does not answer.
 */
export const answerUnder = async (
  world: Needs<'submissions' | 'workflow' | 'commit'>,
  token: string,
  submission: Submission,
  outcome: Outcome,
): Promise<void> => {
  const since = resumedSince(submission);
  const heard = await world.workflow.answer(token, outcome);
  if (heard === 'gone' || outcome !== 'resumed' || since === null) return;
  await retryConflicts(async () => {
    const before = await findSubmission(world, submission.id);
    const after = hearResumption(before, since);
    if (after !== before) await world.commit({ submission: { before, after } });
  });
};

/**
 * Answers the wait if it has been decided and its token is there. Judged by what is stored after the token has been read:
 * a question that was put meanwhile is not answered by what answered the one before. Repeatable: a token that no longer
 * counts is no error.
 */
export const answerWait = async (
  world: Needs<'submissions' | 'tokens' | 'workflow' | 'commit'>,
  submission: Submission,
  wait: Wait,
): Promise<void> => {
  if (outcomeOf(submission, wait) === null) return;
  await unlessUnavailable(async () => {
    const waiting = await world.tokens.read(submission.id, wait);
    if (waiting === null) return;
    const present = await findSubmission(world, submission.id);
    const outcome = outcomeOf(present, wait);
    if (outcome !== null) await answerUnder(world, waiting.token, present, outcome);
  });
};

/** After a press. It may have begun another turn, which nobody has started yet; the first is started with the submission. */
export const resumeWorkflow = async (
  world: Needs<'submissions' | 'tokens' | 'workflow' | 'commit'>,
  submission: Submission,
  wait: Wait,
): Promise<void> => {
  if (submission.turn > 1 && submission.owedSince !== null) await startWorkflow(world, submission);
  await answerWait(world, submission, wait);
};
