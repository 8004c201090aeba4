// Is a chain whole? Asked of what was kept, link by link, by whoever doubts a history.
import type { AuditEvent, ChainHead } from './audit-event.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { Sha256 } from './ids.ts';

/** The first sequence number at which a chain is broken, or null when it is whole up to its head. */
export const brokenAt = (events: AuditEvent[], head: ChainHead): number | null => {
  let previousHash: Sha256 | null = null;
  for (const [index, { hash, ...body }] of events.entries()) {
    const fits =
      body.sequence === index + 1 &&
      body.previousHash === previousHash &&
      canonicalHash(body) === hash;
    if (!fits) return index + 1;
    previousHash = hash;
  }
  return events.length === head.length && previousHash === head.hash ? null : events.length + 1;
};
