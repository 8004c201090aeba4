// Which words of a report were not chosen when two had written to it? They are kept beside it, to be looked at and taken up again.
import * as z from 'zod';
import { canonicalHash } from '../canonical-hash.ts';
import { ReportContent } from '../content/report-content.ts';
import { Instant, PersonId, ReportId, Sha256 } from '../ids.ts';
import type { ReportIn } from './report.ts';

export const WordsSetAside = z.strictObject({
  reportId: ReportId,
  /** Of the content, by which they are named: the same words are set aside once. */
  hash: Sha256,
  writtenBy: PersonId,
  /** When they were saved last; of words that never were, when they were set aside. */
  writtenAt: Instant,
  content: ReportContent,
});
export type WordsSetAside = z.infer<typeof WordsSetAside>;

/** As lists show them. */
export const WordsSetAsideRow = WordsSetAside.omit({ content: true });
export type WordsSetAsideRow = z.infer<typeof WordsSetAsideRow>;

/** Words that somebody has written and nobody has saved. */
export const setAside = (
  reportId: ReportId,
  content: ReportContent,
  writtenBy: PersonId,
  writtenAt: Instant,
): WordsSetAside => ({ reportId, hash: canonicalHash(content), writtenBy, writtenAt, content });

/** What is in a draft before other words are saved over it. A sitting bears the name of whoever saved last. */
export const setDraftAside = ({
  id,
  content,
  sitting,
  drafterId,
  updatedAt,
}: ReportIn<'draft'>): WordsSetAside => setAside(id, content, sitting?.by ?? drafterId, updatedAt);
