// What does whoever set the system up read and write of whom it trusts? No function may write it.
import type { Anchor } from '../../domain/directory/anchor.ts';

export interface TrustDesk {
  /** All that are trusted or were. */
  anchors(): Promise<Anchor[]>;
  /** From now on. Refusal: revision_conflict when they are no longer those of `before`. */
  change(trust: { before: Anchor[]; after: Anchor[] }): Promise<void>;
}
