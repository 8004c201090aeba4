// How does a submission look to the people of its organization? With their names, and without what only the workflow needs.
import { SubmissionView } from '../../contracts/views.ts';
import type { Organization } from '../../domain/directory/organization.ts';
import {
  filesOf,
  numberOf,
  roundsAgreed,
  type Submission,
  stateOf,
} from '../../domain/workflow/submission.ts';
import type { Needs } from '../world.ts';
import { whoSeals } from './who-seals.ts';

/** The part of the view that the submission itself says; everything else in it is dropped. */
const Shown = SubmissionView.omit({
  waitingForSeal: true,
  timestamped: true,
  people: true,
}).strip();

export const presentSubmission = async (
  world: Needs<'directory'>,
  submission: Submission,
  organization: Organization,
): Promise<SubmissionView> => {
  const isAsked = submission.status === 'inReview';
  const isUnderWay = submission.status !== 'ended';
  const view = Shown.parse({
    ...submission,
    status: stateOf(submission),
    round: roundsAgreed(submission),
    askedAt: isAsked ? submission.askedAt : null,
    reminders: isUnderWay ? submission.reminders : 0,
    stuck: isUnderWay ? submission.stuck : null,
    number: numberOf(submission),
  });
  const named = new Set([
    submission.drafterId,
    ...view.chain.flatMap(({ people }) => people),
    ...view.decisions.map(({ personId }) => personId),
  ]);
  const people = (await world.directory.people(organization.id)).filter(({ id }) => named.has(id));
  return {
    ...view,
    waitingForSeal:
      submission.status === 'issuing' &&
      submission.number !== null &&
      submission.stuck === null &&
      submission.sealPressedBy === null &&
      (await whoSeals(world, submission, organization)) === 'clerk',
    timestamped: filesOf(submission)?.timestamped ?? null,
    people: people.map(({ id, name, title }) => ({ id, name, title })),
  };
};
