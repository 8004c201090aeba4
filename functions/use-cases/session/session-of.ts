// What is a session? That somebody has proved who they are, and may stay; and how lately they did, by the clock of the house.
import type { Instant, PersonId } from '../../domain/ids.ts';
import { isFreshSignIn } from '../../domain/workflow/fresh-sign-in.ts';
import type { SignInProof } from '../ports.ts';

export type Session = {
  accessToken: string;
  /** By which it is renewed, once; nothing that a page may see. */
  refreshToken: string;
  personId: PersonId;
  /** Were they there a moment ago? A sign-in that says so only of an hour before has not asked. */
  isFresh: boolean;
};

export const sessionOf = ({ signedInAt, ...proof }: SignInProof, now: Instant): Session => ({
  ...proof,
  isFresh: isFreshSignIn(signedInAt, now),
});
