// How does the page ask for the session of its browser? By a cookie that it cannot see: without a token, and before all else
// is loaded.
import type { SessionView } from '../../functions/contracts/views.ts';
import { configuration } from '../session/configuration.ts';
import { ProblemError, problemOf } from './problem.ts';

const ask = async <Answer>(path: string, said?: object): Promise<Answer> => {
  let answer: Response;
  try {
    answer = await fetch(`${configuration.apiBase}/session${path}`, {
      method: 'POST',
      ...(said && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(said),
      }),
    });
  } catch (cause) {
    throw new ProblemError('offline', {}, { cause });
  }
  if (!answer.ok) throw await problemOf(answer);
  return (await answer.json()) as Answer;
};

export const beginSession = (code: string, verifier: string): Promise<SessionView> =>
  ask('', { code, verifier });

/** Null when nobody is signed in here. */
export const renewSession = async (): Promise<SessionView | null> => {
  const { session } = await ask<{ session: SessionView | null }>('/renewal');
  return session;
};

export const endSession = (): Promise<object> => ask('/ending');
