// What is somebody given who comes back from the sign-in? A session, for the code that they bring.
import { Refusal } from '../../domain/refusal.ts';
import type { WorldOf } from '../world.ts';
import { type Session, sessionOf } from './session-of.ts';

const NEEDS = ['signIn', 'clock'] as const;

/** Good once. Refusals: signed_out when the code is none, too old, used, or another's. */
export const beginSession = async (
  { signIn, clock }: WorldOf<typeof NEEDS>,
  code: string,
  verifier: string,
): Promise<Session> => {
  const proof = await signIn.redeem(code, verifier);
  if (proof === null) throw new Refusal('signed_out');
  return sessionOf(proof, clock.now());
};
beginSession.needs = NEEDS;
