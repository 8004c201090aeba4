// Does the API answer as its contract says? Whatever the suite asks over HTTP is judged on its way back, by one judge; an answer
// that the contract does not know is a failure of the function, so whoever asked hears of it.
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { ROUTES } from '../../../functions/contracts/api.ts';
import { KINDS } from '../../../functions/contracts/problem-answers.ts';
import { Problem, type ProblemCode } from '../../../functions/contracts/problems.ts';
import type { InvocationResult } from '../../../infra/local/lambda/instance.ts';

type Route = Parameters<(typeof KINDS)[number]['has']>[0] & {
  method: string;
  path: string;
  responses: Record<
    string,
    { headers?: object; content?: { 'application/json': { schema: z.ZodType } } }
  >;
};

/** Every code that a route may refuse with. */
const codesOf = (route: Route): ProblemCode[] => [
  ...KINDS.filter(({ has }) => has(route)).flatMap(({ codes }) => codes),
  ...route.refuses,
];

/** By the key that the gateway has for them: `GET /api/me`. */
const ROUTE_OF = new Map(
  Object.values(ROUTES).flatMap((routes) =>
    Object.values(routes as unknown as Record<string, Route>).map((route) => [
      `${route.method.toUpperCase()} ${route.path}`,
      route,
    ]),
  ),
);

const Answer = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isBase64Encoded: z.boolean(),
});
type Answer = z.infer<typeof Answer>;

/** The places where an answer says what its schema does not read as it stands: a schema drops what it does not know. */
const unreadIn = (said: unknown, read: unknown, path: string[] = []): string[] => {
  if (isDeepStrictEqual(said, read)) return [];
  if (!isNode(said) || !isNode(read)) return [path.join('.')];
  const steps = new Set([...Object.keys(said), ...Object.keys(read)]);
  return [...steps].flatMap((step) => unreadIn(said[step], read[step], [...path, step]));
};

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What of an answer the contract does not know; null where it is as it should be. */
export const faultIn = (
  key: string,
  { statusCode, headers, body, ...rest }: Answer,
): string | null => {
  const route = ROUTE_OF.get(key);
  if (route === undefined) return 'no such route';
  if (headers['content-type'] === 'application/problem+json') {
    const { code, status } = Problem.parse(JSON.parse(body));
    if (status !== statusCode) return `${code} says ${status}, its answer ${statusCode}`;
    return codesOf(route).includes(code) ? null : `it may not refuse as ${code}`;
  }
  const said = route.responses[statusCode];
  if (said === undefined) return `it never answers ${statusCode}`;
  if (
    'etag' in headers !== (said.headers !== undefined && 'ETag' in said.headers) &&
    statusCode < 300
  )
    return 'an ETag is said and not there, or there and not said';
  if (said.content === undefined || rest.isBase64Encoded) return null;
  const given: unknown = JSON.parse(body);
  const read = said.content['application/json'].schema.safeParse(given);
  if (!read.success) return z.prettifyError(read.error);
  const unread = unreadIn(given, read.data);
  return unread.length === 0 ? null : `the contract does not have ${unread.join(', ')}`;
};

const RouteKey = z.object({ routeKey: z.string() });

/** The functions, each answer judged. */
export const heldToContract =
  (invoke: (called: string, event: unknown) => Promise<InvocationResult>): typeof invoke =>
  async (called, event) => {
    const result = await invoke(called, event);
    if (result.failure) return result;
    const fault = faultIn(RouteKey.parse(event).routeKey, Answer.parse(result.payload));
    if (fault === null) return result;
    return { failure: { errorType: 'NotInContract', errorMessage: fault } };
  };
