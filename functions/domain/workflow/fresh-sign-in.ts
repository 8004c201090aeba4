// Was the signer present when they signed? Asked when they decide, and again before their key is used.
import type { Instant } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** Signing asks for proof of presence not older than this; longer than reading a report once more takes nobody. */
export const FRESH_SECONDS = 5 * 60;

export const isFreshSignIn = (signedInAt: Instant, at: Instant): boolean =>
  Date.parse(at) - Date.parse(signedInAt) <= FRESH_SECONDS * 1000;

/** Were they present when they signed? Refusal: sign_in_stale. */
export const requireFreshSignIn = (signedInAt: Instant, at: Instant): void => {
  if (!isFreshSignIn(signedInAt, at)) throw new Refusal('sign_in_stale');
};
