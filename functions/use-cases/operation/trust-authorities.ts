// How does the system come to trust an authority, and to trust it no more? By the word of whoever set it up.
import { among, hashOfAnchors, notYetTrusted, withEnded } from '../../domain/directory/anchor.ts';
import type { Instant } from '../../domain/ids.ts';
import { authorityOf, changeTrust, type TrustWorld, trusting } from './change-trust.ts';

/**
 * Certificates (DER) that are trusted from now on; gives those that were not trusted before. Refusal: organization_not_found
 * before the directory has begun.
 */
export const trustAuthorities = async (
  world: TrustWorld,
  certificates: readonly Uint8Array[],
  reason: string,
): Promise<Uint8Array[]> => {
  let added: Uint8Array[] = [];
  await changeTrust(world, (before, at) => {
    added = notYetTrusted(before, certificates);
    return trusting(before, added, at, reason);
  });
  return added;
};

/** Certificates (DER) that are not trusted for what is signed from that moment on, whatever was said of them before. Refusal: as above. */
export const distrustAuthorities = (
  world: TrustWorld,
  certificates: readonly Uint8Array[],
  until: Instant,
  reason: string,
): Promise<void> =>
  changeTrust(world, (before) => {
    const ended = among(before, certificates);
    if (ended.length === 0) return null;
    const after = withEnded(before, certificates, until);
    const authorities = ended.map(({ certificate }) => authorityOf(certificate));
    const anchors = hashOfAnchors(after);
    return { after, happening: { kind: 'authoritiesEnded', authorities, anchors, until, reason } };
  });
