// Where do two versions differ, in the words of the screens?
import {
  type ComparedLine,
  compareContents,
  isSame,
  type Part,
  passagesIn,
} from '../../../functions/domain/content/compare-contents.ts';
import type { ReportContent } from '../../../functions/domain/content/report-content.ts';
import type { Urgency } from '../../../functions/domain/content/urgency.ts';
import { words } from '../../words/words.ts';

const { optional } = words.editor;

/** A line and its place among them; `number` counts the changes that can be seen on the paper. */
export type Difference = ComparedLine & { at: number; number: number | null };

/** Said without words on the paper: files are not printed. */
const isPrinted = ({ part }: ComparedLine): boolean => part !== 'attachments';

const NAMES = {
  urgency: (urgency: Urgency) => words.life.urgency[urgency],
  circulation: (circulation: NonNullable<ReportContent['circulation']>) =>
    optional.circulationOf[circulation],
};

/** Every line of both, from the earlier to the later. */
export const differencesBetween = (before: ReportContent, after: ReportContent): Difference[] => {
  let changes = 0;
  return compareContents(before, after, NAMES).map((line, at) => {
    if (isSame(line) || !isPrinted(line)) return { ...line, at, number: null };
    changes += 1;
    return { ...line, at, number: changes };
  });
};

/** Every passage as it is printed, and the way to it from the content. */
export const passagesOf = (content: ReportContent) => passagesIn(content, NAMES);

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
