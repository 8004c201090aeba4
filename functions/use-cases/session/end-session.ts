// What is left of a session that somebody ends? Nothing that could be renewed, by whoever has it.
import type { WorldOf } from '../world.ts';

const NEEDS = ['signIn'] as const;

/** Repeatable. Unavailable when the sign-in did not hear of it: then it ends by itself, twelve hours after the sign-in. */
export const endSession = (
  { signIn }: WorldOf<typeof NEEDS>,
  refreshToken: string,
): Promise<void> => signIn.revoke(refreshToken);
endSession.needs = NEEDS;
