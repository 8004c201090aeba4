// How does the page ask for the session of its browser? By a cookie that it cannot see: without a token, and before all else
// is loaded.
import type { SessionView } from '../../functions/contracts/views.ts';
import { configuration } from '../session/configuration.ts';
import { ProblemError, problemOf } from './problem.ts';

/**
 * Milliseconds. All tabs wait for the one that asks, and somebody before an empty page: no longer than a function that starts, waits
 * for the sign-in for as long as it does (5 s) and answers over a slow line.
 */
const LONGEST_WAIT = 15_000;

const ask = async <Answer>(path: string, said?: object): Promise<Answer> => {
  try {
    const answer = await fetch(`${configuration.apiBase}/session${path}`, {
      method: 'POST',
      signal: AbortSignal.timeout(LONGEST_WAIT),
      ...(said && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(said),
      }),
    });
    if (!answer.ok) throw await problemOf(answer);
    return (await answer.json()) as Answer;
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('offline', {}, { cause });
  }
};

export const beginSession = (code: string, verifier: string): Promise<SessionView> =>
  ask('', { code, verifier });

/** Null when nobody is signed in here. */
export const renewSession = async (): Promise<SessionView | null> => {
  const { session } = await ask<{ session: SessionView | null }>('/renewal');
  return session;
};

export const endSession = (): Promise<object> => ask('/ending');
