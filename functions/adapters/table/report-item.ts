// How is a report stored? Its record in lists, and a draft's words beside it, compressed; so are words that were set
// aside. Of a report that was thrown away, only that it was (a tombstone).
import * as z from 'zod';
import { type Instant, type ReportId, Sha256 } from '../../domain/ids.ts';
import { DiscardedReport, DraftReport, Report } from '../../domain/workflow/report.ts';
import { type ReportSummary, stateOf, summaryOf } from '../../domain/workflow/report-summary.ts';
import { WordsSetAside, WordsSetAsideRow } from '../../domain/workflow/words-set-aside.ts';
import { compress, decompress } from './compressed-json.ts';
import type { Item, Read } from './item.ts';
import {
  ASIDE_PREFIX,
  changePlace,
  listed,
  reportKey,
  reportsOfKey,
  setAsideKey,
  setAsideOfKey,
  writtenPlace,
} from './keys.ts';

const [, ...SubmittedReports] = Report.options;
const ReportRecord = z.discriminatedUnion('status', [
  DraftReport.omit({ content: true }),
  ...SubmittedReports,
]);

export const reportItem = (report: Report): Item => {
  const place = {
    ...reportKey(report.id),
    ...listed(reportsOfKey(report.drafterId, stateOf(report)), changePlace(report)),
  };
  if (report.status !== 'draft') return { ...place, record: ReportRecord.parse(report) };
  const { content, ...record } = report;
  return { ...place, record: ReportRecord.parse(record), content: compress(content) };
};

/** In no list, and without words. */
export const discardedItem = (report: DiscardedReport): Item => ({
  ...reportKey(report.id),
  record: DiscardedReport.parse(report),
});

/** Null for one that was thrown away. */
export const reportIn = ({ record, content }: Read): Report | null => {
  if (DiscardedReport.safeParse(record).success) return null;
  const read = ReportRecord.parse(record);
  return Report.parse(content === undefined ? read : { ...read, content: decompress(content) });
};

export const summaryIn = ({ record }: Read): ReportSummary => summaryOf(ReportRecord.parse(record));

export const setAsideItem = (words: WordsSetAside): Item => {
  const { content, ...record } = WordsSetAside.parse(words);
  return {
    ...setAsideKey(record.reportId, record.hash),
    ...listed(setAsideOfKey(record.reportId), writtenPlace(record)),
    record,
    content: compress(content),
  };
};

/** Nothing but its place, which DynamoDB removes within two days: so nobody needs the right to remove what is of a report. */
export const forgottenItem = (reportId: ReportId, hash: Sha256, at: Instant): Item => ({
  ...setAsideKey(reportId, hash),
  ttl: Math.floor(Date.parse(at) / 1000),
});

const isForgotten = ({ record }: Read): boolean => record === undefined;

export const setAsideHashesIn = (all: Read[]): Sha256[] =>
  all
    .filter((read) => !isForgotten(read))
    .map(({ sk }) => Sha256.parse(sk.slice(ASIDE_PREFIX.length)));

export const setAsideRowIn = ({ record }: Read): WordsSetAsideRow => WordsSetAsideRow.parse(record);

/** Null for words that were forgotten. */
export const setAsideIn = (read: Read): WordsSetAside | null =>
  isForgotten(read)
    ? null
    : WordsSetAside.parse({
        ...setAsideRowIn(read),
        content: read.content && decompress(read.content),
      });
