// Which number does a signed report get? The register's next one, on the day it is taken; a submission that has one keeps it.
import type { Numbered } from '../../contracts/hand-offs.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import type { Organization } from '../../domain/directory/organization.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { DocumentNumber } from '../../domain/issued/issue.ts';
import { distributionOf, type Queued, seriesOf } from '../../domain/issued/register.ts';
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import { expectSubmission, numberOf, type Submission } from '../../domain/workflow/submission.ts';
import { isOvertaken } from '../effects/retry-conflicts.ts';
import { findFrozen, findSubmission } from '../reading/find.ts';
import type { Needs, WorldOf } from '../world.ts';
import { queueAtTheRegister } from './queue-at-the-register.ts';
import { takeNumbers } from './take-numbers.ts';

/** What the register must know of a signed report. Refusal: status_wrong. */
const comerOf = (
  submission: Submission,
  organization: Organization,
  content: ReportContent,
): Queued => {
  const { id, reportId, revision, decisions, submittedAt } = expectSubmission(
    submission,
    'issuing',
  );
  return {
    organizationId: organization.id,
    series: seriesOf(organization, content.type),
    reportId,
    submissionId: id,
    revision,
    signedAt: decisions.findLast(({ kind }) => kind === 'sign')?.at ?? submittedAt,
    signerName: content.signature.name,
    ...distributionOf(content),
  };
};

/** As if nobody else were there; who then finds out that somebody was faster queues. */
const comeToTheRegister = async (
  world: Needs<'reports' | 'submissions' | 'registers' | 'directory' | 'clock' | 'commit'>,
  submission: Submission,
  cameAt: number,
): Promise<DocumentNumber> => {
  const [content, organization] = await Promise.all([
    findFrozen(world, submission.id),
    world.directory.organization(submission.organizationId),
  ]);
  if (organization === null) throw new Refusal('organization_not_found');
  const comer = comerOf(submission, organization, content);
  try {
    const numbers = await takeNumbers(world, comer, [comer]);
    const mine = numbers.get(submission.id);
    if (mine !== undefined) return mine;
  } catch (error) {
    if (!isOvertaken(error)) throw error;
  }
  await world.commit({ queue: { add: [comer], remove: [] } });
  return queueAtTheRegister(world, comer, cameAt);
};

const given = ({ number, date }: DocumentNumber): Numbered => ({ number, date });

const NEEDS = ['reports', 'submissions', 'registers', 'commit', 'directory', 'clock'] as const;

/**
 * Number and date in one transaction with the register, so that no number is skipped or given twice.
 * Both are kept on every later call, which asks nothing of organization and register. Refusals: submission_not_found,
 * status_wrong, organization_not_found, date_before_register. Unavailable when the register stays busy, or has begun a day
 * that has not begun here: the workflow asks again a little later.
 */
export const reserveNumber = async (
  world: WorldOf<typeof NEEDS>,
  { submissionId }: { submissionId: SubmissionId },
): Promise<Numbered> => {
  const cameAt = performance.now();
  const [submission, queued] = await Promise.all([
    findSubmission(world, submissionId),
    world.submissions.queued(submissionId),
  ]);
  const there = numberOf(submission);
  if (there !== null) return given(there);
  try {
    const mine =
      queued?.revision === submission.revision
        ? await queueAtTheRegister(world, queued, cameAt)
        : await comeToTheRegister(world, submission, cameAt);
    return given(mine);
  } catch (error) {
    throw isOvertaken(error) ? new Unavailable('the register', error) : error;
  }
};
reserveNumber.needs = NEEDS;
