// What is wrong at this field? The API names places by path; each field asks for its own.
import { createContext, useContext } from 'react';
import { type FieldPath, ProblemError } from '../api/problem.ts';
import { words } from '../words/words.ts';

export const FieldProblems = createContext<ProblemError['fields']>([]);

export const fieldsOf = (error: unknown): ProblemError['fields'] =>
  error instanceof ProblemError ? error.fields : [];

const wordsFor = (message: string): string => {
  if (message.includes('required')) return words.editor.fieldRequired;
  if (message.includes('cannot be printed')) return words.editor.fieldUnprintable;
  return words.editor.fieldWrong;
};

/** The words for the field at `path` and everything within it, or null. */
export const useFieldProblem = (...path: FieldPath): string | null => {
  const problems = useContext(FieldProblems);
  const problem = problems.find((each) => path.every((part, at) => each.path[at] === part));
  return problem ? wordsFor(problem.message) : null;
};
