// How does a report look to the people of its own organization: whole, with the words that were set aside from it, and as a template?
import {
  type ReportView,
  TemplateRow,
  type WordsSetAsideRowView,
  type WordsSetAsideView,
} from '../../contracts/views.ts';
import { summaryOf } from '../../domain/workflow/report-summary.ts';
import type { WordsSetAside, WordsSetAsideRow } from '../../domain/workflow/words-set-aside.ts';
import type { Authored } from '../../use-cases/drafting/author-of-words.ts';
import type { WholeReport } from '../../use-cases/reading/whole-report.ts';
import { cutTo } from './cut.ts';
import { submissionViewOf } from './submission-view.ts';

export const reportViewOf = ({
  report,
  drafterName,
  content,
  submission,
}: WholeReport): ReportView => ({
  ...summaryOf(report),
  drafter: { id: report.drafterId, name: drafterName },
  content,
  savedBy: report.status === 'draft' ? report.savedBy : (submission?.submission.savedBy ?? []),
  submission: submission && submissionViewOf(submission),
  rejection: report.status === 'rejected' ? report.rejection : null,
});

export const wordsRowOf = ({
  hash,
  writtenBy,
  writtenAt,
  authorName,
}: Authored<WordsSetAsideRow>): WordsSetAsideRowView => ({
  hash,
  writtenAt,
  writtenBy: { id: writtenBy, name: authorName },
});

export const wordsViewOf = (words: Authored<WordsSetAside>): WordsSetAsideView => ({
  ...wordsRowOf(words),
  content: words.content,
});

export const templateRowOf = cutTo(TemplateRow);
