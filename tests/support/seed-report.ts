// Which report do the tests speak of? The model report of a commune, 118/BC-UBND, as content and as it came.
import { readFileSync } from 'node:fs';
import { ReportContent } from '../../functions/domain/content/report-content.ts';
import { seedContent } from '../../infra/local/people/office.ts';

/** As its drafter types it, here and in the demo. */
export const seedReport: ReportContent = ReportContent.parse(seedContent());

/** As its lines stand on the paper. */
export const plainSeedReport = JSON.parse(
  readFileSync(new URL('../fixtures/seed-report.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;

/**
 * One page of it. On its way to an inbox a page is laid out five times, kept in a dozen items and drawn on every screen
 * it passes: only what is about length needs the other three.
 */
export const onePage = (): ReportContent => {
  const content = seedContent();
  return { ...content, blocks: content.blocks.slice(0, 6) };
};
