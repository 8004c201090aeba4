// What do lists show right after a press? What it changed (read your own writes), though the index they are read from lags behind.
import type { QueryClient } from '@tanstack/react-query';
import type {
  DeliveryView,
  HeldDeliveryView,
  ReportRow,
  WaitingRow,
} from '../../functions/contracts/views.ts';
import type { InboxFilter, ReportFilter } from '../filters/filters.ts';

/**
 * Lists are read from an index that lags by a moment, seldom by a second. What a press changed is held on to for so long,
 * and for no longer: after that the list itself is believed, whatever it says.
 */
export const LAG_MS = 5_000;

/** By the first part of their queries' keys; the second is what is asked of the list. */
type Lists = {
  waiting: { row: WaitingRow; filter: undefined };
  registry: { row: WaitingRow; filter: undefined };
  'held-deliveries': { row: HeldDeliveryView['held']; filter: undefined };
  reports: { row: ReportRow; filter: ReportFilter };
  deliveries: { row: DeliveryView; filter: InboxFilter };
};

/** What a press makes of each row of a list: the same, another, or null where it does not belong there any more. */
export type ListEffect = {
  [Name in keyof Lists]: {
    list: Name;
    /** Which row, by what tells it from others of its list. */
    of: string;
    follow: (row: Lists[Name]['row'], filter: Lists[Name]['filter']) => Lists[Name]['row'] | null;
  };
}[keyof Lists];

/** What is counted of the same index, or listed of it and not followed. */
const ASKED_AGAIN = ['overview', 'undecided', 'decided'];

type Follow = (row: unknown, filter: unknown) => unknown;

let effects: { list: string; of: string; follow: Follow; until: number }[] = [];

/** The rows as they are by now. */
export const followed = <Row>([list, filter]: readonly unknown[], rows: Row[]): Row[] => {
  const now = Date.now();
  effects = effects.filter(({ until }) => until > now);
  return effects.reduce<Row[]>(
    (before, effect) =>
      effect.list === list
        ? before.flatMap((row) => {
            const after = effect.follow(row, filter) as Row | null;
            return after === null ? [] : [after];
          })
        : before,
    rows,
  );
};

type Shown = { pages: { items: unknown[] }[] };

/** Changes what is shown now, and what comes from the index in the next moments; then the index is asked once more. */
export const follow = (queries: QueryClient, made: readonly ListEffect[]): void => {
  if (made.length === 0) return;
  const until = Date.now() + LAG_MS;
  // What was pressed last is what holds of a row; what was pressed before it is no answer any more.
  effects = effects.filter(
    ({ list, of }) => !made.some((effect) => effect.list === list && effect.of === of),
  );
  effects.push(...made.map((effect) => ({ ...effect, follow: effect.follow as Follow, until })));
  for (const list of new Set(made.map((effect) => effect.list))) {
    for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: [list] })) {
      queries.setQueryData<Shown>(
        queryKey,
        (shown) =>
          shown?.pages && {
            ...shown,
            pages: shown.pages.map((page) => ({ ...page, items: followed(queryKey, page.items) })),
          },
      );
    }
  }
  setTimeout(() => {
    for (const list of [...made.map((effect) => effect.list), ...ASKED_AGAIN])
      void queries.invalidateQueries({ queryKey: [list] });
  }, LAG_MS);
};
