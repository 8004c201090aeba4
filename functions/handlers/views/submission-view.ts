// How does a submission look to the people of its organization? With their names, and without what only the workflow needs.
import {
  DecidedRow,
  type DecisionView,
  type EarlierVersion,
  SubmissionView,
  WaitingRow,
} from '../../contracts/views.ts';
import { filesOf, numberOf, roundsAgreed, stateOf } from '../../domain/workflow/submission.ts';
import type { EarlierSubmission } from '../../use-cases/approval/read-earlier-version.ts';
import type { ToDecide } from '../../use-cases/approval/read-submission.ts';
import type { SubmissionAndPeople } from '../../use-cases/reading/submission-and-people.ts';
import { cutTo } from './cut.ts';

const cut = cutTo(SubmissionView);

export const submissionViewOf = ({
  submission,
  people,
  issueStep,
  waitingForSeal,
}: SubmissionAndPeople): SubmissionView => {
  const isAsked = submission.status === 'inReview';
  const isUnderWay = submission.status !== 'ended';
  return cut({
    ...submission,
    status: stateOf(submission),
    round: roundsAgreed(submission),
    askedAt: isAsked ? submission.askedAt : null,
    reminders: isUnderWay ? submission.reminders : 0,
    stuck: isUnderWay ? submission.stuck : null,
    number: numberOf(submission),
    issueStep,
    waitingForSeal,
    timestamped: filesOf(submission)?.timestamped ?? null,
    people,
  });
};

export const decisionViewOf = ({ content, page, may, ...submission }: ToDecide): DecisionView => ({
  submission: submissionViewOf(submission),
  content,
  page,
  may,
});

export const earlierVersionOf = ({
  content,
  ...submission
}: EarlierSubmission): EarlierVersion => ({
  submission: submissionViewOf(submission),
  content,
});

export const waitingRowOf = cutTo(WaitingRow);

export const decidedRowOf = cutTo(DecidedRow);
