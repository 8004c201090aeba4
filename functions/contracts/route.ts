// What do all routes have in common? Problems as answers, revisions as ETags, keys that make a press repeatable, bounded lists.
// A required header that is missing or malformed is answered with 400 and named; a value in path, query or body, 422.
import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_SEARCH } from '../domain/content/lengths.ts';
import { OfficeDay } from '../domain/office-calendar.ts';
import { Problem } from './problems.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/** Every refusal a route may answer with, whatever its code. */
const problems = {
  400: problem('The request is not well formed'),
  401: problem('Nobody is signed in, or the sign-in is not fresh enough to sign'),
  403: problem('This person may not do that'),
  404: problem('Not there, or not for this person to know of'),
  409: problem('Not in this state'),
  412: problem('Somebody else was faster; the present revision is among the facts'),
  413: problem('Too large'),
  415: problem('Not JSON'),
  422: problem('Some fields are wrong; each is named'),
  503: problem('Try again in a moment'),
};

/** A write says its own name: the same key and body get the same answer, without a second effect. */
export const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .openapi({ example: '4f7c1a52-2f5e-4a53-9d0e-6a1d3f0c8b11' }),
});

/** A save says which revision it saw: `"7"`. */
export const IfMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/)
    .openapi({ example: '"7"' }),
});

/** A save of what carries no revision says what it saw by its version. */
export const IfUnchanged = z.object({
  'if-match': z
    .string()
    .regex(/^"[0-9a-f]{64}"$/)
    .openapi({ example: `"${'0'.repeat(64)}"` }),
});

/** A whole number in an address, in digits alone: `Number` would also take `0x10`, `1e1` and a blank. */
export const whole = (least: number, most: number) =>
  z.preprocess(
    (said) => (typeof said === 'string' && /^\d{1,9}$/.test(said) ? Number(said) : said),
    z.number().int().min(least).max(most),
  );

/** A query has no names that nobody asked for: a mistyped filter would list everything. */
const NoQuery = z.strictObject({});

/** Pages of 1 to 100, 50 unless said; a cursor is what the last answer gave. */
export const PageQuery = z.strictObject({
  limit: whole(1, 100).default(50),
  cursor: z.string().max(2000).optional(),
});

/** What somebody types to find a document. */
export const Words = z.string().max(LONGEST_SEARCH);

/** Days of the office, both with it. */
export const DaysQuery = z.strictObject({
  from: OfficeDay.optional(),
  until: OfficeDay.optional(),
});

/** Of days that end before they begin there is nothing to list: an empty page would hide the mistake. */
export const daysInOrder = <Query extends z.ZodType<z.infer<typeof DaysQuery>>>(query: Query) =>
  query.refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    message: 'before from',
  });

/** A page of a year's register: all of it, some days, or the rows that have some words. */
export const RegisterQuery = PageQuery.extend({
  ...DaysQuery.shape,
  year: whole(2000, 2200),
  words: Words.default(''),
});

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** A route with the house's problems; `security` is the sign-in unless the route says it is public. */
export const route = <const R extends Parameters<typeof createRoute>[0]>(config: R) =>
  createRoute({
    security: [{ signIn: [] }],
    ...config,
    request: { query: NoQuery, ...config.request },
    responses: { ...problems, ...config.responses } as R['responses'],
  } as R & { responses: R['responses'] });
