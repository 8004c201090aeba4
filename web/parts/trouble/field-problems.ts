// What is wrong at this field, in words? Places are named by path; each field asks for its own.
import { createContext, useContext } from 'react';
import type { FieldProblem } from '../../../functions/domain/field-problem.ts';
import { type FieldPath, ProblemError } from '../../api/problem.ts';
import { language, words } from '../../words/words.ts';

/** A problem in words that name the field, its limit and what to do. */
export type WordedProblem = { path: FieldPath; words: string };

export const FieldProblems = createContext<WordedProblem[]>([]);

/** One object for all who have none: what has not changed is not drawn anew. */
const NONE: FieldProblem[] = [];

export const fieldsOf = (error: unknown): FieldProblem[] =>
  error instanceof ProblemError ? error.fields : NONE;

/** A sign that may be invisible is named by its code point too. */
const signWords = (sign: string): string => {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{C}\p{Z}\p{M}]/u.test(sign) ? `U+${code}` : `“${sign}”, U+${code}`;
};

const kindOf = (path: FieldPath): string =>
  String(path.findLast((step) => typeof step === 'string') ?? '');

const wordsFor = ({ path, wrong }: FieldProblem, name: string): string => {
  const said = words.fields;
  switch (wrong?.what) {
    case 'missing':
      return said.missing(name);
    case 'tooLong':
      return said.tooLong(name, wrong.is, wrong.most);
    case 'tooMany':
      return said.tooMany(name, wrong.is, wrong.most, said.units[kindOf(path)] ?? said.unit);
    case 'tooLarge':
      return said.tooLarge(name, wrong.most);
    case 'tooSmall':
      return said.tooSmall(name, wrong.least);
    case 'unprintable':
      return said.unprintable(name, signWords(wrong.sign));
    case 'tooBig':
      return said.tooBig(name);
    case 'repeated':
      return said.repeated(name);
    case 'notKnown':
      return said.notKnown(name);
    case 'gone':
      return said.gone(name);
    case 'notUploaded':
      return said.of(name, words.attachments.notUploaded);
    case 'notAsNamed':
      return said.of(name, words.attachments.notAsNamed);
    case 'found':
      return wrong[language];
    default:
      return said.malformedOf[kindOf(path)] ?? said.malformed(name);
  }
};

/** `nameOf`: what the screen calls the field of a path. */
export const worded = (
  problems: FieldProblem[],
  nameOf: (path: FieldPath) => string,
): WordedProblem[] =>
  problems.map((problem) => ({
    path: problem.path,
    words: wordsFor(problem, nameOf(problem.path)),
  }));

/** The words for the field at `path` and everything within it, or null. */
export const useFieldProblem = (...path: FieldPath): string | null => {
  const problems = useContext(FieldProblems);
  const problem = problems.find((each) =>
    path.every((part, at) => String(each.path[at]) === String(part)),
  );
  return problem?.words ?? null;
};
