// How does one state machine run on this machine so that its executions outlive the process? As AWS
// Step Functions Standard runs it, as far as README.md says; what cannot be honoured is refused here.
import { isDeepStrictEqual } from 'node:util';
import { fitsPayload } from './data-flow.ts';
import { type Json, readDefinition } from './definition.ts';
import { isForgotten, whyNotRedrivable } from './execution-limits.ts';
import {
  type Execution,
  type ExecutionStatus,
  openStore,
  type StatusChange,
} from './execution-store.ts';
import { openRoom } from './room.ts';
import type { ExecutionRun, Invoke, TaskDesk } from './run.ts';
import { failureOf, Interrupted } from './state-failure.ts';
import { StatesError } from './states-error.ts';
import { openStatusNews } from './status-news.ts';
import { runStrand, startAfresh, strandFrom } from './strand.ts';
import { attemptOf, executionOfToken, settleAttempt } from './task.ts';
import { openWallClock } from './wall-clock.ts';

/** 1–80 characters, none of those that AWS forbids in an execution's name (StartExecution, "name"). */
const executionName = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\p{Cs}]{1,80}$/u;

export type StateMachineSettings = {
  /** `arn:aws:states:REGION:ACCOUNT:stateMachine:NAME` */
  arn: string;
  /** Amazon States Language, with every reference resolved. */
  definition: unknown;
  /** Where executions are kept; one process at a time. */
  folder: string;
  invoke: Invoke;
  /** How many calls may be under way at once; any number by default. */
  callsAtOnce?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Told of every change of status, in order and at least once, also over restarts. */
  onStatusChange?: (event: StatusChange) => Promise<void> | void;
};

export type StateMachineRunner = ReturnType<typeof openStateMachine>;

/**
 * Opens the machine and its folder; nothing runs before `resumeAll`. Throws one sentence if the
 * definition asks for something that cannot be honoured, or a kept file is damaged. Refusals of the
 * functions below are StatesErrors with AWS's codes.
 */
