// How does a deployed function run here? Its own bundle in a worker thread of its own (the renderer,
// whose addon is native, in a process), with its own environment, started when first called.
// As on Lambda, one instance handles one event at a time, and an instance that fails takes no other with it.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DeployedFunction } from './assembly.ts';
import { ACCOUNT, REGION } from './aws-names.ts';

export type Failure = { errorType: string; errorMessage: string; stack?: string | undefined };
export type Question = {
  id: string;
  /** JSON, as it crosses the wire on AWS. */
  event: string;
  context: { deadline: number } & Record<string, unknown>;
};
export type Answer =
  | { ready: true }
  | { ready: false; failure: Failure }
  | { id: string; payload: string }
  | { id: string; failure: Failure };

/** What became of a call: the function's JSON, or why there is none. */
export type Outcome = { payload: unknown; failure?: never } | { failure: Failure; payload?: never };

export type Functions = {
  /** Calls by id, name or ARN. Never throws for what the function does; an unknown function is a bug here. */
  invoke(called: string, event: unknown): Promise<Outcome>;
  /** Other bundles from now on: running events end on the old ones. */
  replace(functions: DeployedFunction[]): void;
  stop(): Promise<void>;
};

/** Lambda takes 6 MB of JSON, as AWS counts it. */
const PAYLOAD_BYTES = 6_291_556;
/** Enough that one slow event does not hold up a page of the web; each costs some 30 MB. */
const MOST_INSTANCES = 3;
/** Importing a bundle takes 0.1 s; on a busy machine ten times that. Lambda allows 10 s. */
const START_MILLISECONDS = 30_000;
const HOST = fileURLToPath(new URL('./function-host.ts', import.meta.url));

