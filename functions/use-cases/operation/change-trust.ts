// How does a change of whom the system trusts get into the directory? In one transaction with a link of the chain of changes, that of
// the office with which the directory began.
import { X509Certificate } from 'node:crypto';
import { EMPTY_CHAIN, extendChain, type Happening } from '../../domain/audit-event.ts';
import { sha256 } from '../../domain/canonical-hash.ts';
import {
  type Anchor,
  hashOfAnchors,
  notYetTrusted,
  withTrusted,
} from '../../domain/directory/anchor.ts';
import type { Instant } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { certificateFacts } from '../../signing/certificate-facts.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Needs } from '../world.ts';
import type { FirstDayDesk } from './first-day-desk.ts';
import type { TrustDesk } from './trust-desk.ts';

export type TrustWorld = Needs<'clock' | 'directoryDesk'> & {
  trustDesk: TrustDesk;
  firstDayDesk: Pick<FirstDayDesk, 'begun'>;
};

/** As it calls itself, beside what tells it from all others. */
export const authorityOf = (certificate: Uint8Array) => {
  const { commonName, organization } = certificateFacts(new X509Certificate(certificate));
  return { certificate: sha256(certificate), name: commonName || organization };
};

type Trusting = { after: Anchor[]; happening: Happening };

/** These certificates (DER), as far as they are not trusted already; null where all are. */
export const trusting = (
  before: readonly Anchor[],
  certificates: readonly Uint8Array[],
  at: Instant,
  reason?: string,
): Trusting | null => {
  const added = notYetTrusted(before, certificates);
  if (added.length === 0) return null;
  const after = withTrusted(before, added, at);
  const facts = { authorities: added.map(authorityOf), anchors: hashOfAnchors(after) };
  const said = reason === undefined ? {} : { reason };
  return { after, happening: { kind: 'authoritiesTrusted', ...facts, ...said } };
};

/**
 * Again when somebody else changed something meanwhile; nothing where `make` finds nothing to change. Refusal:
 * organization_not_found before the directory has begun: there is no history yet in which it could stand.
 */
export const changeTrust = (
  { clock, directoryDesk, firstDayDesk, trustDesk }: TrustWorld,
  make: (before: Anchor[], at: Instant) => Trusting | null,
): Promise<void> =>
  retryConflicts(async () => {
    const first = await firstDayDesk.begun();
    if (first === null) throw new Refusal('organization_not_found');
    const { organizationId: of } = first;
    const [before, head] = await Promise.all([trustDesk.anchors(), directoryDesk.chain(of)]);
    const at = clock.now();
    const made = make(before, at);
    if (made === null) return;
    const extended = extendChain(head ?? EMPTY_CHAIN, 'operator', at, [made.happening]);
    const chain = { before: head, after: extended.head };
    await trustDesk.change({
      before,
      after: made.after,
      link: { of, chain, events: extended.events },
    });
  });
