// How is my office doing? What waits for me, what was issued this month, and how long a round takes.
import type { RoundKind } from '../../domain/directory/organization.ts';
import type { Instant } from '../../domain/ids.ts';
import { officeDayOf } from '../../domain/office-calendar.ts';
import { medianDays } from '../../domain/workflow/step.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

/** More than these are said to be more: what is shown costs the same however long the lists are. */
const MOST_WAITING = 100;
/** A commune issues some hundred documents a month. */
const MOST_ISSUED = 500;
/** Some months of a commune's work: enough for a middle, few enough to follow how it changes. */
const LATEST_ROUNDS = 100;

/** `isMore`: counted no further. */
type Counted = { count: number; isMore: boolean };

export type Overview = {
  waiting: Counted;
  issued: Counted & { month: string };
  rounds: { kind: RoundKind; medianDays: number | null; counted: number; since: Instant | null }[];
};

const monthOf = (at: Instant): string => officeDayOf(at).slice(0, 7);

const NEEDS = ['submissions', 'waiting'] as const;

/** Refusal: not_permitted. */
export const readOverview = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
): Promise<Overview> => {
  requireRole(caller, 'signer');
  const { id } = caller.organization;
  const latest = (limit: number) => ({ limit, cursor: null });
  const [waiting, issued, review, sign] = await Promise.all([
    world.waiting.of(id, { person: caller.person.id }, latest(MOST_WAITING)),
    world.submissions.steps(id, 'issue', latest(MOST_ISSUED)),
    world.submissions.steps(id, 'review', latest(LATEST_ROUNDS)),
    world.submissions.steps(id, 'sign', latest(LATEST_ROUNDS)),
  ]);
  const month = monthOf(caller.at);
  const thisMonth = issued.items.filter(({ at }) => monthOf(at) === month);
  const rounds = (
    [
      ['review', review],
      ['sign', sign],
    ] as const
  ).map(([kind, { items }]) => ({
    kind,
    medianDays: medianDays(items),
    counted: items.length,
    since: items.at(-1)?.at ?? null,
  }));
  return {
    waiting: { count: waiting.items.length, isMore: waiting.cursor !== null },
    issued: {
      month,
      count: thisMonth.length,
      isMore: issued.cursor !== null && thisMonth.length === issued.items.length,
    },
    rounds,
  };
};
readOverview.needs = NEEDS;
