// Where do two versions differ, in the words of the screens?
import {
  type ComparedLine,
  compareContents,
  isSame,
  type Part,
} from '../../../functions/domain/content/compare-contents.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import { words } from '../../words/words.ts';

const { optional } = words.editor;

/** A line and its place among them. */
export type Difference = ComparedLine & { at: number };

/** Every line of both, from the earlier to the later. */
export const differencesBetween = (before: ReportContent, after: ReportContent): Difference[] =>
  compareContents(before, after, {
    urgency: (urgency) => words.life.urgency[urgency],
    circulation: (circulation) => optional.circulationOf[circulation],
  }).map((line, at) => ({ ...line, at }));

/** Lines one after another that are alike in changing or not, and of one part. */
export type Group = { part: Part; isSame: boolean; lines: Difference[] };

export const grouped = (lines: readonly Difference[]): Group[] => {
  const groups: Group[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const same = isSame(line);
    // What has not changed is folded away whatever it belongs to.
    if (last && last.isSame === same && (same || last.part === line.part)) last.lines.push(line);
    else groups.push({ part: line.part, isSame: same, lines: [line] });
  }
  return groups;
};
