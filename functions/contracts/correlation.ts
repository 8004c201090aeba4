// By which id is everything found in the logs that one press has set off? By the trace-id of W3C Trace Context, which its
// sender makes: it is said in `traceparent`, logged with every line, handed on to the machine, and stands in the mail.
//
// It is not the press's idempotency key: that may be any text, is said with presses alone, and decides what is done. This one is
// hexadecimal, so that it may stand in a log as it came, goes with readings as well, and decides nothing. Our own web makes both of
// one random number. Nor is it the trace of X-Ray, which is made behind the gateway, kept of some calls only and for thirty days,
// while people take weeks.
import * as z from 'zod';
import { SubmissionId } from '../domain/ids.ts';

/** 16 bytes, hexadecimal, not all of them zero (W3C Trace Context, 3.2.2.3). */
export const CorrelationId = z
  .string()
  .regex(/^(?!0{32})[0-9a-f]{32}$/)
  .brand<'CorrelationId'>();
export type CorrelationId = z.infer<typeof CorrelationId>;

/** Where answers and mails say it. */
export const CORRELATION_HEADER = 'X-Correlation-Id';

/**
 * W3C Trace Context, 3.2: version `00` has these four parts and no more; of a later one these are read, and what follows them is
 * not. `ff` is no version.
 */
const TRACE_PARENT =
  /^(?:00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?)$/;

/** What a caller says in `traceparent`; null where it says nothing, or not as it must be said. */
export const correlationIn = (traceParent: string | undefined): CorrelationId | null => {
  const [, traceId, parentId, laterTraceId, laterParentId] =
    TRACE_PARENT.exec(traceParent ?? '') ?? [];
  if (/^0*$/.test(parentId ?? laterParentId ?? '')) return null;
  return CorrelationId.safeParse(traceId ?? laterTraceId).data ?? null;
};

/** For the log alone: on whose behalf, and of which submission. Where an execution was asked for, its input says the same. */
export const Origin = z.object({
  correlationId: CorrelationId.optional().catch(undefined),
  submissionId: SubmissionId.optional().catch(undefined),
});
export type Origin = z.infer<typeof Origin>;

/**
 * What a function is told besides what is asked of it (`hand-offs.ts`), by the machine or by another function. Nothing is done by
 * it, so what is missing or strange in it stops nobody: machines of before, and executions of before, tell none of it.
 */
export const ToldBesides = z
  .object({
    origin: Origin.catch({}),
    /** The name of the state that asks. */
    state: z.string().max(80).optional().catch(undefined),
  })
  .catch({ origin: {} });
