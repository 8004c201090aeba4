// Can what is being written stand in a document? Said while one writes, in the words of the place.
import type * as z from 'zod';
import { problemsIn } from '../../../functions/domain/field-problem.ts';
import { worded } from './field-problems.ts';

/** What `schema` says against the text, or null. */
export const textProblem = (name: string, text: string, schema: z.ZodType): string | null => {
  const read = schema.safeParse(text);
  if (read.success) return null;
  return worded(problemsIn(read.error, text), () => name)[0]?.words ?? null;
};
