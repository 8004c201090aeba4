// What am I to decide on? The words, the page that will be signed, its hash, and what I may press.
import type { DecisionView } from '../contracts/views.ts';
import { decisionOf, roundOf } from '../domain/approving.ts';
import type { SubmissionId } from '../domain/ids.ts';
import { hasRole } from '../domain/organization.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Submission } from '../domain/submission.ts';
import { findFrozen, findOwnSubmission } from './find.ts';
import type { Caller } from './identify.ts';
import { presentSubmission } from './present-submission.ts';
import type { Needs } from './world.ts';

/** What this person may press now; the rules themselves are in `decide`. */
const mayPress = (submission: Submission, { person }: Caller): DecisionView['may'] => {
  const round = roundOf(submission);
  const asked =
    submission.status === 'inReview' &&
    submission.askedAt !== null &&
    round?.people.includes(person.id);
  if (!round || !asked || decisionOf(submission, person.id)) return [];
  return [round.kind === 'sign' ? 'sign' : 'agree', 'return', 'reject'];
};

/** For everybody of the chain, the drafter and clerks. Refusals: submission_not_found, not_permitted. */
export const readSubmission = async (
  world: Needs<'records' | 'directory' | 'working'>,
  caller: Caller,
  id: SubmissionId,
): Promise<DecisionView> => {
  const submission = await findOwnSubmission(world, caller, id);
  const { person, at } = caller;
  const concerned =
    submission.drafterId === person.id ||
    submission.chain.some(({ people }) => people.includes(person.id)) ||
    hasRole(person, 'clerk', at);
  if (!concerned) throw new Refusal('not_permitted');
  const fileName = `Trình ký ${submission.symbol}.pdf`;
  const { pageHash } = submission;
  return {
    submission: await presentSubmission(world, submission, caller.organization),
    content: await findFrozen(world, id),
    page:
      pageHash === null
        ? null
        : {
            ...(await world.working.link(`submissions/${id}/page.pdf`, fileName)),
            fileName,
            sha256: pageHash,
          },
    may: mayPress(submission, caller),
  };
};
