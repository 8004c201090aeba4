// What waits for a person at this moment? Read from the table as the app's own lists read it, as far as a glance needs.
import type { Role } from '../../../functions/domain/directory/organization.ts';
import { type OrganizationId, PersonId } from '../../../functions/domain/ids.ts';
import type {
  Deliveries,
  Page,
  PageOf,
  Reports,
  Waiting,
} from '../../../functions/use-cases/ports.ts';

/** So many of one kind; `isMore` where the count stopped before the end. */
export type Work = {
  kind: 'toSign' | 'toReview' | 'toDecide' | 'returned' | 'drafts' | 'toSeal' | 'unread';
  count: number;
  isMore: boolean;
};

type Kept = { waiting: Waiting; reports: Reports; deliveries: Deliveries };
type Whose = { id: string; organizationId: OrganizationId; roles: Role[] };

/** Whoever has more of one kind has work enough; as many items are read. */
const GLANCE: PageOf = { limit: 20, cursor: null };

const counted = async (kind: Work['kind'], asked: Promise<Page<unknown>>): Promise<Work> => {
  const { items, cursor } = await asked;
  return { kind, count: items.length, isMore: cursor !== null };
};

/** What a step asks of somebody by whose roles it may be either is not in the list; the app says it with each document. */
const askedOf = (roles: Role[]): Work['kind'] => {
  if (!roles.includes('signer')) return 'toReview';
  return roles.includes('reviewer') ? 'toDecide' : 'toSign';
};

/** By role, in the order in which a document goes; what does not wait is not in it. Fails where the table does. */
export const workOf = async (
  { id, organizationId, roles }: Whose,
  { waiting, reports, deliveries }: Kept,
): Promise<Work[]> => {
  const person = PersonId.parse(id);
  const has = (...some: Role[]) => some.some((role) => roles.includes(role));
  const asked = [
    has('drafter') && counted('returned', reports.of(person, 'returned', GLANCE)),
    has('drafter') && counted('drafts', reports.of(person, 'draft', GLANCE)),
    has('reviewer', 'signer') &&
      counted(askedOf(roles), waiting.of(organizationId, { person }, GLANCE)),
    has('clerk') && counted('toSeal', waiting.of(organizationId, { role: 'clerk' }, GLANCE)),
    has('recipientOfficer') && counted('unread', deliveries.to(organizationId, 'arrived', GLANCE)),
  ];
  const found = await Promise.all(asked);
  return found.flatMap((work) => (work && work.count > 0 ? [work] : []));
};
