// How does an execution, or one branch of it (a strand), move from state to state so that it can be killed at any
// instant? What others are asked, and what they answer, is saved before anything follows from it; what lies between
// is worked out again.
import {
  type Context,
  chooseNext,
  effectiveInput,
  fillTemplate,
  readPath,
  readWholeNumber,
  stateOutput,
} from './data-flow.ts';
import type { Branch, Json, State, StateOf } from './definition.ts';
import { HISTORY_LIMIT } from './execution-limits.ts';
import type { Strand, Visit } from './execution-store.ts';
import type { ExecutionRun } from './run.ts';
import { sideBySide } from './side-by-side.ts';
import { catcherOf, failureOf, Interrupted, retryAfter, StateFailure } from './state-failure.ts';
import { performTask } from './task.ts';

/** Where a strand runs: its states, the Map item it belongs to, and what calls it off. */
type Scope = {
  states: Record<string, State>;
  item?: { Index: number; Value: Json };
  signal: AbortSignal;
};

/** What a state has come to: its output, and the state that follows, if any. */
type StateResult = { output: Json; next: string | undefined };

/** How many iterations of an inline Map run at once when it sets no limit itself (AWS's figure). */
const MAP_CONCURRENCY = 40;

export const strandFrom = (branch: Branch, input: Json, now: number): Strand => ({
  visit: visitOf(branch.StartAt, input, now),
});

/** For a redrive: what had come to its end stays; every state that had not is entered anew. */
export const startAfresh = (strand: Strand, now: number): void => {
  if (strand.done !== undefined) return;
  const { state, input, strands } = strand.visit;
  for (const inner of strands ?? []) startAfresh(inner, now);
  strand.visit = { ...visitOf(state, input, now), ...(strands !== undefined && { strands }) };
};

/** Runs to the strand's end. Throws the failure nothing caught, or Interrupted. */
export const runStrand = async (run: ExecutionRun, strand: Strand, scope: Scope): Promise<Json> => {
  while (strand.done === undefined) {
    const { visit } = strand;
    const state = scope.states[visit.state];
    if (state === undefined) {
      throw new StateFailure('States.Runtime', `There is no state "${visit.state}".`);
    }
    const { output, next } = await settle(run, visit, state, scope);
    if (scope.signal.aborted) throw new Interrupted();
    record(run, `${state.Type}StateExited`, visit.state);
    if (next === undefined) strand.done = { output };
    else strand.visit = visitOf(next, output, run.clock.now());
  }
  return strand.done.output;
};

/** Takes a state to its outcome, through its retries and into its catchers. */
const settle = async (
  run: ExecutionRun,
  visit: Visit,
  state: State,
  scope: Scope,
): Promise<StateResult> => {
  const { clock, save } = run;
  if (visit.entered === undefined) {
    visit.entered = true;
    record(run, `${state.Type}StateEntered`, visit.state);
  }
  for (;;) {
    if (visit.retryAt !== undefined) {
      await clock.until(visit.retryAt, scope.signal);
      delete visit.retryAt;
      save();
    }
    try {
      return await perform(run, visit, state, scope);
    } catch (thrown) {
      if (thrown instanceof Interrupted || scope.signal.aborted) throw new Interrupted();
      const failure = failureOf(thrown);
      record(run, `${state.Type}StateFailed`, visit.state, failure.error);
      const retry = retryAfter(state, visit.retries, failure);
      if (retry !== undefined) {
        visit.retries[retry.rule] = (visit.retries[retry.rule] ?? 0) + 1;
        visit.retryAt = clock.now() + retry.delay;
        delete visit.attempt;
        delete visit.strands;
        save();
        continue;
      }
      const catcher = catcherOf(state, failure);
      if (catcher === undefined) throw thrown;
      const error = { Error: failure.error, Cause: failure.cause ?? '' };
      const context = contextOf(run, visit, scope);
      return {
        output: await stateOutput(catcher, visit.input, error, context),
        next: catcher.Next,
      };
    }
  }
};

const perform = async (
  run: ExecutionRun,
  visit: Visit,
  state: State,
  scope: Scope,
): Promise<StateResult> => {
  const context = contextOf(run, visit, scope);
  const { input } = visit;
  if (state.Type === 'Choice') return chooseNext(state, input, context);
  if (state.Type === 'Fail') throw await failureToldBy(state, input, context);
  const next = 'Next' in state ? state.Next : undefined;
  const result = await resultOf(run, visit, state, scope, context);
  return { output: await stateOutput(state, input, result, context), next };
};

