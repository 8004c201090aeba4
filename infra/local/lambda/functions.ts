// How does a deployed function run here? Its own bundle in a worker thread of its own (the renderer,
// whose addon is native, in a process), with its own environment, started when first called.
// As on Lambda, one instance handles one event at a time, and an instance that fails takes no other with it.
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { ACCOUNT } from '../aws/place.ts';
import type { DeployedFunction } from '../template/assembly.ts';
import {
  environmentOf,
  type Instance,
  type InvocationResult,
  startHost,
  startInstance,
} from './instance.ts';

export type Functions = {
  /** Calls by id, name or ARN. Never throws for what the function does; an unknown function is a bug here. */
  invoke(called: string, event: unknown): Promise<InvocationResult>;
  /** Ends whatever of this function is at work, as a crash would; whoever called hears so. */
  crash(called: string): void;
  /** Other bundles from now on: running events end on the old ones. */
  replace(functions: DeployedFunction[]): void;
  /** Resolves when no function is at work: what was called has been answered. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** Lambda takes 6 MB of JSON, as AWS counts it. */
const PAYLOAD_BYTES = 6_291_556;
/**
 * Two, so that one slow event does not hold up a page of the web, and two of one function can meet. A third costs some
 * 60 MB, the renderer's 190 MB, and two processors do nothing sooner by it.
 */
const MOST_INSTANCES = 2;
/**
 * Lambda lets go of instances that nobody needs. Here one of each function stays warm, and what a rush has started
 * besides goes after a minute: both of all functions would hold 2 GB for good. Sooner, and people who press now and
 * then would wait for a start, of some 0.2 s of a processor, over and over.
 */
const IDLE_MILLISECONDS = 60_000;

/** Who hears what functions do, besides whoever calls them. */
export type Listening = {
  called(
    deployed: DeployedFunction,
    call: { at: number; milliseconds: number; failed: boolean },
  ): void;
  printed(deployed: DeployedFunction, line: string): void;
};
const NOBODY: Listening = { called: () => {}, printed: () => {} };

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
  idleMilliseconds = IDLE_MILLISECONDS,
  listening: Listening = NOBODY,
): Functions => {
  mkdirSync(logs, { recursive: true });
  let generation = 0;
  let stopped = false;
  let current = new Map<string, DeployedFunction>();
  const pools = new Map<string, Instance[]>();
  const waiting = new Map<string, (() => void)[]>();
  const streams = new Map<string, PassThrough>();
  const leaving = new WeakMap<Instance, NodeJS.Timeout>();

  const listed = <T>(map: Map<string, T[]>, name: string): T[] => {
    const list = map.get(name) ?? [];
    map.set(name, list);
    return list;
  };
  const wakeNext = (name: string) => listed(waiting, name).shift()?.();
  const openLog = (deployed: DeployedFunction): PassThrough => {
    const stream = new PassThrough();
    const file = join(logs, `${deployed.id}.log`);
    stream.pipe(createWriteStream(file, { flags: 'a', mode: 0o600 }));
    createInterface({ input: stream }).on('line', (line) => listening.printed(deployed, line));
    return stream;
  };
  const logOf = (deployed: DeployedFunction): PassThrough => {
    const stream = streams.get(deployed.id) ?? openLog(deployed);
    streams.set(deployed.id, stream);
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
        clearTimeout(leaving.get(idle));
        idle.busy = true;
        return idle;
      }
      if (pool.length < MOST_INSTANCES) {
        const env = environmentOf(wanted, credentials(wanted));
        const host = startHost({ ...wanted, code }, env, logOf(wanted));
        const instance = startInstance(host, edition, remove(wanted.id));
        pool.push(instance);
        return instance;
      }
      await new Promise<void>((resolve) => listed(waiting, wanted.id).push(resolve));
    }
  };

  /** Nobody can be given an instance that is about to end: it leaves the pool first. */
  const letGo = (name: string, instance: Instance) => {
    if (instance.busy || listed(pools, name).length === 1) return;
    remove(name)(instance);
    void instance.end();
  };

  const release = (name: string, instance: Instance) => {
    instance.busy = false;
    if (instance.generation !== generation) void instance.end();
    else leaving.set(instance, setTimeout(letGo, idleMilliseconds, name, instance).unref());
    wakeNext(name);
  };

  const known = (called: string): DeployedFunction => {
    const found = current.get(called);
    if (!found) throw new Error(`no function is called ${called}`);
    return found;
  };

  const invoke = async (called: string, event: unknown): Promise<InvocationResult> => {
    const wanted = known(called);
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

  const underWay = new Set<Promise<unknown>>();

  replace(deployed);
  return {
    invoke: async (called, event) => {
      if (stopped) {
        return {
          failure: { errorType: 'Unavailable', errorMessage: 'The local stack is stopping.' },
        };
      }
      const at = Date.now();
      const call = invoke(called, event).then((result) => {
        const failed = result.failure !== undefined;
        listening.called(known(called), { at, milliseconds: Date.now() - at, failed });
        return result;
      });
      underWay.add(call);
      return call.finally(() => underWay.delete(call));
    },
    crash: (called) => {
      const { id } = known(called);
      for (const instance of listed(pools, id)) if (instance.busy) void instance.end();
    },
    replace,
    idle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop: async () => {
      stopped = true;
      await Promise.all([...pools.values()].flat().map((instance) => instance.end()));
      for (const stream of streams.values()) stream.end();
    },
  };
};