type Instance = {
  generation: number;
  busy: boolean;
  started: Promise<Failure | undefined>;
  ask(question: Question, timeoutMilliseconds: number): Promise<Outcome>;
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

const environmentOf = (deployed: DeployedFunction, credentials: Record<string, string>) => ({
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

const startHost = (
  deployed: DeployedFunction,
  env: Record<string, string>,
  log: WriteStream,
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
    resourceLimits: { maxOldGenerationSizeMb: deployed.memoryMegabytes },
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });
  return worker;
};

const endHost = async (host: Host): Promise<void> => {
  if (host instanceof Worker) await host.terminate();
  else host.kill('SIGKILL');
};

const timedOut = (id: string, milliseconds: number): Failure => ({
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${id} Error: Task timed out after ${(milliseconds / 1000).toFixed(2)} seconds`,
});

const startInstance = (
  host: Host,
  generation: number,
  onEnd: (self: Instance) => void,
): Instance => {
  let finish: ((outcome: Outcome) => void) | undefined;
  let ready: (failure: Failure | undefined) => void = () => {};
  const started = new Promise<Failure | undefined>((resolve) => {
    ready = resolve;
  });
  const tooSlow = setTimeout(
    () => ready({ errorType: 'Sandbox.Timedout', errorMessage: 'The function did not start.' }),
    START_MILLISECONDS,
  );

  const gone = (failure: Failure) => {
    ready(failure);
    finish?.({ failure });
    onEnd(instance);
  };
  // A worker hands its listener the value itself, a process the value and a handle.
  host.on('message', (answer: Answer) => {
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

/**
 * `credentials` gives the environment by which a function reaches AWS here: endpoint and keys.
 * What functions print goes to `<logs>/<function>.log`. `codeOf` gives the folder of the bundle when a
 * function is called: while developing, it is made then.
 */
export const startFunctions = (
  deployed: DeployedFunction[],
  logs: string,
  credentials: (deployed: DeployedFunction) => Record<string, string>,
  codeOf: (deployed: DeployedFunction) => Promise<string> = async ({ code }) => code,
): Functions => {
  mkdirSync(logs, { recursive: true });
  let generation = 0;
  let stopped = false;
  let current = new Map<string, DeployedFunction>();
  const pools = new Map<string, Instance[]>();
  const waiting = new Map<string, (() => void)[]>();
  const streams = new Map<string, WriteStream>();

  const listed = <T>(map: Map<string, T[]>, name: string): T[] => {
    const list = map.get(name) ?? [];
    map.set(name, list);
    return list;
  };
  const wakeNext = (name: string) => listed(waiting, name).shift()?.();
  const logOf = (id: string): WriteStream => {
    const stream =
      streams.get(id) ?? createWriteStream(join(logs, `${id}.log`), { flags: 'a', mode: 0o600 });
    streams.set(id, stream);
    return stream;
  };
  const remove = (name: string) => (instance: Instance) => {
    const pool = listed(pools, name);
    if (pool.includes(instance)) pool.splice(pool.indexOf(instance), 1);
    wakeNext(name);
  };

  const acquire = async (wanted: DeployedFunction): Promise<Instance> => {
    const pool = listed(pools, wanted.id);
    for (;;) {
      const edition = generation;
      const code = await codeOf(wanted);
      const idle = pool.find((instance) => !instance.busy && instance.generation === generation);
      if (idle) {
        idle.busy = true;
        return idle;
      }
      if (pool.length < MOST_INSTANCES) {
        const env = environmentOf(wanted, credentials(wanted));
        const host = startHost({ ...wanted, code }, env, logOf(wanted.id));
        const instance = startInstance(host, edition, remove(wanted.id));
        pool.push(instance);
        return instance;
      }
      await new Promise<void>((resolve) => listed(waiting, wanted.id).push(resolve));
    }
  };

  const release = (name: string, instance: Instance) => {
    instance.busy = false;
    if (instance.generation !== generation) void instance.end();
    wakeNext(name);
  };

  const invoke = async (called: string, event: unknown): Promise<Outcome> => {
    const wanted = current.get(called);
    if (!wanted) throw new Error(`no function is called ${called}`);
    const text = JSON.stringify(event);
    if (Buffer.byteLength(text) > PAYLOAD_BYTES) {
      const errorMessage = `Request must be smaller than ${PAYLOAD_BYTES} bytes for the InvokeFunction operation`;
      return { failure: { errorType: 'RequestEntityTooLargeException', errorMessage } };
    }
    const instance = await acquire(wanted).catch((error: unknown) => String(error));
    if (typeof instance === 'string') {
      return { failure: { errorType: 'Runtime.ImportModuleError', errorMessage: instance } };
    }
    try {
      const notStarted = await instance.started;
      if (notStarted) {
        await instance.end();
        return { failure: notStarted };
      }
      const id = randomUUID();
      const milliseconds = wanted.timeoutSeconds * 1000;
      const context = {
        functionName: wanted.name,
        functionVersion: '$LATEST',
        invokedFunctionArn: wanted.arn,
        memoryLimitInMB: String(wanted.memoryMegabytes),
        awsRequestId: id,
        logGroupName: `/aws/lambda/${wanted.name}`,
        logStreamName: ACCOUNT,
        deadline: Date.now() + milliseconds,
      };
      return await instance.ask({ id, event: text, context }, milliseconds);
    } finally {
      release(wanted.id, instance);
    }
  };

  const replace = (functions: DeployedFunction[]) => {
    generation += 1;
    current = new Map(
      functions.flatMap((one): [string, DeployedFunction][] => [
        [one.name, one],
        [one.arn, one],
        [one.id, one],
      ]),
    );
    for (const instance of [...pools.values()].flat()) if (!instance.busy) void instance.end();
  };

  replace(deployed);
  return {
    invoke: async (called, event) =>
      stopped
        ? { failure: { errorType: 'Unavailable', errorMessage: 'The local stack is stopping.' } }
        : invoke(called, event),
    replace,
    stop: async () => {
      stopped = true;
      await Promise.all([...pools.values()].flat().map((instance) => instance.end()));
      for (const stream of streams.values()) stream.end();
    },
  };
};
