// Is whom the system trusts still what the chain of changes says of it? Asked by whoever set the system up, of what is stored.
import { type AuditEvent, EMPTY_CHAIN } from '../../domain/audit-event.ts';
import { brokenAt } from '../../domain/broken-link.ts';
import { hashOfAnchors } from '../../domain/directory/anchor.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Page } from '../ports.ts';
import type { Needs } from '../world.ts';
import type { FirstDayDesk } from './first-day-desk.ts';
import type { TrustDesk } from './trust-desk.ts';

/** As many links as are read at once; an office has some hundred in a year. */
const AT_ONCE = 100;

/** In the order in which they were made. */
const wholeChain = async (
  { directory }: Needs<'directory'>,
  of: OrganizationId,
): Promise<AuditEvent[]> => {
  const events: AuditEvent[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<AuditEvent> = await directory.changes(of, { limit: AT_ONCE, cursor });
    events.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return events.toReversed();
};

/** The last that is said of it: the hash of all that are trusted or were. */
const lastSaid = (events: AuditEvent[]): string | undefined =>
  events
    .flatMap(({ happening }) =>
      happening.kind === 'authoritiesTrusted' || happening.kind === 'authoritiesEnded'
        ? [happening.anchors]
        : [],
    )
    .at(-1);

/**
 * `asSaid`: by the last link that tells of it. `unsaid`: no link tells of those that are trusted, as in systems that began before
 * there were any. `changedSilently`: they are others than the last link says. `chainBroken`: a link was changed or left out.
 */
export type TrustCheck = 'asSaid' | 'unsaid' | 'changedSilently' | 'chainBroken';

export const checkTrust = async (
  world: Needs<'directory' | 'directoryDesk'> & {
    trustDesk: TrustDesk;
    firstDayDesk: Pick<FirstDayDesk, 'begun'>;
  },
): Promise<TrustCheck> => {
  const { directoryDesk, trustDesk, firstDayDesk } = world;
  const [first, anchors] = await Promise.all([firstDayDesk.begun(), trustDesk.anchors()]);
  const unsaid = anchors.length > 0 ? 'unsaid' : 'asSaid';
  if (first === null) return unsaid;
  const head = (await directoryDesk.chain(first.organizationId)) ?? EMPTY_CHAIN;
  // What an administrator adds while it is read lies behind the head that was read before.
  const events = (await wholeChain(world, first.organizationId)).slice(0, head.length);
  if (brokenAt(events, head) !== null) return 'chainBroken';
  const said = lastSaid(events);
  if (said === undefined) return unsaid;
  return said === hashOfAnchors(anchors) ? 'asSaid' : 'changedSilently';
};
