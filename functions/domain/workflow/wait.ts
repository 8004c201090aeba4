// What can the workflow be waiting for (a task token), and has it been answered?
import * as z from 'zod';
import { SubmissionId } from '../ids.ts';
import { resumedSince, sealPressedBy } from './issuing.ts';
import { roundsAgreed, type Submission } from './submission.ts';

/** What the workflow can be waiting for. */
export const Wait = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), round: z.number().int().min(0) }),
  z.strictObject({ kind: z.literal('seal') }),
  z.strictObject({ kind: z.literal('stuck') }),
]);
export type Wait = z.infer<typeof Wait>;

export const WaitKind = z.enum(Wait.options.map(({ shape }) => shape.kind.value));
export type WaitKind = z.infer<typeof WaitKind>;

/** Answers a wait of the workflow. Lives in an item of its own and in nothing that people can read. */
export const WaitToken = z.strictObject({
  submissionId: SubmissionId,
  wait: Wait,
  token: z.string(),
  /** Whoever is asked has been told so by mail; where this is not stored, they were told when the wait was stored. */
  told: z.boolean().default(true),
});
export type WaitToken = z.infer<typeof WaitToken>;

export const isSameWait = (one: Wait, other: Wait): boolean =>
  one.kind === 'round' && other.kind === 'round'
    ? one.round === other.round
    : one.kind === other.kind;

/** What a wait can end with; the state machine chooses its way by these words. */
export const Outcome = z.enum([
  'agreed',
  'returned',
  'rejected',
  'withdrawn',
  'replaced',
  'sealed',
  'resumed',
  /** The clerk gave it up, whether it had a number or none: the word by which machines that have started go their way. */
  'voided',
]);
export type Outcome = z.infer<typeof Outcome>;

/** The stored answer to a wait, or null while people are still being waited for. */
export const outcomeOf = (submission: Submission, wait: Wait): Outcome | null => {
  const how = submission.status === 'ended' ? submission.how : null;
  const isGivenBack = how === 'voided' || how === 'handedBack';
  switch (wait.kind) {
    case 'seal':
      return sealPressedBy(submission) === null ? null : 'sealed';
    case 'stuck':
      if (isGivenBack) return 'voided';
      return resumedSince(submission) === null ? null : 'resumed';
    case 'round':
      if (roundsAgreed(submission) > wait.round) return 'agreed';
      return isGivenBack ? null : how;
  }
};
