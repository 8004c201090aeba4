// Where does a submitted report stand: in which round, with whom, and since when?
import * as z from 'zod';
import { MOST_ASKED, RoundKind } from '../directory/organization.ts';
import { Instant, PersonId } from '../ids.ts';
import { roundOf, undecidedIn } from './approving.ts';
import { roundsAgreed, type Submission } from './submission.ts';
import { WaitKind } from './wait.ts';

/** The report carries it, so that a list of reports opens no submission. */
export const Standing = z.strictObject({
  /** The round that is being decided, counted from one, and of how many; null when all have agreed. */
  round: z
    .strictObject({
      number: z.number().int().min(1),
      of: z.number().int().min(1),
      kind: RoundKind,
    })
    .nullable(),
  /** What it waits for; null while the workflow is at it. The clerks are waited for as one. */
  wait: WaitKind.nullable(),
  /** Who of the round has not decided yet. */
  people: z.array(PersonId).max(MOST_ASKED),
  since: Instant,
});
export type Standing = z.infer<typeof Standing>;

export const standingOf = (
  submission: Submission,
  wait: WaitKind | null,
  since: Instant,
): Standing => {
  const { chain } = submission;
  const asked = roundOf(submission);
  return {
    round: asked && {
      number: roundsAgreed(submission) + 1,
      of: chain.length,
      kind: asked.kind,
    },
    wait,
    people: wait === 'round' ? undecidedIn(submission) : [],
    since,
  };
};
