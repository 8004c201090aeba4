// At which step is the issue of a submission? Its record says so, and the files that lie on their way.
import {
  issuingFolder,
  numberedKey,
  outcomeKey,
  sealedKey,
  signedKey,
} from '../../domain/file-keys.ts';
import { type IssueStep, isBeingMade, issueStepOf } from '../../domain/workflow/issue-step.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import type { Needs } from '../world.ts';

const NOTHING = { rendered: false, signed: false, sealed: false };

/** Asks the store only while the answer is there. */
export const readIssueStep = async (
  { working }: Needs<'working'>,
  submission: Submission,
): Promise<IssueStep | null> => {
  if (!isBeingMade(submission)) return issueStepOf(submission, NOTHING);
  const { id } = submission;
  const made = new Set(await working.keysIn(issuingFolder(id)));
  return issueStepOf(submission, {
    rendered: made.has(outcomeKey(numberedKey(id, 'pdf'))),
    signed: made.has(signedKey(id)),
    sealed: made.has(sealedKey(id)),
  });
};
