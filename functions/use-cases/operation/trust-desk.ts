// What does whoever set the system up read and write of whom it trusts? No function may write it.
import type { Anchor } from '../../domain/directory/anchor.ts';
import type { Link } from '../ports.ts';

export interface TrustDesk {
  /** All that are trusted or were. */
  anchors(): Promise<Anchor[]>;
  /** In one transaction with the link that tells of it. Refusal: revision_conflict when either is no longer what was read. */
  change(trust: { before: Anchor[]; after: Anchor[]; link: Link }): Promise<void>;
}
