// How does a report begin? As a draft on its drafter's desk.

import type { ReportContent } from '../../domain/content/report-content.ts';
import type { Report } from '../../domain/workflow/report.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { enterDraft } from './enter-draft.ts';

const NEEDS = ['reports', 'commit', 'presses', 'ids'] as const;

/** Refusals: not_permitted, content_too_large. */
export const createReport = (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  content: ReportContent,
): Promise<Report> => enterDraft(world, caller, world.ids.report(), content);
createReport.needs = NEEDS;
