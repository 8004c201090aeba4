// How is a submission stored? Its record, the words it froze in an item of their own, who is asked, and the token that answers.
import * as z from 'zod';
import { Instant, OrganizationId, PersonId, ReportId, SubmissionId } from '../domain/ids.ts';
import { ReportContent } from '../domain/report-content.ts';
import { Submission } from '../domain/submission.ts';
import { Wait } from '../domain/wait.ts';
import type { Asked, WaitToken } from '../use-cases/ports.ts';
import { compress, decompress } from './compressed-json.ts';
import type { Item, Read } from './item.ts';
import { askedKey, askedOfKey, frozenKey, listed, OWED, submissionKey, tokenKey } from './keys.ts';

/** It stands in the list of what is owed for as long as it owes something. */
export const submissionItem = (submission: Submission): Item => ({
  ...submissionKey(submission.id),
  ...(submission.owedSince !== null && listed(OWED, submission.owedSince)),
  record: submission,
});

export const submissionIn = ({ record }: Read): Submission => Submission.parse(record);

export const frozenItem = (id: SubmissionId, content: ReportContent): Item => ({
  ...frozenKey(id),
  content: compress(content),
});

export const frozenIn = ({ content }: Read): ReportContent =>
  ReportContent.parse(content && decompress(content));

const AskedRecord = z.strictObject({
  submissionId: SubmissionId,
  reportId: ReportId,
  organizationId: OrganizationId,
  wait: Wait,
  asked: z.union([
    z.strictObject({ person: PersonId }),
    z.strictObject({ role: z.literal('clerk') }),
  ]),
  subject: z.string(),
  symbol: z.string(),
  since: Instant,
}) satisfies z.ZodType<Asked>;

export const askedItem = (asked: Asked): Item => ({
  ...askedKey(asked.submissionId, asked.wait, asked.asked),
  ...listed(askedOfKey(asked.organizationId, asked.asked), asked.since),
  record: asked,
});

export const askedIn = ({ record }: Read): Asked => AskedRecord.parse(record);

const TokenRecord = z.strictObject({
  submissionId: SubmissionId,
  wait: Wait,
  token: z.string(),
}) satisfies z.ZodType<WaitToken>;

export const tokenItem = (token: WaitToken): Item => ({
  ...tokenKey(token.submissionId, token.wait),
  record: token,
});

export const tokenIn = ({ record }: Read): WaitToken => TokenRecord.parse(record);
