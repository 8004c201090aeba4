// What is read of a report when all of it is shown to the people of its own organization? Its words, and the submission they are in.
import type { ReportContent } from '../../domain/content/report-content.ts';
import type { Report } from '../../domain/workflow/report.ts';
import type { Needs } from '../world.ts';
import { findFrozen, findSubmission } from './find.ts';
import type { Caller } from './identify.ts';
import { type SubmissionAndPeople, withPeople } from './submission-and-people.ts';

export type WholeReport = {
  report: Report;
  /** Empty for somebody whom the directory does not know. */
  drafterName: string;
  /** What is in the draft, or what was submitted. */
  content: ReportContent;
  submission: SubmissionAndPeople | null;
};

export const wholeReport = async (
  world: Needs<'submissions' | 'directory' | 'working'>,
  caller: Caller,
  report: Report,
): Promise<WholeReport> => {
  const draft = report.status === 'draft';
  const [drafter, submission, content] = await Promise.all([
    world.directory.person(report.drafterId),
    draft ? null : findSubmission(world, report.submissionId),
    draft ? report.content : findFrozen(world, report.submissionId),
  ]);
  return {
    report,
    drafterName: drafter?.name ?? '',
    content,
    submission: submission && (await withPeople(world, submission, caller.organization)),
  };
};
