// How does a test bring a report to where its story begins? By the presses of people, with the workflow's steps in between.
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { ApprovalRound, Person } from '../../../functions/domain/directory/organization.ts';
import type { ReportId, SubmissionId } from '../../../functions/domain/ids.ts';
import { keepFiles } from '../../../functions/domain/workflow/issuing.ts';
import {
  type DecisionKind,
  expectSubmission,
  type Submission,
  type SubmissionIn,
} from '../../../functions/domain/workflow/submission.ts';
import type { Wait } from '../../../functions/domain/workflow/wait.ts';
import { decide } from '../../../functions/use-cases/approval/decide.ts';
import { createReport } from '../../../functions/use-cases/drafting/create-report.ts';
import { submitReport } from '../../../functions/use-cases/drafting/submit-report.ts';
import { askPeople } from '../../../functions/use-cases/issuing/ask-people.ts';
import { closeSubmission } from '../../../functions/use-cases/issuing/close-submission.ts';
import { reserveNumber } from '../../../functions/use-cases/issuing/reserve-number.ts';
import { findReport, findSubmission } from '../../../functions/use-cases/reading/find.ts';
import { A_CHAIN, A_HASH, aContent, anIssue, DRAFTER, REVIEWER } from '../../support/builders.ts';
import { type aWorld, callerOf, SIGNER } from '../../support/world.ts';

export type TestWorld = ReturnType<typeof aWorld>;

/** The token under which this wait is asked the `time`-th time. */
export const tokenOf = (submissionId: SubmissionId, wait: Wait, time = 1): string =>
  `${submissionId} ${JSON.stringify(wait)} ${time}`;

/** The workflow asks and waits. */
export const ask = async (
  world: TestWorld,
  submissionId: SubmissionId,
  wait: Wait,
  given: { time?: number; reason?: string } = {},
): Promise<void> => {
  const token = tokenOf(submissionId, wait, given.time);
  world.machine.waitUnder(token);
  const reason = given.reason ?? null;
  await askPeople(world, { submissionId, wait, pageSha256: A_HASH, reason, token });
};

export const round = (index: number): Wait => ({ kind: 'round', round: index });
export const SEAL: Wait = { kind: 'seal' };
export const STUCK: Wait = { kind: 'stuck' };

export const aDraft = async (world: TestWorld, content: ReportContent = aContent()) =>
  createReport(world, await callerOf(world, DRAFTER), content);

export const submitted = async (
  world: TestWorld,
  chain: ApprovalRound[] = A_CHAIN,
  content?: ReportContent,
): Promise<Submission> => {
  const { id: reportId, revision } = await aDraft(world, content);
  const caller = await callerOf(world, DRAFTER);
  return (await submitReport(world, caller, { reportId, revision, chain })).submission;
};

/** A submission whose first round waits for its people. */
export const inReview = async (
  world: TestWorld,
  chain?: ApprovalRound[],
  content?: ReportContent,
): Promise<Submission> => {
  const { id } = await submitted(world, chain, content);
  await ask(world, id, round(0));
  return findSubmission(world, id);
};

/** One person presses one button on the page that they were shown. */
export const press = async (
  world: TestWorld,
  { id: submissionId, contentHash }: Submission,
  person: Person,
  kind: DecisionKind,
  reason?: string,
): Promise<Submission> =>
  decide(world, await callerOf(world, person), {
    submissionId,
    kind,
    contentHash,
    pageHash: A_HASH,
    reason,
  });

/** Reviewed, and the chairman is asked. */
export const waitingForSignature = async (world: TestWorld): Promise<Submission> => {
  const { id } = await press(world, await inReview(world), REVIEWER, 'agree');
  await ask(world, id, round(1));
  return findSubmission(world, id);
};

export const signed = async (world: TestWorld): Promise<SubmissionIn<'issuing'>> =>
  expectSubmission(await press(world, await waitingForSignature(world), SIGNER, 'sign'), 'issuing');

export const numbered = async (world: TestWorld): Promise<SubmissionIn<'issuing'>> => {
  const { id } = await signed(world);
  await reserveNumber(world, { submissionId: id });
  return expectSubmission(await findSubmission(world, id), 'issuing');
};

/** Issuing came to a stop after the number was taken, and the clerk is asked what to do. */
export const stuck = async (world: TestWorld): Promise<SubmissionIn<'issuing'>> => {
  const { id } = await numbered(world);
  await ask(world, id, STUCK, { reason: 'certificate_expired' });
  return expectSubmission(await findSubmission(world, id), 'issuing');
};

/** The kinds of everything that the report's history says, in order. */
export const historyOf = async (world: TestWorld, reportId: ReportId): Promise<string[]> =>
  (await world.reports.events(reportId, { limit: 100, cursor: null })).items.map(
    ({ happening }) => happening.kind,
  );

/** The drafter submits what is on the desk again. */
export const submittedAgain = async (world: TestWorld, reportId: ReportId): Promise<Submission> => {
  const { revision } = await findReport(world, reportId);
  const caller = await callerOf(world, DRAFTER);
  const { submission } = await submitReport(world, caller, {
    reportId,
    revision,
    chain: A_CHAIN,
  });
  return submission;
};

/** Sealed, stored, entered into the register; its deliveries are still to come. */
export const issued = async (world: TestWorld): Promise<Submission> => {
  const before = await numbered(world);
  const { pdf, docx } = anIssue();
  const after = keepFiles(before, { pdf, docx, attachments: [], timestamped: true });
  await world.commit({ submission: { before, after } });
  await closeSubmission(world, { submissionId: before.id, how: 'issued', reason: null });
  return findSubmission(world, before.id);
};
