// Was the signer present when they signed? Asked when they decide, and again before their key is used.
import type { Instant } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** Signing asks for proof of presence not older than this; longer than reading a report once more takes nobody. */
const FRESH_MS = 5 * 60 * 1000;

/** Were they present when they signed? Refusal: sign_in_stale. */
export const requireFreshSignIn = (signedInAt: Instant, at: Instant): void => {
  if (Date.parse(at) - Date.parse(signedInAt) > FRESH_MS) throw new Refusal('sign_in_stale');
};
