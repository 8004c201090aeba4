// What has changed since I last saw this report? The earlier version that I decided on, or else the latest before this one.
import type { ReportContent } from '../../domain/content/report-content.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import { findFrozen, findSubmission, findSubmissionOfMine } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { type SubmissionAndPeople, withPeople } from '../reading/submission-and-people.ts';
import type { WorldOf } from '../world.ts';

export type EarlierSubmission = SubmissionAndPeople & { content: ReportContent };

/** A report that came back more often is compared with its last twenty versions only. */
const MOST_VERSIONS = 20;

const hasDecided = (submission: Submission, { person }: Caller): boolean =>
  submission.decisions.some(({ personId }) => personId === person.id);

const NEEDS = ['submissions', 'directory', 'working'] as const;

/** Null for a report that is submitted for the first time. Refusals: submission_not_found, not_permitted. */
export const readEarlierVersion = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: SubmissionId,
): Promise<EarlierSubmission | null> => {
  const { reportId, version } = await findSubmissionOfMine(world, caller, id);
  const { items } = await world.submissions.versionsOf(reportId, {
    limit: MOST_VERSIONS,
    cursor: null,
  });
  const earlier = await Promise.all(
    items.filter((one) => one.version < version).map((one) => findSubmission(world, one.id)),
  );
  const seen = earlier.find((submission) => hasDecided(submission, caller)) ?? earlier[0];
  if (seen === undefined) return null;
  const [submission, content] = await Promise.all([
    withPeople(world, seen, caller.organization),
    findFrozen(world, seen.id),
  ]);
  return { ...submission, content };
};
readEarlierVersion.needs = NEEDS;
