// What goes to the log? One line of JSON for each event, with codes and ids; never a body, a token, a name or an address. Which
// fields there are is said here and in functions/README.md; what is not among them does not compile.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { CorrelationId, type Origin } from '../contracts/correlation.ts';
import type { DeliveryId, ReportId, SubmissionId } from '../domain/ids.ts';
import { inOurSources } from './source-place.ts';

/** Whose line it is: said once for all lines of a call. */
type About = {
  /** The function, by its handler's name. */
  function: string;
  correlationId: CorrelationId;
  /** Lambda's own id of the call, as in what it logs itself. */
  requestId?: string | undefined;
  /** As the gateway has it: `POST /api/reports/{reportId}/submissions`. */
  route?: string | undefined;
  /** Of the machine, by its name. */
  state?: string | undefined;
  submissionId?: SubmissionId | undefined;
  reportId?: ReportId | undefined;
  deliveryId?: DeliveryId | undefined;
};

type Facts = {
  /** Of a refusal. */
  code?: string;
  /** Of the answer over HTTP. */
  status?: number;
  /** How long the call took. */
  ms?: number;
  /** The name of an error, or what did not answer. */
  error?: string | null;
  stack?: string;
  /** Where something is not as its schema says, and how; never what it is. */
  problems?: string;
  /** The partition of the table where that lies. */
  key?: string;
  submissionId?: SubmissionId;
  reportId?: ReportId | undefined;
  deliveryId?: DeliveryId | undefined;
  turn?: number;
  /** By which SES knows a mail. */
  messageId?: string | undefined;
};

const about = new AsyncLocalStorage<About>();

/** Of a call that nobody has named. */
const newCorrelationId = (): CorrelationId => CorrelationId.parse(randomBytes(16).toString('hex'));

type Call = Omit<About, 'correlationId'> & { correlationId: CorrelationId | null | undefined };

/** Whatever is logged while this runs is about this call. */
export const logAbout = <Result>(
  { correlationId, ...call }: Call,
  run: (correlationId: CorrelationId) => Result,
): Result => {
  const named = correlationId ?? newCorrelationId();
  return about.run({ ...call, correlationId: named }, () => run(named));
};

/** What others are to be told of this call, so that their lines are found with ours. */
export const origin = (): Origin => {
  const { correlationId, submissionId } = about.getStore() ?? {};
  return { correlationId, submissionId };
};

/**
 * Past the console: Lambda would put what that prints into a line of its own, as text. What comes so is its line as it stands; it goes
 * by `timestamp` and `level`.
 */
export const log = (level: 'info' | 'warn' | 'error', message: string, facts: Facts = {}): void => {
  const timestamp = new Date().toISOString();
  const line = {
    timestamp,
    level: level.toUpperCase(),
    message,
    ...about.getStore(),
    ...facts,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** The name and the stack of an error, whose message may hold what a person typed. */
export const logError = (message: string, error: unknown, facts: Facts = {}): void => {
  const { name, stack } = error instanceof Error ? error : new Error('not an error');
  const frames = stack?.split('\n').filter((frame) => frame.trimStart().startsWith('at ')) ?? [];
  const told = inOurSources(frames.slice(0, 8)).join('\n');
  log('error', message, { ...facts, error: name, stack: told });
};

/** How long it has been, in whole milliseconds, since `performance.now()` said this. */
export const since = (began: number): number => Math.round(performance.now() - began);
