// Which outlines does every office have? An administrator adds the office's own.
import type { Outline } from './outline.ts';
import { empty } from './outlines/empty.ts';
import { notice } from './outlines/notice.ts';
import { officialLetter } from './outlines/official-letter.ts';
import { periodicReport } from './outlines/periodic-report.ts';
import { plan } from './outlines/plan.ts';
import { submissionLetter } from './outlines/submission-letter.ts';
import { thematicReport } from './outlines/thematic-report.ts';
import { unscheduledReport } from './outlines/unscheduled-report.ts';

/** What is begun most often first. */
export const OUTLINES: readonly Outline[] = [
  empty,
  periodicReport,
  thematicReport,
  unscheduledReport,
  submissionLetter,
  officialLetter,
  plan,
  notice,
];
