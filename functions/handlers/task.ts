// How does an event reach its use case? It is parsed; refusals keep their names, so that states can catch them; and the log tells what
// became of it, under the correlation id of whatever set it off.
import * as z from 'zod';
import { FORESEEN } from '../contracts/agreed-names.ts';
import { ToldBesides } from '../contracts/correlation.ts';
import { SubmissionId } from '../domain/ids.ts';
import { Refusal, Unavailable } from '../domain/refusal.ts';
import { log, logAbout, logError, since } from './log.ts';

/** A task has no old copy of anything in its hands: overtaken each time, it is asked again a little later. */
const heard = (error: unknown): unknown =>
  error instanceof Refusal && error.code === 'revision_conflict'
    ? new Unavailable('whoever is faster', error)
    : error;

/** What an event is about, if it says so: what asks for a page alone tells no more than where it came from. */
const Submitted = z.object({ submissionId: SubmissionId });

/** A Lambda handler for one kind of event. */
export const task =
  <Schema extends z.ZodType, Result>(
    name: string,
    schema: Schema,
    run: (input: z.infer<Schema>) => Promise<Result>,
  ) =>
  (event: unknown, context?: { awsRequestId?: string }): Promise<Result> => {
    const began = performance.now();
    const { origin, state } = ToldBesides.parse(event);
    const call = {
      function: name,
      correlationId: origin.correlationId,
      requestId: context?.awsRequestId,
      state,
      submissionId: Submitted.safeParse(event).data?.submissionId ?? origin.submissionId,
    };
    return logAbout(call, async () => {
      try {
        const result = await run(schema.parse(event));
        log('info', 'done', { ms: since(began) });
        return result;
      } catch (thrown) {
        const error = heard(thrown);
        if (error instanceof Refusal) log('warn', FORESEEN.refused, { code: error.code });
        else if (error instanceof Unavailable)
          log('warn', FORESEEN.waits, { error: error.message });
        else logError('failed', error);
        throw error;
      }
    });
  };
