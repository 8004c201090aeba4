// What does every state of one running execution need? The execution, its machine, a clock, and a registry of the calls under way.
import type { Json } from './definition.ts';
import type { Attempt, Execution } from './execution-store.ts';
import type { Enter } from './room.ts';
import type { WallClock } from './wall-clock.ts';

/**
 * Calls a function by its ARN. Throws an Error whose name is the function's errorType (or
 * `Lambda.…Exception` when the service itself refused) and whose message is its errorMessage.
 */
export type Invoke = (
  functionArn: string,
  payload: Json,
  caller: { executionName: string; stateName: string },
) => Promise<unknown>;

/** Where calls in flight and waiting tasks are known, for one opened machine. */
export type TaskDesk = {
  invoke: Invoke;
  /** Each call needs room. */
  enter: Enter;
  /** Calls under way: closing waits for them. */
  calls: Set<Promise<void>>;
  /** Who waits for the answer of an attempt. */
  waiting: Map<Attempt, () => void>;
};

/** What every state of one running execution needs. */
export type ExecutionRun = {
  execution: Execution;
  machine: { arn: string; name: string };
  clock: WallClock;
  desk: TaskDesk;
  save(): void;
};
