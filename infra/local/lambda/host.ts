// What runs inside a function's own worker or process: one bundle, asked for one event at a time.
// It is started by functions.ts with the function's environment and nothing else.
import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { HostReply, Invocation } from './instance.ts';

/** Lambda's limit for what goes in and out of a function, 6 MB as AWS counts them. */
const PAYLOAD_BYTES = 6_291_556;

const send = (answer: HostReply) => {
  if (parentPort) parentPort.postMessage(answer);
  else process.send?.(answer);
};

const failureOf = (error: unknown) =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, stack: error.stack }
    : { errorType: 'Error', errorMessage: String(error) };

/** As Lambda's own runtime logs what a function throws, where the log is JSON: it stands there too, message and all. */
const logFailure = (message: string, error: unknown, requestId?: string) => {
  const { errorType, errorMessage, stack } = failureOf(error) as ReturnType<typeof failureOf> & {
    stack?: string;
  };
  const timestamp = new Date().toISOString();
  const stackTrace = stack?.split('\n');
  const line = {
    timestamp,
    level: 'ERROR',
    requestId,
    message,
    errorType,
    errorMessage,
    stackTrace,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
};

const [module, exported] = (
  parentPort ? (workerData as [string, string]) : (process.argv.slice(2) as [string, string])
) satisfies [string, string];

/**
 * What V8 makes of a bundle is kept beside the bundles, by their content: the next start of the same takes two thirds of the
 * processor's time. A bundle's own folder is what is deployed, so nothing is put there.
 */
enableCompileCache(join(dirname(module), '..', 'compiled'));

type Handler = (event: unknown, context: object) => Promise<unknown>;
let handler: Handler | undefined;

const carryOut = async ({ id, event, context }: Invocation) => {
  const { deadline, ...facts } = context;
  try {
    const result = await handler?.(JSON.parse(event), {
      ...facts,
      callbackWaitsForEmptyEventLoop: true,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    });
    const payload = JSON.stringify(result ?? null);
    if (Buffer.byteLength(payload) > PAYLOAD_BYTES) {
      send({
        id,
        failure: {
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage: `Response payload size exceeded maximum allowed payload size (${PAYLOAD_BYTES} bytes).`,
        },
      });
      return;
    }
    send({ id, payload });
  } catch (error) {
    logFailure('Invoke Error', error, id);
    send({ id, failure: failureOf(error) });
  }
};

/** Kept when the first event has been answered, so that what only an event needs is in it; for a kept one nothing is written. */
let isKept = false;
const answer = async (invocation: Invocation) => {
  await carryOut(invocation);
  if (!isKept) flushCompileCache();
  isKept = true;
};

if (parentPort) {
  parentPort.on('message', answer);
} else {
  process.on('message', answer);
  // The local stack is gone: so is this process.
  process.on('disconnect', () => process.exit(0));
}

try {
  // As Lambda does: what is CommonJS is required. Importing it would first look for its exports, which takes 4 MB for good.
  const bundle = module.endsWith('.cjs')
    ? createRequire(import.meta.url)(module)
    : await import(pathToFileURL(module).href);
  handler = bundle[exported] as Handler;
  if (typeof handler !== 'function') throw new TypeError(`${module} exports no ${exported}`);
  send({ ready: true });
} catch (error) {
  logFailure('Uncaught Exception', error);
  send({ ready: false, failure: { ...failureOf(error), errorType: 'Runtime.ImportModuleError' } });
}
