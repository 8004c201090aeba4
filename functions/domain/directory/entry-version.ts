// Is an entry of the directory still what its administrator has seen (optimistic concurrency)? It has no revision; its version is its hash.
import { canonicalHash } from '../canonical-hash.ts';
import type { Sha256 } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** What was read, by a name that changes with it. */
export const versionOf = (thing: object): Sha256 => canonicalHash(thing);

/** Refusal: entry_changed when it is not what the administrator has seen. */
export const expectVersion = (thing: object, seen: Sha256): void => {
  if (versionOf(thing) !== seen) throw new Refusal('entry_changed');
};
