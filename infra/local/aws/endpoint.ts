// Through which gateway does every AWS call of the stack go? Two addresses on this machine: one for all
// services, one for files. Each call is authenticated, authorized, counted, and can be made to fail.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { AwsError } from './aws-error.ts';
import { bodyOf } from './body-of.ts';
import { type Counts, openCounts } from './counts.ts';
import { type Faults, openFaults } from './faults.ts';
import { authorize } from './policies.ts';
import { errorAnswer, type Protocol } from './protocols.ts';
import { acceptForm, isForm } from './s3/post-form.ts';
import type { LocalS3 } from './s3.ts';
import type { AwsAnswer, AwsOperation, AwsRequest, Caller, Service } from './service.ts';
import { authenticate } from './sigv4.ts';

/** The largest request DynamoDB takes (a batch write): no service here takes a larger one. */
const longestCall = 16 * 1024 * 1024;

/** The local S3 holds a whole file in memory; the stack's uploads are far below this. */
const longestFile = 100 * 1024 * 1024;

type AwsEndpointSettings = {
  /** Address of all services but S3; 0 takes a free port. */
  port: number;
  /** Address of S3, which browsers see too; 0 takes a free port. */
  filesPort: number;
  /** Asked at every call: callers may come and go. */
  callers(): Caller[];
  /** By the name in the credential scope: dynamodb, kms, secretsmanager, states, lambda, ses, … Asked at every call. */
  services(): Record<string, Service>;
  s3(): LocalS3;
  now?: () => Date;
  /** Hears of every permission that a caller lacks: the caller may keep it to itself. */
  report?: (what: string) => void;
};

export type AwsEndpoint = {
  url: string;
  filesUrl: string;
  faults: Faults;
  counts: Counts;
  close(): Promise<void>;
};

/** A call whose sender is known and which waits to be judged. */
type Identified = {
  caller: Caller;
  name: string;
  service: Service;
  request: AwsRequest;
  /** The status of a success, where it is not the service's to say. */
  successStatus?: number;
};

/** Serves both addresses on 127.0.0.1 until closed. */
export const startAwsEndpoint = async (settings: AwsEndpointSettings): Promise<AwsEndpoint> => {
  const { services, s3 } = settings;
  const now = settings.now ?? (() => new Date());
  const faults = openFaults();
  const counts = openCounts();

  const identify = async (request: AwsRequest, protocol: Protocol): Promise<Identified> => {
    const callers = settings.callers();
    if (protocol === 'xml' && isForm(request)) {
      const { caller, put, successStatus } = await acceptForm(request, callers, now());
      return { caller, name: 's3', service: s3().service, request: put, successStatus };
    }
    const { caller, service: name } = await authenticate(request, callers, protocol, now());
    const service = protocol === 'xml' ? s3().service : services()[name];
    if (!service || (protocol === 'xml') !== (name === 's3')) {
      throw new AwsError(501, 'NotImplemented', `The service ${name} is not at this address.`);
    }
    return { caller, name, service, request };
  };

  const perform = async (
    { caller, name, service, request, successStatus }: Identified,
    protocol: Protocol,
  ) => {
    let action = `${name}:Unknown`;
    const answer = await orRefusal(protocol, async () => {
      const asked = service(request);
      action = asked.action;
      checkRights(caller, asked, protocol, settings.report);
      faults.strike(caller.name, action, 'before');
      const done = await orRefusal(protocol, async () => {
        const answer = await asked.answer(caller);
        return { ...answer, status: successStatus ?? answer.status };
      });
      // A refusal is an answer too, and may be lost like any other.
      faults.strike(caller.name, action, 'after');
      return done;
    });
    counts.add({ caller: caller.name, service: name, action }, request.body.length, answer);
    return answer;
  };

  const answerTo = async (request: AwsRequest, protocol: Protocol): Promise<AwsAnswer> =>
    orRefusal(protocol, async () => {
      if (protocol === 'xml' && request.method === 'OPTIONS') return s3().preflight(request);
      return perform(await identify(request, protocol), protocol);
    });

  const handle = async (message: IncomingMessage, response: ServerResponse, protocol: Protocol) => {
    const limit = protocol === 'xml' ? longestFile : longestCall;
    const body = await bodyOf(message, limit);
    const request = readRequest(message, body ?? Buffer.alloc(0));
    const answer = body
      ? await answerTo(request, protocol)
      : errorAnswer(protocol, new AwsError(413, 'EntityTooLarge', `More than ${limit} bytes.`));
    response.writeHead(answer.status, {
      ...(hasBody(answer) && { 'content-length': answer.body.length }),
      ...answer.headers,
      ...(protocol === 'xml' && answer.status !== 304 && s3().corsHeaders(request)),
      'x-content-type-options': 'nosniff',
      'x-amz-request-id': randomUUID(),
      ...(!body && { connection: 'close' }),
    });
    response.end(message.method === 'HEAD' ? undefined : answer.body);
  };

  const serve = (protocol: Protocol) =>
    createServer((message, response) => {
      // A caller that hangs up in the middle has nobody left to be answered.
      handle(message, response, protocol).catch(() => response.destroy());
    });

  const [calls, files] = [serve('json'), serve('xml')];
  const url = await listen(calls, settings.port);
  try {
    const filesUrl = await listen(files, settings.filesPort);
    const close = async () => {
      await Promise.all([calls, files].map(stop));
    };
    return { url, filesUrl, faults, counts, close };
  } catch (cause) {
    await stop(calls);
    throw cause;
  }
};

const orRefusal = async (
  protocol: Protocol,
  work: () => Promise<AwsAnswer>,
): Promise<AwsAnswer> => {
  try {
    return await work();
  } catch (cause) {
    const error =
      cause instanceof AwsError ? cause : new AwsError(500, 'InternalFailure', String(cause));
    return errorAnswer(protocol, error);
  }
};

const checkRights = (
  caller: Caller,
  asked: AwsOperation,
  protocol: Protocol,
  report: AwsEndpointSettings['report'],
): void => {
  if (caller.allows === 'everything') return;
  for (const need of asked.needs) {
    const { allowed, why } = authorize(caller.allows, need);
    if (allowed) continue;
    const [status, code] =
      protocol === 'xml' ? [403, 'AccessDenied'] : [400, 'AccessDeniedException'];
    const on = need.resources.join(', ');
    const refusal = `User: ${caller.name} is not authorized to perform: ${need.action} on resource: ${on} because ${why}`;
    report?.(refusal);
    throw new AwsError(status, code, refusal);
  }
};

/** RFC 9110, 6.4.1: these two never have one. The answer to HEAD says for itself how long the file is. */
const hasBody = ({ status }: AwsAnswer): boolean => status !== 204 && status !== 304;

const readRequest = (message: IncomingMessage, body: Buffer): AwsRequest => {
  const [path = '/', query = ''] = (message.url ?? '/').split(/\?(.*)/s);
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (values) headers[name] = values.join(',');
  }
  return {
    method: message.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers,
    body,
  };
};

const listen = async (server: Server, port: number): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return `http://127.0.0.1:${address.port}`;
};

const stop = async (server: Server): Promise<void> => {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
};
