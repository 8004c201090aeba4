// How does a state of the workflow reach its use case? The hand-off is parsed; refusals keep their names, so that states can catch them.
import type * as z from 'zod';
import { Refusal, Unavailable } from '../domain/refusal.ts';
import { log, logError } from './log.ts';

/** A Lambda handler for one kind of hand-off. */
export const task =
  <Schema extends z.ZodType, Result>(
    name: string,
    schema: Schema,
    run: (input: z.infer<Schema>) => Promise<Result>,
  ) =>
  async (event: unknown): Promise<Result> => {
    try {
      return await run(schema.parse(event));
    } catch (error) {
      if (error instanceof Refusal) log('warn', `${name} was refused`, { code: error.code });
      else if (error instanceof Unavailable)
        log('warn', `${name} must wait`, { error: error.message });
      else logError(`${name} failed`, error);
      throw error;
    }
  };
