// What does the sign-in say to a code, or to a token that it gave? Its OAuth endpoints (RFC 6749; RFC 7009), asked over TLS.
// What comes from there directly is believed as it stands (OpenID Connect Core 1.0, 3.1.3.7): nobody else could have said it.
import { decodeJwt } from 'jose';
import * as z from 'zod';
import { PersonId } from '../domain/ids.ts';
import { instantOf } from '../domain/instant-of.ts';
import { Unavailable } from '../domain/refusal.ts';
import type { SignIn, SignInProof } from '../use-cases/ports.ts';
import { bounded, TooLong } from './bounded.ts';

/** Somebody waits before an empty page, and may press again: a sound answer takes a tenth of this. */
const LONGEST_WAIT = 5_000;

/** Bytes. Cognito's three tokens take some 5 kB. */
const LONGEST_ANSWER = 32_768;

/** Of what is no (more) good. What somebody has made up is not well formed, too. */
const GOOD_FOR_NOTHING = ['invalid_grant', 'invalid_request'];

const Tokens = z.object({ access_token: z.string(), refresh_token: z.string() });
const Claims = z.object({ sub: PersonId, auth_time: z.number() });
const Refused = z.object({ error: z.string() });

type SignInSettings = {
  /** Where its pages are: `…/oauth2/token` lies below. */
  url: string;
  clientId: string;
  /** Where the app is: whoever has signed in comes back there. */
  webUrl: string;
};

const proofIn = (answer: unknown): SignInProof => {
  const { access_token: accessToken, refresh_token: refreshToken } = Tokens.parse(answer);
  const { sub, auth_time } = Claims.parse(decodeJwt(accessToken));
  return { accessToken, refreshToken, personId: sub, signedInAt: instantOf(auth_time * 1_000) };
};

/** Null for an answer that has no body. What is no JSON is not said: a token may stand in it. */
const readAnswer = (status: number, text: string): unknown => {
  if (text === '' && status < 300) return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`the sign-in answers ${status} and no JSON`);
  }
};

/** To the end: whoever breaks off has not answered. Unavailable when it cannot answer now. */
const fetchAnswer = async (url: URL, said: URLSearchParams) => {
  try {
    const { status, ok, body } = await fetch(url, {
      method: 'POST',
      body: said,
      // Nobody is followed with a token, and the address is ours to mend.
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (status === 429 || status >= 500) {
      await body?.cancel();
      throw new Error(`it answers ${status}`);
    }
    const bytes = body ? await bounded(body, LONGEST_ANSWER) : new Uint8Array();
    return { status, ok, text: Buffer.from(bytes).toString('utf8') };
  } catch (error) {
    throw error instanceof TooLong ? error : new Unavailable('the sign-in', error);
  }
};

export const signInAt = ({ url, clientId, webUrl }: SignInSettings): SignIn => {
  /** What it says, or null where what it is given is good for nothing. */
  const ask = async (endpoint: 'token' | 'revoke', said: Record<string, string>) => {
    const { status, ok, text } = await fetchAnswer(
      new URL(`${url}/oauth2/${endpoint}`),
      new URLSearchParams({ client_id: clientId, ...said }),
    );
    const heard = readAnswer(status, text);
    if (ok) return { heard };
    const { error } = Refused.parse(heard);
    if (GOOD_FOR_NOTHING.includes(error)) return null;
    throw new Error(`the sign-in answers ${error}`);
  };
  const proof = async (said: Record<string, string>) => {
    const answer = await ask('token', said);
    return answer && proofIn(answer.heard);
  };
  return {
    redeem: (code, verifier) =>
      proof({
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: `${webUrl}/signed-in`,
      }),
    renew: (refreshToken) => proof({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: async (refreshToken) => {
      await ask('revoke', { token: refreshToken });
    },
  };
};
