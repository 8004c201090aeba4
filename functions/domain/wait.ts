// What can the workflow be waiting for, and has it been answered?
import * as z from 'zod';
import { SubmissionId } from './ids.ts';
import type { Submission } from './submission.ts';

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
  /** Whoever is asked has been told so by mail; stored without this, he was told when it was stored. */
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
  if (wait.kind === 'seal') return submission.sealPressedBy === null ? null : 'sealed';
  if (wait.kind === 'stuck') {
    if (submission.status === 'voided' || submission.status === 'handedBack') return 'voided';
    return submission.resumedSince === null ? null : 'resumed';
  }
  if (submission.round > wait.round) return 'agreed';
  const { status } = submission;
  const isOver =
    status === 'returned' ||
    status === 'rejected' ||
    status === 'withdrawn' ||
    status === 'replaced';
  return isOver ? status : null;
};
