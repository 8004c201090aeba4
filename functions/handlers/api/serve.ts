// How does a request reach an API, and how is it found again? Under its correlation id: the caller's, or one that is made here. It
// stands in each line of the log, goes on to whatever the request sets off, and is answered, so that a person can read it out.
import type { handle, LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import * as z from 'zod';
import type { ApiFunction } from '../../contracts/api.ts';
import { CORRELATION_HEADER, correlationIn } from '../../contracts/correlation.ts';
import { DeliveryId, ReportId, SubmissionId } from '../../domain/ids.ts';
import { log, logAbout, since } from '../log.ts';

/** What of a request may be logged. Its path may hold whatever somebody typed, so only what is an id is read from there. */
const Logged = z.object({
  routeKey: z.string().optional(),
  headers: z.object({ traceparent: z.string().optional() }).catch({}),
  pathParameters: z
    .object({
      reportId: ReportId.optional().catch(undefined),
      submissionId: SubmissionId.optional().catch(undefined),
      deliveryId: DeliveryId.optional().catch(undefined),
    })
    .catch({}),
});

/** What an HTTP API sends. */
type GatewayEvent = Extract<LambdaEvent, { routeKey: string }>;
type Answering = (
  event: GatewayEvent,
  context?: LambdaContext,
) => ReturnType<ReturnType<typeof handle>>;

/** The Lambda handler of an API. */
export const serve =
  (name: ApiFunction, answer: Answering) => (event: GatewayEvent, context?: LambdaContext) => {
    const began = performance.now();
    const { routeKey, headers, pathParameters } = Logged.parse(event);
    const call = {
      function: name,
      correlationId: correlationIn(headers.traceparent),
      requestId: context?.awsRequestId,
      route: routeKey,
      ...pathParameters,
    };
    return logAbout(call, async (correlationId) => {
      const answered = await answer(event, context);
      log('info', 'answered', { status: answered.statusCode, ms: since(began) });
      const said = { ...answered.headers, [CORRELATION_HEADER.toLowerCase()]: correlationId };
      return { ...answered, headers: said };
    });
  };
