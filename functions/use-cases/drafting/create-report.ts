// How does a report begin? As a draft on its drafter's desk.

import type { ReportContent } from '../../domain/content/report-content.ts';
import type { Report } from '../../domain/workflow/report.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { enterDraft } from './enter-draft.ts';

/** Refusals: not_permitted, content_too_large. */
export const createReport = (
  world: Needs<'reports' | 'ids' | 'presses' | 'commit'>,
  caller: Caller,
  content: ReportContent,
): Promise<Report> => enterDraft(world, caller, world.ids.report(), content);
