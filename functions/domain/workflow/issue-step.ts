// How far has the issue come of what all have agreed to? What each step leaves behind says so: no step writes down that it is done.
import * as z from 'zod';
import type { Submission } from './submission.ts';

/** In their order. `send`: put under lock, into the register, and to every recipient. */
export const IssueStep = z.enum(['number', 'render', 'sign', 'seal', 'send']);
export type IssueStep = z.infer<typeof IssueStep>;

/** Which of the files on their way is there. */
type MadeSoFar = Record<'rendered' | 'signed' | 'sealed', boolean>;

/** Of these it matters what is there: it has its number, and its files are not kept yet. */
export const isBeingMade = (submission: Submission): boolean =>
  submission.status === 'issuing' && submission.number !== null && submission.files === null;

/** The step that is under way, or that it stands still at. Null before all have agreed, when all recipients have it, and at any other end. */
export const issueStepOf = (submission: Submission, made: MadeSoFar): IssueStep | null => {
  if (submission.status === 'issued') return submission.owedSince === null ? null : 'send';
  if (submission.status !== 'issuing') return null;
  if (submission.number === null) return 'number';
  if (submission.files !== null || made.sealed) return 'send';
  if (made.signed) return 'seal';
  return made.rendered ? 'sign' : 'render';
};
