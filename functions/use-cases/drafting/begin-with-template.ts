// With which words does a report begin that follows an outline, on the office's own paper, or a template of its own?

import type { ReportContent } from '../../domain/content/report-content.ts';
import { ReportId } from '../../domain/ids.ts';
import { onPaperOf } from '../../domain/outlines/outline.ts';
import { OUTLINES } from '../../domain/outlines/outlines.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { wordsToBeginWith } from './words-to-begin-with.ts';

const NEEDS = ['directory', 'templates'] as const;

/** The words to begin with, years moved to the present one. Refusal: template_not_found. */
export const beginWithTemplate = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: string,
): Promise<ReportContent> => {
  const outline = OUTLINES.find((one) => one.id === id);
  if (outline) {
    return wordsToBeginWith(world, onPaperOf(outline, caller.organization), outline.year, caller);
  }
  const known = ReportId.safeParse(id);
  const own = known.success ? await world.templates.read(caller.organization.id, known.data) : null;
  if (own === null) throw new Refusal('template_not_found');
  return wordsToBeginWith(world, own.content, own.year, caller);
};
beginWithTemplate.needs = NEEDS;
