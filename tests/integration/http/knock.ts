// What does the house say to a request that no proper client would send? Any headers, any bytes, and the refusal as it came.
import { randomUUID } from 'node:crypto';
import type { Problem } from '../../../functions/contracts/problems.ts';

export type Refusal = {
  status: number;
  type: string | null;
  /** The stable code and the wrong fields as `content.blocks.0`; null when the answer is no problem of ours. */
  code: string | null;
  fields: string[];
  facts: Problem['facts'];
};

export type Knocking = {
  token: string;
  method?: string;
  path: string;
  /** A header that is null is left out. */
  headers?: Record<string, string | null>;
  /** Sent as it is, if it is text or bytes; otherwise as JSON. */
  body?: unknown;
};

const bytesOf = (body: unknown): Uint8Array<ArrayBuffer> =>
  body instanceof Uint8Array
    ? Uint8Array.from(body)
    : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));

const problemIn = (text: string): Partial<Problem> => {
  try {
    return JSON.parse(text) as Partial<Problem>;
  } catch {
    return {};
  }
};

/** A POST of JSON with a fresh key, unless said otherwise. */
export const knock = async (
  url: string,
  { token, method = 'POST', path, headers = {}, body }: Knocking,
): Promise<Refusal> => {
  const all: Record<string, string | null> = {
    authorization: `Bearer ${token}`,
    'content-type': body === undefined ? null : 'application/json',
    'idempotency-key': method === 'POST' ? randomUUID() : null,
    ...headers,
  };
  const response = await fetch(`${url}${path}`, {
    method,
    headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    ...(body !== undefined && { body: bytesOf(body) }),
  });
  const problem = problemIn(await response.text());
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    code: problem.code ?? null,
    fields: (problem.fields ?? []).map(({ path: of }) => of.join('.')),
    facts: problem.facts,
  };
};

/** What every refusal of the house looks like. */
export const refusal = (status: number, code: string, ...fields: string[]) => ({
  status,
  code,
  type: 'application/problem+json',
  fields,
});
