// With which problems may a route answer? With those of all routes of its kind, with what it alone refuses, and with the gateway's.
import type { ProblemCode } from './problems.ts';

/** What each status means here, whatever the code. */
export const MEANING: Record<number, string> = {
  400: 'the request is not well formed',
  401: 'nobody is signed in, or the sign-in is not fresh enough to sign',
  403: 'this person may not do that, or the call did not come by the address of the app',
  404: 'not there, or not for this person to know of',
  409: 'not in this state',
  412: 'somebody else was faster; the present revision is among the facts',
  413: 'too large',
  415: 'not JSON',
  422: 'some fields are wrong; each is named',
  429: 'too many requests at once, in the gateway’s words',
  500: 'a mistake of the system',
  503: 'try again in a moment',
};

/** What is asked of a route to know with which problems it may answer. */
type Asked = {
  security: readonly object[];
  request: { query?: { shape: object }; headers?: { shape: object }; body?: object };
  refuses: readonly ProblemCode[];
};

/** A kind of routes, and what each of them may be refused as. */
type Kind = { called: string; codes: ProblemCode[]; has(route: Asked): boolean };

export const KINDS: Kind[] = [
  {
    called: 'any',
    codes: ['door_wrong', 'input_invalid', 'internal', 'unavailable'],
    has: () => true,
  },
  {
    called: 'one that asks for a sign-in',
    codes: ['signed_out', 'person_unknown', 'media_type_unsupported', 'content_too_large'],
    has: ({ security }) => security.length > 0,
  },
  {
    called: 'one with a body',
    codes: ['body_malformed', 'media_type_unsupported', 'content_too_large'],
    has: ({ request }) => request.body !== undefined,
  },
  {
    called: 'one with a cursor',
    codes: ['cursor_invalid'],
    has: ({ request }) => 'cursor' in (request.query?.shape ?? {}),
  },
  {
    called: 'one with Idempotency-Key',
    codes: ['idempotency_key_missing', 'idempotency_key_reused', 'header_invalid'],
    has: ({ request }) => 'idempotency-key' in (request.headers?.shape ?? {}),
  },
  {
    called: 'one with If-Match',
    codes: ['revision_missing', 'header_invalid'],
    has: ({ request }) => 'if-match' in (request.headers?.shape ?? {}),
  },
];
