// What is wrong at one place of what was sent, said so that screens can word it: which limit, and by how much?
import * as z from 'zod';

/** What needs no number and no word besides. */
export const WrongAltogether = z.object({
  what: z.enum([
    'missing',
    /** Together with the rest, more than one record can hold. */
    'tooBig',
    'repeated',
    /** Of who is to get it: not in the directory, or not any more. */
    'notKnown',
    'gone',
    /** Of an attached file. */
    'notUploaded',
    'notAsNamed',
    /** Written otherwise than it must be; how is known by the place. */
    'malformed',
  ]),
});

/** Lengths are UTF-16 units, as every limit here is. */
export const Wrong = z.discriminatedUnion('what', [
  WrongAltogether,
  z.object({ what: z.literal('tooLong'), is: z.number().int(), most: z.number().int() }),
  z.object({ what: z.literal('tooMany'), is: z.number().int(), most: z.number().int() }),
  z.object({ what: z.literal('tooLarge'), most: z.number() }),
  z.object({ what: z.literal('tooSmall'), least: z.number() }),
  /** `sign`: the first one that the paper's font does not have. */
  z.object({ what: z.literal('unprintable'), sign: z.string() }),
  /** What the decree's check says of it. */
  z.object({ what: z.literal('found'), vi: z.string(), en: z.string() }),
]);
export type Wrong = z.infer<typeof Wrong>;

export type FieldPath = (string | number)[];

/** `message` is for programs and logs. Without `wrong` the refusal's own code says what there is to say. */
export type FieldProblem = { path: FieldPath; message: string; wrong?: Wrong | undefined };

/** What stands at a place, or undefined. */
export const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (within, step) =>
      typeof within === 'object' && within !== null
        ? (within as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const wrongOf = (issue: z.core.$ZodIssue, value: unknown): Wrong => {
  if (issue.code === 'custom') {
    const said = Wrong.safeParse(issue.params?.wrong);
    return said.success ? said.data : { what: 'malformed' };
  }
  if (issue.code === 'too_big') {
    const most = Number(issue.maximum);
    if (typeof value === 'string') return { what: 'tooLong', is: value.length, most };
    if (Array.isArray(value)) return { what: 'tooMany', is: value.length, most };
    return { what: 'tooLarge', most };
  }
  if (isEmpty(value)) return { what: 'missing' };
  if (issue.code === 'too_small') return { what: 'tooSmall', least: Number(issue.minimum) };
  return { what: 'malformed' };
};

/** Every place where `input` is not what its schema says; what nobody asked for, by its own name. */
export const problemsIn = (error: z.core.$ZodError, input: unknown): FieldProblem[] =>
  error.issues.flatMap((issue): FieldProblem[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    const { message } = issue;
    if (issue.code === 'unrecognized_keys') {
      const wrong: Wrong = { what: 'malformed' };
      return issue.keys.map((key) => ({ path: [...path, key], message, wrong }));
    }
    return [{ path, message, wrong: wrongOf(issue, valueAt(input, path)) }];
  });
