// Is it worth asking again? Throttling, a broken network and errors of AWS's own pass; everything else is a mistake of ours.
import { Unavailable } from '../domain/refusal.ts';

const THROTTLED =
  /Throttl|TooManyRequests|ProvisionedThroughputExceeded|RequestLimitExceeded|SlowDown|TransactionInProgress/;
/** Cognito, when too much is asked of it at this moment, or its mail does not leave. */
const REFUSED_FOR_NOW = /^(LimitExceededException|CodeDeliveryFailureException)$/;
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|TimeoutError)$/;

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const passes = (error: unknown): boolean => {
  const status = propertyOf(propertyOf(error, '$metadata'), 'httpStatusCode');
  const names = [propertyOf(error, 'name'), propertyOf(error, 'code')].map(String);
  return (
    (typeof status === 'number' && (status >= 500 || status === 429)) ||
    propertyOf(error, '$fault') === 'server' ||
    names.some((name) =>
      [THROTTLED, REFUSED_FOR_NOW, NETWORK].some((passing) => passing.test(name)),
    )
  );
};

/** The answer of something outside; Unavailable, with its cause, when asking again may help. */
export const answerOf = async <Answer>(what: string, call: Promise<Answer>): Promise<Answer> => {
  try {
    return await call;
  } catch (error) {
    throw passes(error) ? new Unavailable(what, error) : error;
  }
};
