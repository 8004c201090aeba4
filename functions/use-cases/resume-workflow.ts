// How does a press reach the waiting workflow? It is stored first; then the token is answered, as often as need be.
import { HAND_OFF_VERSION } from '../contracts/hand-offs.ts';
import { Unavailable } from '../domain/refusal.ts';
import type { Submission } from '../domain/submission.ts';
import { outcomeOf, type Wait } from '../domain/wait.ts';
import type { Needs } from './world.ts';

/**
 * Answers the wait if it has been decided and its token is there. Repeatable: a token that no longer counts is no error.
 * When Step Functions does not answer, the stored press stays owed and the sweep resumes it.
 */
export const resumeWorkflow = async (
  { records, workflow }: Needs<'records' | 'workflow'>,
  submission: Submission,
  wait: Wait,
): Promise<void> => {
  const outcome = outcomeOf(submission, wait);
  if (outcome === null) return;
  try {
    const waiting = await records.token(submission.id, wait);
    if (waiting !== null) await workflow.answer(waiting.token, outcome);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
};

/** Starts the execution of a stored submission; an unavailable Step Functions leaves it to the sweep. */
export const startWorkflow = async (
  { workflow }: Needs<'workflow'>,
  submission: Submission,
): Promise<void> => {
  try {
    await workflow.start({
      handOff: HAND_OFF_VERSION,
      submissionId: submission.id,
      reportId: submission.reportId,
      organizationId: submission.organizationId,
    });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
};
