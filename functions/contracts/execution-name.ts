// What is an execution called? After its submission; every turn after the first says which it is.
import * as z from 'zod';
import { SubmissionId } from '../domain/ids.ts';
import type { Submission } from '../domain/workflow/submission.ts';

/** One turn of one submission: one execution. */
export type Turn = { submissionId: SubmissionId; turn: number };

export const turnOf = ({ id, turn }: Pick<Submission, 'id' | 'turn'>): Turn => ({
  submissionId: id,
  turn,
});

export const executionNameOf = ({ submissionId, turn }: Turn): string =>
  turn === 1 ? submissionId : `${submissionId}-${turn}`;

/** The 26 digits of an id hold no hyphen, so what follows one is the turn. */
const NAME = /^(.+?)(?:-([1-9]\d*))?$/;

/** Reads a name as it was written. */
export const ExecutionName = z.string().transform((name, context): Turn => {
  const [, id, turn = '1'] = NAME.exec(name) ?? [];
  const submissionId = SubmissionId.safeParse(id);
  if (submissionId.success) return { submissionId: submissionId.data, turn: Number(turn) };
  context.addIssue({ code: 'custom', message: 'is not named after a submission' });
  return z.NEVER;
});
