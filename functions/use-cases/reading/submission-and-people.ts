// What is read beside a submission when it is shown? Who appears in it, and whether it waits for the clerk's seal.
import type { Organization, Person } from '../../domain/directory/organization.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import type { Needs } from '../world.ts';
import { whoSeals } from './who-seals.ts';

export type SubmissionAndPeople = {
  submission: Submission;
  /** Who sent it, who is of its chain, and whoever has decided. */
  people: Person[];
  waitingForSeal: boolean;
};

export const withPeople = async (
  world: Needs<'directory'>,
  submission: Submission,
  organization: Organization,
): Promise<SubmissionAndPeople> => {
  const named = new Set([
    submission.drafterId,
    ...submission.chain.flatMap(({ people }) => people),
    ...submission.decisions.map(({ personId }) => personId),
  ]);
  const people = (await world.directory.people(organization.id)).filter(({ id }) => named.has(id));
  const waitingForSeal =
    submission.status === 'issuing' &&
    submission.number !== null &&
    submission.stuck === null &&
    submission.sealPressedBy === null &&
    (await whoSeals(world, submission, organization)) === 'clerk';
  return { submission, people, waitingForSeal };
};
