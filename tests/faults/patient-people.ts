// How does a patient user press, who does nothing wrong? As the web does: what does not answer is asked again, under the same key.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type ApiResponse, type Visitor, visitorWith } from '../../infra/local/people/visitor.ts';
import type { LocalStack } from '../support/local-stack.ts';

/** What a person was told that waiting cannot mend: a refusal. */
export type ToldRefusal = { person: string; what: string; status: number; code: string };

/** As often as the web asks again by itself; it waits ten times as long, so that these meet more of what is unfinished. */
const AGAIN_MS = [100, 200];
/** "Thử lại" is pressed so often, by somebody who wants their report on its way. */
const PRESSES = 5;
const PRESS_AGAIN_MS = 500;

type Send<Body> = (visitor: Visitor) => Promise<ApiResponse<Body>>;

const codeOf = ({ body }: ApiResponse): string =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';

/** What the web takes as "perhaps in a moment": no answer, or one that says so. */
const isPassing = ({ status }: ApiResponse): boolean => status >= 500;

export const patientPeople = ({ url, mint }: LocalStack) => {
  const refused: ToldRefusal[] = [];

  const asTheWeb = async <Body>(person: string, send: Send<Body>): Promise<ApiResponse<Body>> => {
    const visitor = visitorWith(url, await mint.valid(person));
    let answer = await send(visitor);
    for (const ms of AGAIN_MS) {
      if (!isPassing(answer)) break;
      await pause(ms);
      answer = await send(visitor);
    }
    return answer;
  };

  /** The body of the answer, or null when it was a refusal. Throws when pressing again and again gives no answer. */
  const insist = async <Body>(person: string, what: string, send: Send<Body>) => {
    for (let press = 0; press < PRESSES; press += 1) {
      const answer = await asTheWeb(person, send);
      const { status } = answer;
      if (status < 300) return answer.body;
      if (status < 500) refused.push({ person, what, status, code: codeOf(answer) });
      if (!isPassing(answer)) return null;
      await pause(PRESS_AGAIN_MS);
    }
    throw new Error(`${person} pressed in vain: ${what}`);
  };

  return {
    /** What anybody was refused so far. */
    refused,

    read: <Body>(person: string, path: string) =>
      insist<Body>(person, `GET ${path}`, (visitor) => visitor.get<Body>(path)),

    save: <Body>(person: string, path: string, body: unknown, revision: number) =>
      insist<Body>(person, `PUT ${path}`, (visitor) =>
        visitor.put<Body>(path, body, `"${revision}"`),
      ),

    press: <Body>(person: string, path: string, body?: unknown, headers = {}) => {
      const key = { 'idempotency-key': randomUUID(), ...headers };
      return insist<Body>(person, `POST ${path}`, (visitor) => visitor.post<Body>(path, body, key));
    },

    /** Sends to the store, or takes from it; it has no names for presses. */
    transfer: async (what: string, send: () => Promise<Response>): Promise<Response> => {
      for (let press = 0; press < PRESSES; press += 1) {
        const response = await send();
        if (response.ok) return response;
        await pause(PRESS_AGAIN_MS);
      }
      throw new Error(`tried in vain: ${what}`);
    },
  };
};

export type PatientPeople = ReturnType<typeof patientPeople>;
