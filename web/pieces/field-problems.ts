// What is wrong at this field? The API names places by path; each field asks for its own.
import { createContext, useContext } from 'react';
import { type FieldPath, ProblemError } from '../api/problem.ts';
import { words } from '../words/words.ts';

export const FieldProblems = createContext<ProblemError['fields']>([]);

/** One object for all who have none: what has not changed is not drawn anew. */
const NONE: ProblemError['fields'] = [];

export const fieldsOf = (error: unknown): ProblemError['fields'] =>
  error instanceof ProblemError ? error.fields : NONE;

export const wordsFor = (message: string): string => {
  if (message.includes('required') || message.startsWith('Too small'))
    return words.editor.fieldRequired;
  if (message.includes('cannot be printed')) return words.editor.fieldUnprintable;
  if (message.includes('not been uploaded')) return words.attachments.notUploaded;
  if (message.includes('the kind that its name says')) return words.attachments.notAsNamed;
  return words.editor.fieldWrong;
};

/** The words for the field at `path` and everything within it, or null. */
export const useFieldProblem = (...path: FieldPath): string | null => {
  const problems = useContext(FieldProblems);
  const problem = problems.find((each) =>
    path.every((part, at) => String(each.path[at]) === String(part)),
  );
  return problem ? wordsFor(problem.message) : null;
};
