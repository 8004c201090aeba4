// How does an event reach its use case? It is parsed; refusals keep their names, so that states can catch them.
import type * as z from 'zod';
import { FORESEEN } from '../contracts/agreed-names.ts';
import { Refusal, Unavailable } from '../domain/refusal.ts';
import { log, logError } from './log.ts';

/** A task has no old copy of anything in its hands: overtaken each time, it is asked again a little later. */
const heard = (error: unknown): unknown =>
  error instanceof Refusal && error.code === 'revision_conflict'
    ? new Unavailable('whoever is faster', error)
    : error;

/** A Lambda handler for one kind of event. */
export const task =
  <Schema extends z.ZodType, Result>(
    name: string,
    schema: Schema,
    run: (input: z.infer<Schema>) => Promise<Result>,
  ) =>
  async (event: unknown): Promise<Result> => {
    try {
      return await run(schema.parse(event));
    } catch (thrown) {
      const error = heard(thrown);
      if (error instanceof Refusal)
        log('warn', `${name} ${FORESEEN.refused}`, { code: error.code });
      else if (error instanceof Unavailable)
        log('warn', `${name} ${FORESEEN.waits}`, { error: error.message });
      else logError(`${name} failed`, error);
      throw error;
    }
  };
