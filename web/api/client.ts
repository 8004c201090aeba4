// How does the web call the API? By the contract's own routes; they are types here and cost no byte. Only the files beside
// this one do, one for each of `functions/contracts/routes/`, with a function of each route's own name.
import type { OpenAPIHono, RouteConfig } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { hc, type InferRequestType } from 'hono/client';
import type { BlankEnv, Schema } from 'hono/types';
import type { ROUTES } from '../../functions/contracts/api.ts';
import { configuration } from '../session/configuration.ts';
import { accessToken, renewQuietly } from '../session/session.ts';
import { ProblemError, problemOf } from './problem.ts';

declare const app: OpenAPIHono;
type SchemaOf<Route> = Route extends RouteConfig
  ? ReturnType<typeof app.openapi<Route>> extends OpenAPIHono<BlankEnv, infer Each>
    ? Each
    : never
  : never;
/** Many routes' schemas as one that has them all. */
type AllOf<Each> = (Each extends Schema ? (each: Each) => void : never) extends (
  all: infer All extends Schema,
) => void
  ? All
  : never;
type RouteOf<Routes> = Routes[keyof Routes];
type EachRoute = {
  [Function in keyof typeof ROUTES]: RouteOf<(typeof ROUTES)[Function]>;
}[keyof typeof ROUTES];
type Api = Hono<BlankEnv, AllOf<SchemaOf<EachRoute>>>;

/**
 * W3C Trace Context: the name under which the system's log has what this sets off. A press and its repetitions have one, as they
 * have one key; a reading has one of its own.
 */
const traceParent = (key: string | null): string => {
  const traceId = (key ?? crypto.randomUUID()).replaceAll('-', '');
  return `00-${traceId}-${traceId.slice(16)}-00`;
};

const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  const headers = new Headers(init?.headers);
  const token = accessToken();
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  headers.set('traceparent', traceParent(headers.get('idempotency-key')));
  try {
    return await fetch(input, { ...init, headers });
  } catch (cause) {
    throw new ProblemError('offline', {}, { cause });
  }
};

/** Sends with the sign-in; an ended one is renewed once without a question. Anything but success throws a ProblemError. */
const signedFetch: typeof fetch = async (input, init) => {
  let answer = await send(input, init);
  if (answer.status === 401) {
    const problem = await problemOf(answer);
    if (problem.code !== 'signed_out' || !(await renewQuietly())) throw problem;
    answer = await send(input, init);
  }
  if (!answer.ok) throw await problemOf(answer);
  return answer;
};

/** The routes say `/api` themselves. */
const above = new URL('.', new URL(configuration.apiBase, location.origin)).href;

/** The API, route by route. */
export const api = hc<Api>(above, { fetch: signedFetch }).api;

/** What a route wants to be told in its body. */
export type Said<Endpoint> = InferRequestType<Endpoint> extends { json: infer Body } ? Body : never;

/** What an answer says; failures have been thrown before. */
export const read = async <Body>(answer: Promise<{ json(): Promise<Body> }>): Promise<Body> =>
  (await answer).json();

/** A revision as If-Match wants it. */
export const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` });

/** What was seen, where there is no revision. */
export const ifUnchanged = (version: string) => ({ 'if-match': `"${version}"` });

/** The name of a press, which makes repeating it harmless. */
export const pressed = (key: string) => ({ 'idempotency-key': key });
