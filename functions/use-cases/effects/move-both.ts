// How is it written that a submission has moved? In one change with its report, which follows it.
import {
  bringsBack,
  follow,
  type Moved,
  type MovedBy,
  type Told,
} from '../../domain/workflow/following.ts';
import type { Change } from '../ports.ts';
import { findFrozen, findReport } from '../reading/find.ts';
import type { Needs } from '../world.ts';

/** Refusals: report_not_found, submission_not_found, status_wrong when the report is not in step with it. */
export const bothMoved = async (
  world: Needs<'reports' | 'submissions'>,
  moved: Moved,
  told: Omit<Told, 'words'>,
  by: MovedBy,
): Promise<Required<Pick<Change, 'report' | 'submission'>>> => {
  const { after } = moved;
  const { correction } = told;
  const [report, words] = await Promise.all([
    findReport(world, after.reportId),
    bringsBack(moved) ? findFrozen(world, after.id) : undefined,
  ]);
  return {
    report: follow(report, moved, { ...told, ...(words && { words }) }, by),
    submission: { ...moved, ...(correction && { correction }) },
  };
};
