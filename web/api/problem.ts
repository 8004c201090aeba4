// What went wrong with a call? The API's problem (RFC 9457), the gateway's bare refusal, or no answer at all.
import type { Problem, ProblemCode } from '../../functions/contracts/problems.ts';

/** Everything that can go wrong as seen from here: the API may also be out of reach. */
export type TroubleCode = ProblemCode | 'offline';
export type FieldPath = (string | number)[];

/** A call that failed. What to tell the person is said by `code`; `fields` are paths into the report's content. */
export class ProblemError extends Error {
  readonly code: TroubleCode;
  readonly fields: NonNullable<Problem['fields']>;
  readonly facts: NonNullable<Problem['facts']>;
  /** By which a mistake of the system is found in its log: what a person can read out to whoever looks after it. */
  readonly incident: string | null;
  constructor(
    code: TroubleCode,
    {
      fields = [],
      facts = {},
      incident = null,
    }: Pick<Problem, 'fields' | 'facts'> & { incident?: string | null } = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'ProblemError';
    this.code = code;
    this.fields = fields;
    this.facts = facts;
    this.incident = incident;
  }
}

/** What the gateway itself answers has no code of ours. */
const CODE_OF_STATUS: Record<number, ProblemCode> = {
  401: 'signed_out',
  403: 'not_permitted',
  404: 'route_not_found',
  413: 'content_too_large',
};

/** Where the content lies in a request is of no interest to a form. */
const ENVELOPES: FieldPath = ['body', 'json', 'content'];
const withoutEnvelope = (path: FieldPath): FieldPath => {
  const [first, ...rest] = path;
  return first !== undefined && ENVELOPES.includes(first) ? withoutEnvelope(rest) : path;
};

/** Eight digits of thirty-two: enough to find one of a million a day, and few enough to read out. */
const incidentOf = (answer: Response): string | null =>
  answer.headers.get('x-correlation-id')?.slice(0, 8) ?? null;

export const problemOf = async (answer: Response): Promise<ProblemError> => {
  const isProblem = answer.headers.get('content-type')?.includes('application/problem+json');
  if (!isProblem) return new ProblemError(CODE_OF_STATUS[answer.status] ?? 'unavailable');
  const { code, fields, facts } = (await answer.json()) as Problem;
  return new ProblemError(code, {
    fields: fields?.map((field) => ({ ...field, path: withoutEnvelope(field.path) })),
    facts,
    ...(code === 'internal' && { incident: incidentOf(answer) }),
  });
};

/** May the same call succeed in a moment? */
export const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError && ['offline', 'unavailable'].includes(error.code);

/** Twice more, then the person is told and may ask or press again. */
const RETRIES = 2;

/** A refusal stays a refusal; a hiccup is worth another try. */
export const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  failures < RETRIES && isPassing(error);

/** Does signing in again help? */
export const wantsSignIn = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && ['signed_out', 'sign_in_stale'].includes(error.code);
