// What do all routes have in common? Problems as answers, revisions as ETags, keys that make a press repeatable, bounded lists.
// A required header that is missing or malformed is answered with 400 and named; a value in path, query or body, 422.
import { createRoute, z } from '@hono/zod-openapi';
import { LONGEST_SEARCH } from '../domain/content/lengths.ts';
import { Reason } from '../domain/content/text.ts';
import { OfficeDay } from '../domain/office-calendar.ts';
import type { RefusalCode } from '../domain/refusal.ts';

export const IdempotencyKey = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .meta({
      description:
        'A name for this press, made anew for each: sent again with the same body, it has no second effect, and for a day it gets the same answer.',
      examples: ['4f7c1a52-2f5e-4a53-9d0e-6a1d3f0c8b11'],
    }),
});

export const IfMatch = z.object({
  'if-match': z
    .string()
    .regex(/^"\d{1,9}"$/)
    .meta({
      description:
        'The revision on which this goes on, the ETag of its answer. Another one there is 412, with that among the facts; a save of what stands there already is as good as the first.',
      examples: ['"7"'],
    }),
});

/** Of what carries no revision. */
export const IfUnchanged = z.object({
  'if-match': z
    .string()
    .regex(/^"[0-9a-f]{64}"$/)
    .meta({
      description:
        'The version on which this goes on, the ETag of its answer. Another one there is 412.',
      examples: [`"${'0'.repeat(64)}"`],
    }),
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

/** Why somebody presses what cannot be pressed without a reason. */
export const GivenReason = z.strictObject({ reason: Reason.describe('Not blank') });

/** What somebody types to find a document. */
export const Words = z.string().max(LONGEST_SEARCH);

/** Days of the office, both with it. */
export const DaysQuery = z.strictObject({
  from: OfficeDay.optional(),
  until: OfficeDay.optional().describe('Not before `from`'),
});

/** Of days that end before they begin there is nothing to list: an empty page would hide the mistake. */
export const daysInOrder = <Query extends z.ZodType<z.infer<typeof DaysQuery>>>(query: Query) =>
  query.refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    message: 'before from',
  });

/** In which order a register's rows stand, by number. */
export const NumberOrder = z.enum(['ascending', 'descending']);

/** A page of a year's register: all of it, some days, or the rows that have some words. */
export const RegisterQuery = PageQuery.extend({
  ...DaysQuery.shape,
  year: whole(2000, 2200),
  words: Words.default(''),
  order: NumberOrder.default('ascending').describe('What is found by words comes as it is found'),
});

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** The same, with what it is to be changed by as ETag: the revision of a report, or the version of an entry. */
export const tagged = <Answer extends object>(
  answer: Answer,
  tag: 'Revision' | 'Version' | 'Document',
) => ({
  ...answer,
  headers: { ETag: { $ref: `#/components/headers/${tag}` } },
});

type Config = Parameters<typeof createRoute>[0] & { refuses?: readonly RefusalCode[] };

/**
 * `security` is the sign-in unless the route says that it is public. `refuses`: why it may say no, besides what every route of
 * its kind may (`problem-answers.ts`).
 */
export const route = <const R extends Config>(config: R) =>
  createRoute({
    security: [{ signIn: [] }],
    refuses: [],
    ...config,
    request: { query: NoQuery, ...config.request },
  } as unknown as R & { responses: R['responses'] });