const resultOf = async (
  run: ExecutionRun,
  visit: Visit,
  state: Exclude<State, StateOf<'Choice' | 'Fail'>>,
  scope: Scope,
  context: Context,
): Promise<Json> => {
  if (state.Type === 'Task') return performTask(run, visit, state, context, scope.signal);
  const effective = await effectiveInput(state, visit.input, context);
  switch (state.Type) {
    case 'Pass':
      return state.Result === undefined ? effective : state.Result;
    case 'Succeed':
      return effective;
    case 'Wait':
      if (visit.wakeAt === undefined) {
        visit.wakeAt = await wakingTime(run, state, effective, context);
        run.save();
      }
      await run.clock.until(visit.wakeAt, scope.signal);
      return effective;
    case 'Parallel': {
      visit.strands ??= state.Branches.map((branch) =>
        strandFrom(branch, effective, run.clock.now()),
      );
      run.save();
      const branches = state.Branches;
      return sideBySide(visit.strands, branches.length, scope.signal, (strand, index, signal) =>
        runStrand(run, strand, { ...scope, states: branches[index]?.States ?? {}, signal }),
      );
    }
    case 'Map':
      return mapOver(run, visit, state, effective, scope, context);
  }
};

const mapOver = async (
  run: ExecutionRun,
  visit: Visit,
  state: StateOf<'Map'>,
  effective: Json,
  scope: Scope,
  context: Context,
): Promise<Json> => {
  const processor = state.ItemProcessor ?? state.Iterator;
  const items =
    state.ItemsPath === undefined ? effective : await readPath(state.ItemsPath, effective, context);
  if (!Array.isArray(items) || processor === undefined) {
    throw new StateFailure('States.Runtime', `"${visit.state}" has no list to run over.`);
  }
  const width =
    state.MaxConcurrencyPath === undefined
      ? state.MaxConcurrency
      : await readWholeNumber(state.MaxConcurrencyPath, effective, context);
  const selector = state.ItemSelector ?? state.Parameters;
  const itemOf = (index: number) => ({ Index: index, Value: items[index] ?? null });
  if (visit.strands === undefined) {
    const inputs = await Promise.all(
      items.map((item, index) =>
        selector === undefined
          ? item
          : fillTemplate(selector, effective, { ...context, Map: { Item: itemOf(index) } }),
      ),
    );
    visit.strands = inputs.map((input) => strandFrom(processor, input, run.clock.now()));
    run.save();
  }
  return sideBySide(
    visit.strands,
    width || MAP_CONCURRENCY,
    scope.signal,
    (strand, index, signal) =>
      runStrand(run, strand, { states: processor.States, item: itemOf(index), signal }),
  );
};

const wakingTime = async (
  run: ExecutionRun,
  state: StateOf<'Wait'>,
  input: Json,
  context: Context,
): Promise<number> => {
  const timestamp =
    state.TimestampPath === undefined
      ? state.Timestamp
      : await readPath(state.TimestampPath, input, context);
  if (timestamp !== undefined) {
    const instant = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
    if (Number.isFinite(instant)) return instant;
    throw new StateFailure('States.Runtime', `${JSON.stringify(timestamp)} is not a timestamp.`);
  }
  const seconds =
    state.SecondsPath === undefined
      ? (state.Seconds ?? 0)
      : await readWholeNumber(state.SecondsPath, input, context);
  return run.clock.now() + seconds * 1000;
};

/** Error and Cause, or what the paths (or intrinsics) given in their stead say. */
const failureToldBy = async (state: StateOf<'Fail'>, input: Json, context: Context) => {
  const told = async (path: string | undefined, text: string | undefined) =>
    path === undefined ? (text ?? '') : String(await readPath(path, input, context));
  return new StateFailure(
    await told(state.ErrorPath, state.Error),
    await told(state.CausePath, state.Cause),
  );
};

const visitOf = (state: string, input: Json, now: number): Visit => ({
  state,
  input,
  enteredAt: now,
  retries: {},
});

const record = (run: ExecutionRun, type: string, state: string, error?: string): void => {
  const { history } = run.execution;
  if (history.length >= HISTORY_LIMIT) {
    throw new StateFailure('States.Runtime', `The history has reached ${HISTORY_LIMIT} events.`);
  }
  history.push({ at: run.clock.now(), type, state, ...(error !== undefined && { error }) });
};

const contextOf = ({ execution, machine }: ExecutionRun, visit: Visit, scope: Scope): Context => ({
  Execution: {
    Id: execution.arn,
    Name: execution.name,
    Input: execution.input,
    StartTime: new Date(execution.startedAt).toISOString(),
    RedriveCount: execution.redriveCount,
  },
  State: {
    Name: visit.state,
    EnteredTime: new Date(visit.enteredAt).toISOString(),
    RetryCount: Object.values(visit.retries).reduce((sum, count) => sum + count, 0),
  },
  StateMachine: { Id: machine.arn, Name: machine.name },
  ...(scope.item !== undefined && { Map: { Item: scope.item } }),
});