export const openStateMachine = (settings: StateMachineSettings) => {
  const { arn, onStatusChange = () => {} } = settings;
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  let definition = readDefinition(settings.definition);
  const store = openStore(settings.folder);
  let definitionKey = store.keepDefinition(definition);
  const clock = openWallClock(settings.now ?? Date.now);
  const desk: TaskDesk = {
    invoke: settings.invoke,
    enter: openRoom(settings.callsAtOnce ?? Number.POSITIVE_INFINITY),
    calls: new Set(),
    waiting: new Map(),
  };
  const executions = new Map(store.load().map((execution) => [execution.name, execution]));
  const running = new Map<Execution, { stop: AbortController; ended: Promise<void> }>();
  const closing = new AbortController();
  const news = openStatusNews(onStatusChange, store.save, clock, closing.signal);

  const arnOf = (executionName: string) =>
    `${arn.replace(':stateMachine:', ':execution:')}:${executionName}`;

  const runOf = (execution: Execution): ExecutionRun => ({
    execution,
    machine: { arn, name },
    clock,
    desk,
    save: () => store.save(execution),
  });

  const known = (executionName: string): Execution | undefined => {
    const found = executions.get(executionName);
    return found === undefined || isForgotten(found, clock.now()) ? undefined : found;
  };

  const find = (arnOrName: string): Execution => {
    const found = known(arnOrName.slice(arnOrName.lastIndexOf(':') + 1));
    if (found !== undefined && [found.arn, found.name].includes(arnOrName)) return found;
    throw new StatesError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arnOrName}'`);
  };

  /** Changes the status; the change and that it is still to be told are saved as one. */
  const become = (
    execution: Execution,
    status: ExecutionStatus,
    event: string,
    outcome: { output?: Json; error?: string; cause?: string } = {},
  ): void => {
    for (const field of ['output', 'error', 'cause', 'stoppedAt'] as const) delete execution[field];
    const stoppedAt = status === 'RUNNING' ? undefined : { stoppedAt: clock.now() };
    Object.assign(execution, { status }, outcome, stoppedAt);
    execution.history.push({ at: clock.now(), type: event });
    const { input } = execution;
    execution.untold.push({
      executionArn: execution.arn,
      stateMachineArn: arn,
      name: execution.name,
      status,
      input,
      ...outcome,
    });
    store.save(execution);
    news.tell(execution);
  };

  /** The first end counts. */
  const end = (...[execution, ...how]: Parameters<typeof become>): void => {
    if (execution.status === 'RUNNING') become(execution, ...how);
  };

  const proceed = (execution: Execution): void => {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, closing.signal]);
    const { States } = store.definition(execution.definition);
    const ended = Promise.race([
      runStrand(runOf(execution), execution.strand, { states: States, signal }).then(
        (output) => end(execution, 'SUCCEEDED', 'ExecutionSucceeded', { output }),
        (thrown) => {
          if (thrown instanceof Interrupted || signal.aborted) return;
          end(execution, 'FAILED', 'ExecutionFailed', failureOf(thrown));
        },
      ),
      clock.until(execution.deadline ?? Number.POSITIVE_INFINITY, signal).then(
        () => end(execution, 'TIMED_OUT', 'ExecutionTimedOut'),
        () => {},
      ),
    ]).finally(() => {
      stop.abort();
      // A redrive may have begun anew meanwhile.
      if (running.get(execution)?.stop === stop) running.delete(execution);
    });
    running.set(execution, { stop, ended });
  };

  const taskOf = (token: string) => {
    const owner = executionOfToken(token);
    if (owner === undefined) {
      throw new StatesError('InvalidToken', "Invalid Token: 'Invalid token'");
    }
    const execution = [...executions.values()].find((candidate) => candidate.arn === owner);
    if (execution === undefined) {
      throw new StatesError('TaskDoesNotExist', 'Task does not exist: its execution is not here');
    }
    const attempt = attemptOf(execution.strand, token);
    if (attempt === undefined || attempt.answer || execution.status !== 'RUNNING') {
      throw new StatesError(
        'TaskTimedOut',
        "Task Timed Out: 'Provided task does not exist anymore'",
      );
    }
    if (attempt.deadline !== undefined && attempt.deadline <= clock.now()) {
      throw new StatesError('TaskTimedOut', 'Task Timed Out: its time has run out');
    }
    return { run: runOf(execution), attempt };
  };

  return {
    arn,
    name,

    /** What starts from now on goes by this definition; what runs keeps its own. */
    update(next: unknown): void {
      definition = readDefinition(next);
      definitionKey = store.keepDefinition(definition);
    },

    /** Starts; the same name with the same input while it runs is the same execution again, and is taken for 90 days after. */
    start(executionNameGiven: string, input: Json): { executionArn: string; startedAt: number } {
      if (!executionName.test(executionNameGiven)) {
        throw new StatesError('InvalidName', `Invalid Name: '${executionNameGiven}'`);
      }
      if (!fitsPayload(input)) {
        throw new StatesError('InvalidExecutionInput', 'The input is larger than 262144 bytes');
      }
      const before = known(executionNameGiven);
      if (before !== undefined) {
        if (before.status === 'RUNNING' && isDeepStrictEqual(before.input, input)) {
          return { executionArn: before.arn, startedAt: before.startedAt };
        }
        throw new StatesError(
          'ExecutionAlreadyExists',
          `Execution Already Exists: '${before.arn}'`,
        );
      }
      const now = clock.now();
      const execution: Execution = {
        arn: arnOf(executionNameGiven),
        name: executionNameGiven,
        definition: definitionKey,
        status: 'RUNNING',
        input,
        startedAt: now,
        ...deadlineFrom(definition.TimeoutSeconds, now),
        redriveCount: 0,
        strand: strandFrom(definition, input, now),
        history: [],
        untold: [],
      };
      become(execution, 'RUNNING', 'ExecutionStarted');
      executions.set(execution.name, execution);
      proceed(execution);
      return { executionArn: execution.arn, startedAt: now };
    },

    /** The first answer counts; once this returns it is kept, whatever happens to the process. */
    sendTaskSuccess(token: string, output: Json): void {
      if (!fitsPayload(output)) {
        throw new StatesError('InvalidOutput', 'The output is larger than 262144 bytes');
      }
      const { run, attempt } = taskOf(token);
      settleAttempt(run, attempt, { output });
    },

    sendTaskFailure(token: string, error = '', cause?: string): void {
      const { run, attempt } = taskOf(token);
      settleAttempt(run, attempt, { error, ...(cause !== undefined && { cause }) });
    },

    /** Says only whether the token still counts: HeartbeatSeconds is refused in definitions. */
    sendTaskHeartbeat(token: string): void {
      taskOf(token);
    },

    describe(arnOrName: string) {
      const execution = find(arnOrName);
      const { strand: _strand, history: _history, untold: _, ...told } = execution;
      const notRedrivable = whyNotRedrivable(execution, clock.now());
      return { ...told, stateMachineArn: arn, notRedrivable };
    },

    /** The states entered, left and failed, with their times, oldest first. */
    history(arnOrName: string) {
      return [...find(arnOrName).history];
    },

    /** Newest first. */
    list(status?: ExecutionStatus) {
      return [...executions.values()]
        .filter((execution) => !isForgotten(execution, clock.now()))
        .filter((execution) => status === undefined || execution.status === status)
        .sort((one, other) => other.startedAt - one.startedAt)
        .map(({ arn, name, status, startedAt, stoppedAt, redriveCount }) => ({
          arn,
          name,
          status,
          startedAt,
          ...(stoppedAt !== undefined && { stoppedAt }),
          redriveCount,
        }));
    },

    /** Aborts a running execution; one that has ended stays as it is. Returns when it ended. */
    stop(arnOrName: string, error?: string, cause?: string): number {
      const execution = find(arnOrName);
      if (execution.status === 'RUNNING') {
        become(execution, 'ABORTED', 'ExecutionAborted', {
          ...(error !== undefined && { error }),
          ...(cause !== undefined && { cause }),
        });
        running.get(execution)?.stop.abort();
      }
      return execution.stoppedAt ?? clock.now();
    },

    /** Continues a failed, timed-out or aborted execution at the state where it ended. Returns when. */
    redrive(arnOrName: string): number {
      const execution = find(arnOrName);
      const now = clock.now();
      const refused = whyNotRedrivable(execution, now);
      if (refused !== null) throw new StatesError('ExecutionNotRedrivable', refused);
      startAfresh(execution.strand, now);
      delete execution.deadline;
      Object.assign(execution, {
        redriveCount: execution.redriveCount + 1,
        redrivenAt: now,
        ...deadlineFrom(store.definition(execution.definition).TimeoutSeconds, now),
      });
      become(execution, 'RUNNING', 'ExecutionRedriven');
      proceed(execution);
      return now;
    },

    /** At boot: continues every execution that was running, and tells what was not told. Returns how many run. */
    resumeAll(): number {
      for (const execution of executions.values()) {
        news.tell(execution);
        if (execution.status === 'RUNNING' && !running.has(execution)) proceed(execution);
      }
      return running.size;
    },

    /** For a clock that was set forward: everything due by now happens now. */
    clockMoved(): void {
      clock.lookNow();
    },

    /** Starts nothing more and waits for the calls under way; executions stay where they are. */
    async close(): Promise<void> {
      closing.abort();
      await Promise.allSettled([...running.values()].map(({ ended }) => ended));
      await Promise.allSettled([...desk.calls, news.settled()]);
    },
  };
};

const deadlineFrom = (seconds: number | undefined, now: number): { deadline?: number } =>
  seconds === undefined ? {} : { deadline: now + seconds * 1000 };
