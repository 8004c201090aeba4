// What is one instance of a function? A host (thread or process) with one bundle, asked for one event at a time.
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { REGION } from '../aws/place.ts';
import type { DeployedFunction } from '../template/assembly.ts';

export type FunctionFailure = {
  errorType: string;
  errorMessage: string;
  stack?: string | undefined;
};
export type Invocation = {
  id: string;
  /** JSON, as it crosses the wire on AWS. */
  event: string;
  context: { deadline: number } & Record<string, unknown>;
};
export type HostReply =
  | { ready: true }
  | { ready: false; failure: FunctionFailure }
  | { id: string; payload: string }
  | { id: string; failure: FunctionFailure };

/** What became of a call: the function's JSON, or why there is none. */
export type InvocationResult =
  | { payload: unknown; failure?: never }
  | { failure: FunctionFailure; payload?: never };

/** Importing a bundle takes 0.1 s; on a busy machine ten times that. Lambda allows 10 s. */
const START_MILLISECONDS = 30_000;
/** By itself it would grow to 48 MB in each of dozens of instances; at 8 MB they take no more of the processor's time. */
const YOUNG_MEGABYTES = 8;
const HOST = fileURLToPath(new URL('./host.ts', import.meta.url));

export type Instance = {
  generation: number;
  busy: boolean;
  started: Promise<FunctionFailure | undefined>;
  ask(question: Invocation, timeoutMilliseconds: number): Promise<InvocationResult>;
  end(): Promise<void>;
};

type Host = Worker | ChildProcess;

const moduleOf = ({ code, handler, id }: DeployedFunction): [string, string] => {
  const dot = handler.lastIndexOf('.');
  const base = join(code, handler.slice(0, dot));
  const file = ['.mjs', '.js', '.cjs'].map((ending) => base + ending).find(existsSync);
  if (!file) throw new Error(`${id} has no module for its handler ${handler} in ${code}`);
  return [file, handler.slice(dot + 1)];
};

export const environmentOf = (deployed: DeployedFunction, credentials: Record<string, string>) => ({
  // PATH for the process only; the time zone of Lambda. Nothing else of this machine is seen inside.
  PATH: process.env.PATH ?? '',
  TZ: 'UTC',
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_LAMBDA_FUNCTION_NAME: deployed.name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(deployed.memoryMegabytes),
  AWS_EC2_METADATA_DISABLED: 'true',
  LAMBDA_TASK_ROOT: deployed.code,
  ...deployed.environment,
  ...credentials,
});

export const startHost = (
  deployed: DeployedFunction,
  env: Record<string, string>,
  log: Writable,
): Host => {
  const module = moduleOf(deployed);
  if (deployed.architecture === 'x86_64') {
    const child = fork(HOST, module, {
      env,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    return child;
  }
  const worker = new Worker(HOST, {
    env,
    execArgv: [],
    workerData: module,
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: deployed.memoryMegabytes,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });
  return worker;
};

const endHost = async (host: Host): Promise<void> => {
  if (host instanceof Worker) await host.terminate();
  else host.kill('SIGKILL');
};

const timedOut = (id: string, milliseconds: number): FunctionFailure => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${id} Error: Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`,
});

export const startInstance = (
  host: Host,
  generation: number,
  onEnd: (self: Instance) => void,
): Instance => {
  let finish: ((outcome: InvocationResult) => void) | undefined;
  let ready: (failure: FunctionFailure | undefined) => void = () => {};
  const started = new Promise<FunctionFailure | undefined>((resolve) => {
    ready = resolve;
  });
  const tooSlow = setTimeout(
    () => ready({ errorType: 'Sandbox.Timedout', errorMessage: 'The function did not start.' }),
    START_MILLISECONDS,
  );

  const gone = (failure: FunctionFailure) => {
    ready(failure);
    finish?.({ failure });
    onEnd(instance);
  };
  // A worker hands its listener the value itself, a process the value and a handle.
  host.on('message', (answer: HostReply) => {
    if ('ready' in answer) {
      clearTimeout(tooSlow);
      ready(answer.ready ? undefined : answer.failure);
    } else {
      finish?.(
        'failure' in answer ? { failure: answer.failure } : { payload: JSON.parse(answer.payload) },
      );
    }
  });
  host.on('error', (error: Error) =>
    gone({ errorType: 'Runtime.ExitError', errorMessage: error.message }),
  );
  host.on('exit', (code: number | null) =>
    gone({
      errorType: 'Runtime.ExitError',
      errorMessage: `Runtime exited with error: exit status ${code ?? 'unknown'}`,
    }),
  );

  const instance: Instance = {
    generation,
    busy: true,
    started,
    ask: (question, timeoutMilliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          finish?.({ failure: timedOut(question.id, timeoutMilliseconds) });
          onEnd(instance);
          void endHost(host);
        }, timeoutMilliseconds);
        finish = (outcome) => {
          clearTimeout(timer);
          finish = undefined;
          resolve(outcome);
        };
        if (host instanceof Worker) host.postMessage(question);
        else host.send(question);
      }),
    end: () => {
      clearTimeout(tooSlow);
      return endHost(host);
    },
  };
  return instance;
};
