// How does the system come to trust an authority, and to trust it no more? By the word of whoever set it up.
import { notYetTrusted, withEnded, withTrusted } from '../../domain/directory/anchor.ts';
import type { Instant } from '../../domain/ids.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Needs } from '../world.ts';
import type { TrustDesk } from './trust-desk.ts';

type TrustWorld = Needs<'clock'> & { trustDesk: TrustDesk };

/** Certificates (DER) that are trusted from now on; gives those that were not trusted before. */
export const trustAuthorities = (
  { clock, trustDesk }: TrustWorld,
  certificates: readonly Uint8Array[],
): Promise<Uint8Array[]> =>
  retryConflicts(async () => {
    const before = await trustDesk.anchors();
    const added = notYetTrusted(before, certificates);
    const after = withTrusted(before, added, clock.now());
    if (added.length > 0) await trustDesk.change({ before, after });
    return added;
  });

/** Certificates (DER) that are not trusted for what is signed from that moment on, whatever was said of them before. */
export const distrustAuthorities = (
  { trustDesk }: Omit<TrustWorld, 'clock'>,
  certificates: readonly Uint8Array[],
  until: Instant,
): Promise<void> =>
  retryConflicts(async () => {
    const before = await trustDesk.anchors();
    await trustDesk.change({ before, after: withEnded(before, certificates, until) });
  });
