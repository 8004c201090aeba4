// How does a submission look to the people of its organization? With their names, and without what only the workflow needs.
import { SubmissionView } from '../../contracts/views.ts';
import type { Organization } from '../../domain/organization.ts';
import type { Submission } from '../../domain/submission.ts';
import type { Needs } from '../world.ts';
import { whoSeals } from './who-seals.ts';

/** The part of the view that the submission itself holds; everything else in it is dropped. */
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
  const view = Shown.parse(submission);
  const named = new Set([
    submission.drafterId,
    ...view.chain.flatMap(({ people }) => people),
    ...view.decisions.map(({ personId }) => personId),
  ]);
  const people = (await world.directory.people(organization.id)).filter(({ id }) => named.has(id));
  return {
    ...view,
    waitingForSeal:
      view.status === 'issuing' &&
      view.number !== null &&
      view.stuck === null &&
      submission.sealPressedBy === null &&
      (await whoSeals(world, submission, organization)) === 'clerk',
    timestamped: submission.files?.timestamped ?? null,
    people: people.map(({ id, name, title }) => ({ id, name, title })),
  };
};
