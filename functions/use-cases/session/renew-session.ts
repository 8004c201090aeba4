// Is somebody still signed in here? As long as the sign-in takes what the browser has been given.
import type { WorldOf } from '../world.ts';
import { type Session, sessionOf } from './session-of.ts';

const NEEDS = ['signIn', 'clock'] as const;

/** Each refresh token is exchanged for another; null when it is not taken (any more). Repeatable for as long as the sign-in's grace lasts. */
export const renewSession = async (
  { signIn, clock }: WorldOf<typeof NEEDS>,
  refreshToken: string,
): Promise<Session | null> => {
  const proof = await signIn.renew(refreshToken);
  return proof && sessionOf(proof, clock.now());
};
renewSession.needs = NEEDS;
