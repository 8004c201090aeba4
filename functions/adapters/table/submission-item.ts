// How is a submission stored? Its record, the words it froze in an item of their own, who is asked, and the token that answers.

import { Correction } from '../../domain/content/correction.ts';
import { ReportContent } from '../../domain/content/report-content.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import { Asked } from '../../domain/workflow/asked.ts';
import { Decided } from '../../domain/workflow/decided.ts';
import { Step } from '../../domain/workflow/step.ts';
import { Submission } from '../../domain/workflow/submission.ts';
import { Version } from '../../domain/workflow/version.ts';
import { WaitToken } from '../../domain/workflow/wait.ts';
import { compress, decompress } from './compressed-json.ts';
import { byVariants } from './flat-submission.ts';
import type { Item, Read } from './item.ts';
import {
  askedKey,
  askedOfKey,
  correctionKey,
  decidedByKey,
  decidedKey,
  frozenKey,
  listed,
  OWED,
  stepKey,
  stepsKey,
  submissionKey,
  tokenKey,
  turnOf,
  versionPlace,
  versionsOfKey,
} from './keys.ts';

/** It stands in the list of what is owed for as long as it owes something. */
export const submissionItem = (submission: Submission): Item => ({
  ...submissionKey(submission.id),
  ...(submission.owedSince !== null && listed(OWED, submission.owedSince)),
  record: Submission.parse(submission),
});

export const submissionIn = ({ record }: Read): Submission => Submission.parse(byVariants(record));

export const frozenItem = (
  { id, reportId, version }: Submission,
  content: ReportContent,
): Item => ({
  ...frozenKey(id),
  ...listed(versionsOfKey(reportId), versionPlace({ id, version })),
  record: Version.parse({ id, version }),
  content: compress(content),
});

export const versionIn = ({ record }: Read): Version => Version.parse(record);

export const frozenIn = ({ content }: Read): ReportContent =>
  ReportContent.parse(content && decompress(content));

export const correctionItem = (id: SubmissionId, correction: Correction): Item => ({
  ...correctionKey(id),
  content: compress(Correction.parse(correction)),
});

export const correctionIn = ({ content }: Read): Correction =>
  Correction.parse(content && decompress(content));

export const stepItem = (step: Step): Item => ({
  ...stepKey(step),
  ...listed(stepsKey(step.organizationId, step.kind), step.at),
  record: Step.parse(step),
});

export const stepIn = ({ record }: Read): Step => Step.parse(record);

export const decidedItem = (decided: Decided): Item => ({
  ...decidedKey(decided),
  ...listed(decidedByKey(decided.personId), decided.at),
  record: Decided.parse(decided),
});

export const decidedIn = ({ record }: Read): Decided => Decided.parse(record);

export const askedItem = (asked: Asked): Item => ({
  ...askedKey(asked.submissionId, asked.wait, asked.asked),
  ...listed(askedOfKey(asked.organizationId, asked.asked), turnOf(asked)),
  record: Asked.parse(asked),
});

export const askedIn = ({ record }: Read): Asked => Asked.parse(record);

export const tokenItem = (token: WaitToken): Item => ({
  ...tokenKey(token.submissionId, token.wait),
  record: WaitToken.parse(token),
});

export const tokenIn = ({ record }: Read): WaitToken => WaitToken.parse(record);
