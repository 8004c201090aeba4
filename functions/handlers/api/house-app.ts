// What do all APIs of the house share? Who is asking, one answer for one press, and every refusal as a problem.

import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import {
  OTHER_PROBLEMS,
  type Problem,
  type ProblemCode,
  STATUS_OF,
} from '../../contracts/problems.ts';
import { sha256 } from '../../domain/canonical-hash.ts';
import { type FieldProblem, problemsIn } from '../../domain/field-problem.ts';
import type { Press } from '../../domain/press.ts';
import { Refusal, Unavailable } from '../../domain/refusal.ts';
import { FRESH_SECONDS } from '../../domain/workflow/fresh-sign-in.ts';
import { wrongIn } from '../../domain/written-later.ts';
import type { Presses } from '../../use-cases/ports.ts';
import { type Caller, identify } from '../../use-cases/reading/identify.ts';
import type { WorldOf } from '../../use-cases/world.ts';
import { log, logError, origin } from '../log.ts';
import { isJson } from './media-type.ts';

/** What hono/aws-lambda binds, and what the house adds to it. */
export type House = {
  Bindings: { event: LambdaEvent; lambdaContext: LambdaContext };
  Variables: { caller: Caller };
};

/** What an API needs besides its use cases, to know who is asking; and to answer each press once. */
const READING = ['directory', 'clock'] as const;
const PRESSING = [...READING, 'presses'] as const;

const statusOf = (code: ProblemCode): number =>
  code in OTHER_PROBLEMS
    ? OTHER_PROBLEMS[code as keyof typeof OTHER_PROBLEMS]
    : STATUS_OF[code as keyof typeof STATUS_OF];

/** Seconds: longer than a shard that is busy or a function that starts takes, and less than a person waits. */
const SOON = 2;

/** What is to be done about a status, in the words of HTTP. RFC 6750, 3: how to sign in; RFC 9470, 3: how fresh it must be. */
const headersOf = (code: ProblemCode, status: number): Record<string, string> => {
  if (code === 'sign_in_stale')
    return {
      'www-authenticate': `Bearer error="insufficient_user_authentication", max_age="${FRESH_SECONDS}"`,
    };
  if (status === 401) return { 'www-authenticate': 'Bearer' };
  return status === 503 ? { 'retry-after': String(SOON) } : {};
};

type ProblemDetails = Pick<Problem, 'detail' | 'fields' | 'facts'>;

/** RFC 9457. The type is the code; what it means in people's words is the screens' business. */
export const problem = (code: ProblemCode, details: ProblemDetails = {}): Response => {
  const status = statusOf(code);
  const { correlationId } = origin();
  const body: Problem = {
    type: `urn:trinh-ky:problem:${code}`,
    title: code.replaceAll('_', ' '),
    status,
    code,
    ...(correlationId !== undefined && { instance: `urn:trinh-ky:incident:${correlationId}` }),
    ...details,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headersOf(code, status),
    },
  });
};

const answerError = (error: Error): Response => {
  if (error instanceof Refusal) {
    const { message: detail, fields, facts } = error.details;
    log('info', 'refused', { code: error.code });
    return problem(error.code, {
      ...(detail && { detail }),
      ...(fields && { fields }),
      ...(facts && { facts }),
    });
  }
  if (error instanceof Unavailable) {
    log('warn', 'must wait', { error: error.message });
    return problem('unavailable');
  }
  // Hono throws one for a body that is no JSON, and for nothing else here.
  if (error instanceof HTTPException && error.status === 400) return problem('body_malformed');
  logError('failed', error, error instanceof z.ZodError ? { problems: wrongIn(error) } : {});
  return problem('internal');
};

/** A header that is missing has a code of its own, so that a program knows what to send. */
const MISSING_HEADERS: Record<string, ProblemCode> = {
  'if-match': 'revision_missing',
  'idempotency-key': 'idempotency_key_missing',
};

/** Whatever is wrong with a header is 400 and names it: what it goes with has not been looked at. */
const headerProblem = (context: Context<House>, fields: FieldProblem[]): Response => {
  const name = String(fields[0]?.path[0]);
  const missing = context.req.header(name) ? undefined : MISSING_HEADERS[name];
  return problem(missing ?? 'header_invalid', { fields });
};

/** Whoever has more begins with these. */
const MOST_PROBLEMS = 100;

const answerInvalid = (
  result:
    | { success: true }
    | {
        success: false;
        error: z.core.$ZodError;
        target: string;
        /** What was sent: the validator gives it, and its type is silent about it. */
        data?: unknown;
      },
  context: Context<House>,
): Response | undefined => {
  if (result.success) return undefined;
  const fields = problemsIn(result.error, result.data).slice(0, MOST_PROBLEMS);
  if (result.target === 'header') return headerProblem(context, fields);
  const isUnprintable = fields.some(({ wrong }) => wrong?.what === 'unprintable');
  return problem(isUnprintable ? 'text_unprintable' : 'input_invalid', { fields });
};

