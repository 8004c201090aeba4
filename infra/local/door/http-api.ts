// How does the API answer? As an HTTP API of API Gateway does: the template's routes, its JWT
// authorizer, version 2.0 events, its limits, and its own words when no function is asked.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { InvocationResult } from '../lambda/instance.ts';
import type { DeployedAuthorizer, DeployedRoute } from '../template/assembly.ts';
import { eventOf } from './http-event.ts';

export type HttpApi = {
  /** Answers every request, 404 if no route matches. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** The most that an HTTP API takes in. */
const REQUEST_BYTES = 10 * 1024 * 1024;

/** An answer that the gateway itself gives; the words are AWS's. */
class GatewayAnswer extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  constructor(status: number, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

/** A request that was answered: by which route (`-` where there is none), with which status, after how long. */
type Answered = { routeKey: string; status: number; milliseconds: number };

type Route = DeployedRoute & { method: string; pattern: RegExp; weight: number };
type Match = { route: Route; parameters: Record<string, string> };

/** `/api/reports/{reportId}` becomes a pattern with a group per parameter; `{proxy+}` takes the rest. */
const routeOf = (deployed: DeployedRoute): Route => {
  const [method = 'ANY', path = ''] = deployed.key === '$default' ? [] : deployed.key.split(' ');
  if (deployed.key === '$default') return { ...deployed, method, pattern: /^/, weight: -1 };
  const source = path
    .split('/')
    .map((part) => {
      const name = part.match(/^\{(\w+)(\+?)\}$/);
      if (!name) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return name[2] ? `(?<${name[1]}>.+)` : `(?<${name[1]}>[^/]+)`;
    })
    .join('/');
  // The most specific route wins: fixed parts before parameters, a named method before ANY.
  const fixed = path.split('/').filter((part) => !part.startsWith('{')).length;
  const weight = fixed * 4 + (path.includes('+}') ? 0 : 2) + (method === 'ANY' ? 0 : 1);
  return { ...deployed, method, pattern: new RegExp(`^${source}$`), weight };
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // The rest is read and dropped, so that the client hears the answer.
    if (bytes <= REQUEST_BYTES) chunks.push(chunk);
  }
  if (bytes > REQUEST_BYTES) throw new GatewayAnswer(413, 'Request Entity Too Large');
  return Buffer.concat(chunks);
};

/** Claims reach the function as texts, lists in square brackets. */
const claimsOf = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const keysOf = async (issuer: string): Promise<KeySet> => {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = (await answer.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(jwks_uri));
};

const authorize = async (
  { issuer, audience }: DeployedAuthorizer,
  header: string | undefined,
  keys: (issuer: string) => Promise<KeySet>,
): Promise<Record<string, string>> => {
  const unauthorized = (reason: string) =>
    new GatewayAnswer(401, 'Unauthorized', { 'www-authenticate': `Bearer${reason}` });
  const token = header?.replace(/^Bearer /i, '');
  if (!token) throw unauthorized('');
  try {
    const { payload } = await jwtVerify(token, await keys(issuer), {
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
    });
    // Cognito's access tokens name the client in client_id and carry no aud.
    const meant = payload.aud === undefined ? [payload.client_id] : [payload.aud].flat();
    if (meant.some((one) => audience.includes(String(one)))) return claimsOf(payload);
    throw new errors.JWTInvalid('the token is for another audience');
  } catch (error) {
    if (error instanceof errors.JOSEError) {
      throw unauthorized(
        ` error="invalid_token" error_description="${error.message.replaceAll('"', "'")}"`,
      );
    }
    throw error;
  }
};

type Result = {
  statusCode?: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};

const give = (response: ServerResponse, payload: unknown) => {
  const isResult = typeof payload === 'object' && payload !== null && 'statusCode' in payload;
  const result: Result = isResult
    ? (payload as Result)
    : { statusCode: 200, body: typeof payload === 'string' ? payload : JSON.stringify(payload) };
  response.statusCode = Number(result.statusCode);
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    response.setHeader(name, String(value));
  }
  if (result.cookies?.length) response.setHeader('set-cookie', result.cookies);
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'));
};

const refuse = (response: ServerResponse, { status, message, headers }: GatewayAnswer) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ message }));
};

const withinTime = async (
  outcome: Promise<InvocationResult>,
  milliseconds: number,
): Promise<InvocationResult> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new GatewayAnswer(503, 'Service Unavailable')), milliseconds);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * `invoke` asks a function by its ARN. `report` hears of failures that the client is not told of, `answered` of every
 * request.
 */
export const createHttpApi = (
  routes: () => DeployedRoute[],
  invoke: (functionArn: string, event: unknown) => Promise<InvocationResult>,
  report: (what: string) => void,
  answered: (request: Answered) => void = () => {},
): HttpApi => {
  const keySets = new Map<string, Promise<KeySet>>();
  const keys = (issuer: string): Promise<KeySet> => {
    const known = keySets.get(issuer) ?? keysOf(issuer);
    keySets.set(issuer, known);
    return known;
  };

  let read: { from: DeployedRoute[]; routes: Route[] } | undefined;
  /** The heaviest first; read anew when others are deployed. */
  const inOrder = (): Route[] => {
    const from = routes();
    if (read?.from !== from) {
      const all = from.map(routeOf).sort((one, other) => other.weight - one.weight);
      read = { from, routes: all };
    }
    return read.routes;
  };

  const match = (method: string, path: string): Match | undefined => {
    for (const route of inOrder()) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const found = route.pattern.exec(path);
      if (!found) continue;
      const groups = Object.entries(found.groups ?? {});
      const parameters = groups.map(([name, value]) => [name, decode(value)]);
      return { route, parameters: Object.fromEntries(parameters) };
    }
    return undefined;
  };

  /** Says by `led` to which route it has led. */
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    led: (routeKey: string) => void,
  ) => {
    const url = new URL(request.url ?? '/', 'http://local');
    const body = await bodyOf(request);
    const matched = match(request.method ?? 'GET', url.pathname);
    if (!matched) throw new GatewayAnswer(404, 'Not Found');
    led(matched.route.key);
    const { authorizer, functionArn, timeoutMilliseconds } = matched.route;
    const claims = authorizer && (await authorize(authorizer, request.headers.authorization, keys));
    const event = eventOf(
      request,
      { routeKey: matched.route.key, parameters: matched.parameters },
      url,
      body,
      claims,
    );
    const { payload, failure } = await withinTime(invoke(functionArn, event), timeoutMilliseconds);
    if (!failure) {
      give(response, payload);
      return;
    }
    report(`${matched.route.key}: ${failure.errorType}: ${failure.errorMessage}`);
    if (failure.errorType === 'RequestEntityTooLargeException') {
      throw new GatewayAnswer(413, 'Request Too Long');
    }
    const isTimeout = failure.errorType === 'Sandbox.Timedout';
    throw new GatewayAnswer(
      isTimeout ? 503 : 500,
      isTimeout ? 'Service Unavailable' : 'Internal Server Error',
    );
  };

  return {
    handle: async (request, response) => {
      const at = performance.now();
      let routeKey = '-';
      try {
        await answer(request, response, (key) => {
          routeKey = key;
        });
      } catch (error) {
        if (!(error instanceof GatewayAnswer)) report(String(error));
        refuse(
          response,
          error instanceof GatewayAnswer ? error : new GatewayAnswer(500, 'Internal Server Error'),
        );
      }
      const milliseconds = performance.now() - at;
      answered({ routeKey, status: response.statusCode, milliseconds });
    },
  };
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new GatewayAnswer(400, 'Bad Request');
  }
};
