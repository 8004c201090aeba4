// How does a state fail, and what do Retry and Catch make of it?
// Amazon States Language, "Errors"; AWS Step Functions Developer Guide, "Handling errors".
import type { Catcher, Retrier, State } from './definition.ts';
import type { TaskFailure } from './execution-store.ts';

/** A state's failure: `name` is what ErrorEquals compares, `message` the cause. */
export class StateFailure extends Error {
  constructor(error: string, cause = '') {
    super(cause);
    this.name = error;
  }
}

/** The work was called off (closing, stopped, a sibling failed); the execution stays where it is. */
export class Interrupted extends Error {}

/** The failure of an invocation as Step Functions reports it: the function's error type, the cause as JSON. */
export const failureOfInvocation = (thrown: unknown): TaskFailure => {
  const error = thrown instanceof Error ? thrown.name : 'Error';
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // Lambda.ServiceException, Lambda.TooManyRequestsException and the like come from the service,
  // not from the function: their cause is plain text.
  if (error.startsWith('Lambda.')) return { error, cause: message };
  return { error, cause: JSON.stringify({ errorType: error, errorMessage: message }) };
};

export const failureOf = (thrown: unknown): TaskFailure => {
  if (thrown instanceof StateFailure) {
    return { error: thrown.name, ...(thrown.message !== '' && { cause: thrown.message }) };
  }
  return {
    error: 'States.Runtime',
    cause: thrown instanceof Error ? thrown.message : String(thrown),
  };
};

/** The retry that is due, or none: which rule, and after how many milliseconds. */
export const retryAfter = (
  state: State,
  used: Readonly<Record<number, number>>,
  failure: TaskFailure,
  random: () => number = Math.random,
): { rule: number; delay: number } | undefined => {
  const rules: Retrier[] = ('Retry' in state && state.Retry) || [];
  const rule = rules.findIndex(({ ErrorEquals }) => matches(ErrorEquals, failure, state));
  const found = rules[rule];
  const count = used[rule] ?? 0;
  // 3 attempts, 1 second, doubling: the language's defaults.
  if (found === undefined || count >= (found.MaxAttempts ?? 3)) return undefined;
  const grown = (found.IntervalSeconds ?? 1) * (found.BackoffRate ?? 2) ** count;
  const longest = Math.min(grown, found.MaxDelaySeconds ?? Number.POSITIVE_INFINITY) * 1000;
  return { rule, delay: found.JitterStrategy === 'FULL' ? random() * longest : longest };
};

export const catcherOf = (state: State, failure: TaskFailure): Catcher | undefined => {
  const rules: Catcher[] = ('Catch' in state && state.Catch) || [];
  return rules.find(({ ErrorEquals }) => matches(ErrorEquals, failure, state));
};

const matches = (names: string[], { error }: TaskFailure, state: State): boolean => {
  // A States.Runtime error always ends the execution.
  if (error === 'States.Runtime') return false;
  return names.some(
    (name) =>
      name === error ||
      (name === 'States.ALL' && error !== 'States.DataLimitExceeded') ||
      (name === 'States.TaskFailed' && state.Type === 'Task' && error !== 'States.Timeout'),
  );
};