const Claims = z.object({ sub: z.string(), auth_time: z.coerce.number() });

/** The gateway has checked the token; who its subject is here, the directory says. */
const identifyCaller =
  (ports: WorldOf<typeof READING>): MiddlewareHandler<House> =>
  async (context, next) => {
    const { requestContext } = context.env.event;
    const jwt = 'authorizer' in requestContext ? requestContext.authorizer : undefined;
    const claims = Claims.safeParse(jwt && 'jwt' in jwt ? jwt.jwt?.claims : undefined);
    if (!claims.success) throw new Refusal('signed_out');
    const { sub: subject, auth_time: authTime } = claims.data;
    context.set('caller', await identify(ports, { subject, authTime }));
    await next();
  };

/**
 * The longest body, in bytes. A function's answer ends at 6 MB and gives the words back with every quote escaped, which
 * may double them; a report of 40 pages has a tenth of it.
 */
const LONGEST_BODY = 2 * 1024 * 1024;

/**
 * Whatever has a body has it as JSON, and so short that it can be given back, or is as long as it may be. What was judged here is said in one way
 * from here on: the routes' own look at the type is narrower than RFC 9110. Without a body there is nothing to have one.
 */
export const onlyJson =
  (limit: number = LONGEST_BODY): MiddlewareHandler<House> =>
  async (context, next) => {
    const body = await context.req.text();
    const { headers } = context.req.raw;
    if (body === '') headers.delete('content-type');
    else if (isJson(headers.get('content-type') ?? ''))
      headers.set('content-type', 'application/json');
    else return problem('media_type_unsupported');
    const bytes = Buffer.byteLength(body);
    if (bytes > limit) throw new Refusal('content_too_large', { facts: { bytes, limit } });
    await next();
  };

/** Done is done, whether its answer can be kept or not. */
const remember = async (presses: Presses, press: Press, response: Response): Promise<void> => {
  const { status, headers } = response;
  const body = await response.clone().text();
  try {
    await presses.remember(press, { status, headers: Object.fromEntries(headers), body });
  } catch (error) {
    log('warn', 'an answer was not kept', { error: error instanceof Error ? error.name : null });
  }
};

/**
 * The same press gets the same answer; one whose answer was lost is carried out anew, and its use case finds what it has
 * done (`press-once.ts`). What was refused changed nothing and may be sent again.
 */
const answerOnce =
  ({ presses }: WorldOf<typeof PRESSING>): MiddlewareHandler<House> =>
  async (context, next) => {
    if (context.req.method !== 'POST') return next();
    const said = context.req.header('idempotency-key');
    if (!said) return headerProblem(context, [{ path: ['idempotency-key'], message: 'missing' }]);
    const caller = context.get('caller');
    const what = [context.req.path, context.req.header('if-match') ?? '', await context.req.text()];
    const press = {
      personId: caller.person.id,
      key: sha256(said),
      hash: sha256(what.join('\n')),
      at: caller.at,
    };
    const { answer, effect } = await presses.find(press);
    if (answer !== null) {
      const { status, headers, body } = answer;
      return new Response(body, { status, headers });
    }
    context.set('caller', { ...caller, press, pressed: effect });
    await next();
    if (context.res.ok) await remember(presses, press, context.res);
  };

const bareApp = () => {
  const app = new OpenAPIHono<House>({ defaultHook: answerInvalid });
  app.onError(answerError);
  app.notFound(() => problem('route_not_found'));
  app.use(async (context, next) => {
    await next();
    // What one person may see must not be kept for another, and what anyone may see is another tomorrow.
    if (!context.res.headers.has('cache-control'))
      context.res.headers.set('cache-control', 'no-store');
  });
  return app;
};

/** An API for people who are signed in, and press nothing. */
export const readingApp = (ports: WorldOf<typeof READING>): OpenAPIHono<House> => {
  const app = bareApp();
  app.use(identifyCaller(ports), onlyJson());
  return app;
};
readingApp.needs = READING;

/** An API for people who are signed in, and press. */
export const houseApp = (ports: WorldOf<typeof PRESSING>): OpenAPIHono<House> => {
  const app = bareApp();
  app.use(identifyCaller(ports), onlyJson(), answerOnce(ports));
  return app;
};
houseApp.needs = PRESSING;

/** An API for anyone. */
export const publicApp = (): OpenAPIHono<House> => bareApp();
