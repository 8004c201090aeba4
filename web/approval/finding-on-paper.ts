// Where on the paper is what a warning is about? The words that it names, or the passage, or beside what stands nearest.
import type { KeptFinding, Path } from '../../functions/domain/content/finding.ts';
import type { ReportContent } from '../../functions/domain/content/report-content.ts';
import { passagesOf } from '../parts/differences/differences.ts';
import { type Found, lettersOf, type Measure, PrintedWords } from '../parts/files/found-words.ts';
import type { Spot } from '../parts/files/paper-marks.tsx';
import type { PrintedLine } from '../parts/files/printed-lines.ts';

/** What is printed below the text: a warning that one of them is missing leads to its end. */
const BELOW = new Set<Path[number] | undefined>(['recipients', 'archive', 'signature']);

const commonSteps = (one: Path, other: Path): number => {
  const differs = one.findIndex((step, at) => step !== other[at]);
  return differs === -1 ? one.length : differs;
};

/** Of the words that the warning quotes, those which stand in the passage. */
const quotedIn = ({ vi }: KeptFinding, text: string, found: Found): Found => {
  const letters = lettersOf(text);
  const quoted = [...vi.matchAll(/“([^”]+)”/g)].map(([, words = '']) => lettersOf(words));
  const named = quoted.find((words) => words !== '' && letters.includes(words));
  if (named === undefined) return found;
  const from = letters.indexOf(named);
  return found.slice(from, from + named.length);
};

/** Null where nothing of the text is found on the paper. */
export const findingOnPaper = (
  pages: readonly PrintedLine[][],
  content: ReportContent,
  finding: KeptFinding,
  measure: Measure,
): Spot | null => {
  const { path } = finding;
  const printed = new PrintedWords(pages, measure);
  const passages = passagesOf(content).flatMap((passage) => {
    const found = printed.find(passage.text);
    return found ? [{ ...passage, found, common: commonSteps(passage.path, path) }] : [];
  });
  const isIt = ({ common, path: { length } }: (typeof passages)[number]) =>
    common === Math.min(length, path.length);
  const it = passages.find(isIt);
  if (it) return { boxes: printed.boxesOf(quotedIn(finding, it.text, it.found)), isNear: false };
  // Something blank, or missing altogether: beside what stands before it.
  const nearest =
    passages.findLast(({ path: [part, at], common }) => {
      const isBefore = typeof at === 'number' && typeof path[1] === 'number' && at < path[1];
      return common > 0 ? isBefore || path.length === 1 : BELOW.has(path[0]) && part === 'blocks';
    }) ?? passages[0];
  const last = nearest?.found.findLast((letter) => letter !== -1);
  const box = last === undefined ? null : printed.boxAt(last);
  return box && { boxes: [box], isNear: true };
};
