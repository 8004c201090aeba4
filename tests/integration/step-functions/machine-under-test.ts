// A state machine in a folder of its own, with functions that are written in the test.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../../infra/local/step-functions/definition.ts';
import type {
  Execution,
  StatusChange,
} from '../../../infra/local/step-functions/execution-store.ts';
import {
  openStateMachine,
  type StateMachineSettings,
} from '../../../infra/local/step-functions/runner.ts';

export const MACHINE = 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:Submission';
export const lambdaArn = (name: string) =>
  `arn:aws:lambda:ap-southeast-1:000000000000:function:${name}`;

type LambdaFunctions = Record<string, (payload: Json) => unknown>;

/** A Lambda error as an invocation throws it. */
export const lambdaError = (errorType: string, errorMessage: string): Error =>
  Object.assign(new Error(errorMessage), { name: errorType });

/** A bench with one machine that can be closed and opened again over the same folder. */
export const aBench = (
  definition: unknown,
  functions: LambdaFunctions = {},
  settings: Partial<StateMachineSettings> = {},
) => {
  const { folder = mkdtempSync(join(tmpdir(), 'states-')) } = settings;
  const changes: StatusChange[] = [];
  const calls: { name: string; payload: Json }[] = [];
  let shift = 0;

  const open = (definitionNow = definition) =>
    openStateMachine({
      arn: MACHINE,
      definition: definitionNow,
      folder,
      now: () => Date.now() + shift,
      onStatusChange: (change) => void changes.push(change),
      invoke: async (arn, payload) => {
        const name = arn.slice(arn.lastIndexOf(':') + 1);
        calls.push({ name, payload });
        return functions[name]?.(payload);
      },
      ...settings,
    });

  return {
    folder,
    changes,
    calls,
    machine: open(),
    /** As if the process had been started anew, with this definition. */
    async reopen(definitionNow = definition) {
      await this.machine.close();
      this.machine = open(definitionNow);
      this.machine.resumeAll();
    },
    /** What is on disk of an execution. */
    kept(name = 'one'): Execution {
      return JSON.parse(readFileSync(join(folder, 'executions', name, 'execution.json'), 'utf8'));
    },
    /** Puts something else on disk in its stead, while the machine is closed. */
    keep(execution: Execution): void {
      const file = join(folder, 'executions', execution.name, 'execution.json');
      writeFileSync(file, JSON.stringify(execution));
    },
    passTime(milliseconds: number) {
      shift += milliseconds;
      this.machine.clockMoved();
    },
    /** Runs to the end and tells what became of it. */
    async run(input: Json, name = 'one') {
      this.machine.start(name, input);
      return this.ended(name);
    },
    async ended(name = 'one') {
      await until(() => this.machine.describe(name).status !== 'RUNNING');
      return this.machine.describe(name);
    },
    /** The token that the function was handed, once it was called `times` times. */
    async token(functionName: string, times = 1): Promise<string> {
      const mine = () => calls.filter(({ name }) => name === functionName);
      await until(() => mine().length >= times);
      const { token } = (mine()[times - 1]?.payload ?? {}) as { token?: string };
      return token ?? '';
    },
    async clear() {
      await this.machine.close();
      rmSync(folder, { recursive: true });
    },
  };
};

/** Looks until it holds; the test's own time limit is the limit. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** One Task after which the machine ends. */
export const oneTask = (task: object, others: object = {}) => ({
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource: lambdaArn('work'), End: true, ...task }, ...others },
});

/** A Task that hands its token to the function `ask`. */
export const askWithToken = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: {
    FunctionName: `${lambdaArn('ask')}:$LATEST`,
    Payload: { 'token.$': '$$.Task.Token', 'input.$': '$' },
  },
};
