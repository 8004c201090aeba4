// Under which key is an answer cached, and how often is it asked for again?
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { SubmissionView } from '../../functions/contracts/views.ts';
import { followed } from './followed-lists.ts';

/** While the workflow works, a person looks at the screen and waits. */
const MOVING_MS = 2_000;
/** While people decide, minutes pass; the screen is fresh enough with this. */
export const WAITING_MS = 5_000;
/**
 * How a submission stands is asked soon while the workflow is at it, whose page is being made or which is being issued, and less often
 * while somebody has to do something. Not at all when nothing is to come.
 */
export const askedAgain = ({
  status,
  askedAt,
  issueStep,
  stuck,
  waitingForSeal,
}: Pick<SubmissionView, 'status' | 'askedAt' | 'issueStep' | 'stuck' | 'waitingForSeal'>):
  | number
  | false => {
  if (status === 'inReview') return askedAt === null ? MOVING_MS : WAITING_MS;
  if (issueStep === null) return false;
  const isForSomebody = stuck !== null || waitingForSeal;
  return isForSomebody || status === 'issued' ? WAITING_MS : MOVING_MS;
};

/** A number beside the menu: whoever waits for something looks into the list. */
export const COUNTED_MS = 60_000;

/** Does the workflow or a person go on with it? */
export const isMoving = (status: string) => status === 'inReview' || status === 'issuing';

/**
 * A list that somebody comes back to stands there as it was while it is asked for again, for as long as a morning's work takes them
 * elsewhere. In memory alone: a reload or a sign-out leaves nothing of it on a PC that others use.
 */
export const LIST_KEPT_MS = 30 * 60_000;

type Page<Item> = { items: Item[]; cursor: string | null };

/** A list that goes on while there is a cursor; a press is followed at once. */
export const pages = <Item>(
  key: readonly unknown[],
  ask: (query: { cursor?: string }) => Promise<Page<Item>>,
  refetchInterval: number | false | ((items: Item[]) => number | false) = false,
) =>
  infiniteQueryOptions({
    queryKey: key,
    queryFn: async ({ pageParam }) => {
      const page = await ask(pageParam === null ? {} : { cursor: pageParam });
      return { ...page, items: followed(key, page.items) };
    },
    gcTime: LIST_KEPT_MS,
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Item>) => last.cursor,
    refetchInterval: (query) =>
      typeof refetchInterval === 'function'
        ? refetchInterval(query.state.data?.pages.flatMap(({ items }) => items) ?? [])
        : refetchInterval,
  });

/** What only counts a list asks for it seldom; whoever has the list on the screen sees it as fresh as ever. */
export const counted = <List extends object>(list: List) => ({
  ...list,
  refetchInterval: COUNTED_MS,
});
