// How much of what is typed can be saved? Everything that fits; what is wrong at one place never keeps the others back.
import {
  type FieldPath,
  type FieldProblem,
  problemsIn,
  valueAt,
  type Wrong,
} from '../field-problem.ts';
import { ReportContent } from './report-content.ts';
import { storable } from './text.ts';

/** What comes to light behind a limit is mended in the next round: too long, then unprintable, then all together too long. */
const ROUNDS = 4;

const withValue = (within: unknown, [step, ...rest]: FieldPath, value: unknown): unknown => {
  if (step === undefined) return value;
  if (Array.isArray(within))
    return within.with(Number(step), withValue(within[Number(step)], rest, value));
  const fields = within as Record<string, unknown>;
  return { ...fields, [step]: withValue(fields[step], rest, value) };
};

/** As much of the value as fits; undefined where there is no such part. */
const partThatFits = (value: unknown, wrong: Wrong): unknown => {
  if (wrong.what === 'tooLong')
    return typeof value === 'string' ? value.slice(0, wrong.most) : undefined;
  if (wrong.what === 'tooMany')
    return Array.isArray(value) ? value.slice(0, wrong.most) : undefined;
  if (wrong.what === 'tooLarge') return wrong.most;
  if (wrong.what === 'tooSmall') return wrong.least;
  if (wrong.what === 'unprintable') return typeof value === 'string' ? storable(value) : undefined;
  return undefined;
};

const mended = (content: unknown, { path, wrong }: FieldProblem, saved: ReportContent): unknown => {
  const value = valueAt(content, path);
  const part = value === undefined || !wrong ? undefined : partThatFits(value, wrong);
  if (part !== undefined) return withValue(content, path, part);
  const field = path.slice(0, 1);
  return withValue(content, field, valueAt(saved, field));
};

const nameOf = ({ path, wrong }: FieldProblem): string => `${path.join('.')} ${wrong?.what}`;

/**
 * What of `content` the schema takes: texts and lists up to their limits, without what nobody sees and nothing can store, and for a
 * field that cannot be cut what was `saved` of it. `misfits` are the places where that is not all that was typed.
 */
export const fitted = (
  content: ReportContent,
  saved: ReportContent,
): { content: ReportContent; misfits: FieldProblem[] } => {
  const misfits = new Map<string, FieldProblem>();
  let part: unknown = content;
  for (let round = 0; round < ROUNDS; round += 1) {
    const read = ReportContent.safeParse(part);
    if (read.success) return { content: read.data, misfits: [...misfits.values()] };
    // What lies deepest comes first: a list that is cut has no places behind its end.
    const found = problemsIn(read.error, part).toSorted(
      (one, other) => other.path.length - one.path.length,
    );
    for (const problem of found) {
      if (!misfits.has(nameOf(problem))) misfits.set(nameOf(problem), problem);
      part = mended(part, problem, saved);
    }
  }
  return { content: saved, misfits: [...misfits.values()] };
};
