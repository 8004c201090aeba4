// How is a Task carried out once, though the process may die between any two of its steps?
// Token and deadline are saved before the call, the answer before anyone hears of it.
import { randomBytes } from 'node:crypto';
import { type Context, effectiveInput, readWholeNumber, withinLimit } from './data-flow.ts';
import { callingOf, type Json, type StateOf } from './definition.ts';
import type { Attempt, Execution, Strand, TaskResult, Visit } from './execution-store.ts';
import type { ExecutionRun } from './run.ts';
import { failureOfInvocation, Interrupted, StateFailure } from './state-failure.ts';

/** The task's result; throws StateFailure, or Interrupted when the signal aborts. */
export const performTask = async (
  run: ExecutionRun,
  visit: Visit,
  state: StateOf<'Task'>,
  context: Context,
  signal: AbortSignal,
): Promise<Json> => {
  const kept = visit.attempt;
  const isCalled = kept !== undefined && (kept.answer !== undefined || kept.invoked);
  const attempt = isCalled ? kept : await call(run, visit, state, context, signal);
  const answer = attempt.answer ?? (await answerTo(run, attempt, signal));
  if ('error' in answer) throw new StateFailure(answer.error, answer.cause);
  return withinLimit(answer.output, 'The result of the task');
};

/** Calls the function when there is room for one more: only then the task's time begins. */
const call = async (
  run: ExecutionRun,
  visit: Visit,
  state: StateOf<'Task'>,
  context: Context,
  signal: AbortSignal,
): Promise<Attempt> => {
  const { calls, enter } = run.desk;
  const leave = await enter();
  try {
    if (signal.aborted) throw new Interrupted();
    const attempt = visit.attempt ?? (await beginAttempt(run, visit, state, context));
    const input = await effectiveInput(state, visit.input, withToken(context, attempt));
    if (signal.aborted) throw new Interrupted();
    const told = withinLimit(input, 'The input of the task');
    const called = invocation(run, visit, state, attempt, told).finally(() => {
      calls.delete(called);
      leave();
    });
    calls.add(called);
    return attempt;
  } catch (thrown) {
    leave();
    throw thrown;
  }
};

/**
 * Keeps the answer if it is the first one; says whether it was. Nobody is told before it is saved,
 * and an execution that has ended takes no answer.
 */
export const settleAttempt = (
  { execution, save, desk }: Pick<ExecutionRun, 'execution' | 'save' | 'desk'>,
  attempt: Attempt,
  answer: TaskResult,
): boolean => {
  if (attempt.answer !== undefined || execution.status !== 'RUNNING') return false;
  attempt.answer = answer;
  save();
  desk.waiting.get(attempt)?.();
  return true;
};

/** The attempt that waits for this token, wherever in the execution it is. */
export const attemptOf = (strand: Strand, token: string): Attempt | undefined => {
  const { visit } = strand;
  if (strand.done !== undefined) return undefined;
  if (visit.attempt?.token === token) return visit.attempt;
  for (const inner of visit.strands ?? []) {
    const found = attemptOf(inner, token);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The ARN of the execution a token belongs to, or undefined if it is no token of ours. */
export const executionOfToken = (token: string): string | undefined => {
  const [arn, secret] = Buffer.from(token, 'base64url').toString().split(' ');
  return arn?.startsWith('arn:') && secret?.length === 2 * SECRET_BYTES ? arn : undefined;
};

/** 512 bits: a token cannot be guessed. With an execution's ARN it stays far below AWS's 2,048 characters. */
const SECRET_BYTES = 64;

const newToken = ({ arn }: Execution): string =>
  Buffer.from(`${arn} ${randomBytes(SECRET_BYTES).toString('hex')}`).toString('base64url');

const beginAttempt = async (
  run: ExecutionRun,
  visit: Visit,
  state: StateOf<'Task'>,
  context: Context,
): Promise<Attempt> => {
  const seconds =
    state.TimeoutSecondsPath === undefined
      ? state.TimeoutSeconds
      : await readWholeNumber(state.TimeoutSecondsPath, visit.input, context, 1);
  const attempt: Attempt = {
    ...(seconds !== undefined && { deadline: run.clock.now() + seconds * 1000 }),
    ...(callingOf(state.Resource) === 'waitForTaskToken' && { token: newToken(run.execution) }),
  };
  visit.attempt = attempt;
  run.save();
  return attempt;
};

const invocation = async (
  run: ExecutionRun,
  visit: Visit,
  state: StateOf<'Task'>,
  attempt: Attempt,
  input: Json,
): Promise<void> => {
  const caller = { executionName: run.execution.name, stateName: visit.state };
  try {
    const { functionArn, payload } = callOf(state, input);
    const returned = asJson(await run.desk.invoke(functionArn, payload, caller));
    if (attempt.token === undefined) {
      settleAttempt(run, attempt, { output: resultOf(state, returned) });
    } else {
      attempt.invoked = true;
      run.save();
    }
  } catch (thrown) {
    settleAttempt(run, attempt, failureOfInvocation(thrown));
  }
};

/** `lambda:invoke` names the function in its input, with or without the version AWS would add. */
const callOf = (state: StateOf<'Task'>, input: Json): { functionArn: string; payload: Json } => {
  if (callingOf(state.Resource) === 'direct')
    return { functionArn: state.Resource, payload: input };
  const { FunctionName, Payload } = input as { FunctionName: string; Payload?: Json };
  return { functionArn: FunctionName.replace(/:\$LATEST$/, ''), payload: Payload ?? {} };
};

const resultOf = (state: StateOf<'Task'>, returned: Json): Json =>
  callingOf(state.Resource) === 'direct'
    ? returned
    : { ExecutedVersion: '$LATEST', Payload: returned, StatusCode: 200 };

const answerTo = async (
  run: ExecutionRun,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<TaskResult> => {
  const answered = Promise.withResolvers<void>();
  const settled = new AbortController();
  run.desk.waiting.set(attempt, answered.resolve);
  try {
    const instant = attempt.deadline ?? Number.POSITIVE_INFINITY;
    const timeout = run.clock.until(instant, AbortSignal.any([signal, settled.signal]));
    await Promise.race([answered.promise, timeout]);
  } finally {
    settled.abort();
    run.desk.waiting.delete(attempt);
  }
  settleAttempt(run, attempt, { error: 'States.Timeout' });
  return attempt.answer ?? { error: 'States.Timeout' };
};

const withToken = (context: Context, { token }: Attempt): Context =>
  token === undefined ? context : { ...context, Task: { Token: token } };

/** What a function returns crosses a wire as JSON, on AWS and here. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json;
