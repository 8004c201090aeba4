// What is read beside a submission when it is shown? Who appears in it, how far its issue has come, and whether it waits for the
// clerk's seal.
import type { Organization, Person } from '../../domain/directory/organization.ts';
import type { IssueStep } from '../../domain/workflow/issue-step.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import type { Needs } from '../world.ts';
import { readIssueStep } from './read-issue-step.ts';
import { whoSeals } from './who-seals.ts';

export type SubmissionAndPeople = {
  submission: Submission;
  /** Who sent it, who is of its chain, and whoever has decided. */
  people: Person[];
  issueStep: IssueStep | null;
  /** It has been signed, and goes on when the clerk presses. */
  waitingForSeal: boolean;
};

export const withPeople = async (
  world: Needs<'directory' | 'working'>,
  submission: Submission,
  organization: Organization,
): Promise<SubmissionAndPeople> => {
  const named = new Set([
    submission.drafterId,
    ...submission.chain.flatMap(({ people }) => people),
    ...submission.decisions.map(({ personId }) => personId),
  ]);
  const [staff, issueStep] = await Promise.all([
    world.directory.people(organization.id),
    readIssueStep(world, submission),
  ]);
  const people = staff.filter(({ id }) => named.has(id));
  const waitingForSeal =
    submission.status === 'issuing' &&
    issueStep === 'seal' &&
    submission.stuck === null &&
    submission.sealPressedBy === null &&
    (await whoSeals(world, submission, organization)) === 'clerk';
  return { submission, people, issueStep, waitingForSeal };
};
