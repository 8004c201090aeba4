// Which outlines does every office have? An administrator adds the office's own.

import { empty } from './empty.ts';
import { notice } from './notice.ts';
import { officialLetter } from './official-letter.ts';
import type { Outline } from './outline.ts';
import { periodicReport } from './periodic-report.ts';
import { plan } from './plan.ts';
import { submissionLetter } from './submission-letter.ts';
import { thematicReport } from './thematic-report.ts';
import { unscheduledReport } from './unscheduled-report.ts';

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
