// Does a list follow a press at once, whatever the index that it is read from says meanwhile?
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeliveryView, WaitingRow } from '../../../functions/contracts/views.ts';
import {
  dealtWith,
  type Effect,
  follow,
  followed,
  LAG_MS,
} from '../../../web/api/followed-lists.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T01:00:00.000Z') });
});
afterEach(() => {
  // What was pressed in one test is old in the next.
  vi.advanceTimersByTime(LAG_MS);
  vi.useRealTimers();
});

const waiting = (submissionId: string) => ({ submissionId, subject: submissionId }) as WaitingRow;
const listOf = (queries: QueryClient, key: unknown[], ...pages: unknown[][]) =>
  queries.setQueryData(key, { pages: pages.map((items) => ({ items })), pageParams: [] });
const shown = (queries: QueryClient, key: unknown[]) =>
  queries.getQueryData<{ pages: { items: unknown[] }[] }>(key)?.pages.map(({ items }) => items);

describe('what was dealt with', () => {
  test('is gone from its list at once, on every page, and from no other list', () => {
    const queries = new QueryClient();
    listOf(queries, ['waiting'], [waiting('a'), waiting('b')], [waiting('a'), waiting('c')]);
    listOf(queries, ['registry'], [waiting('a')]);

    follow(queries, [dealtWith('waiting', 'a')]);

    expect(shown(queries, ['waiting'])).toEqual([[waiting('b')], [waiting('c')]]);
    expect(shown(queries, ['registry'])).toEqual([[waiting('a')]]);
  });

  test('stays away while the index has not heard of it, and comes back when it waits again', () => {
    follow(new QueryClient(), [dealtWith('waiting', 'a')]);

    vi.advanceTimersByTime(LAG_MS - 1);
    expect(followed(['waiting'], [waiting('a'), waiting('b')])).toEqual([waiting('b')]);

    vi.advanceTimersByTime(1);
    expect(followed(['waiting'], [waiting('a'), waiting('b')])).toEqual([
      waiting('a'),
      waiting('b'),
    ]);
  });

  test('has the index asked once more, when it has heard of it', () => {
    const queries = new QueryClient();
    const asked = vi.spyOn(queries, 'invalidateQueries');
    follow(queries, [dealtWith('waiting', 'a')]);

    expect(asked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(LAG_MS);
    expect(asked.mock.calls.map(([filters]) => filters?.queryKey)).toContainEqual(['waiting']);
    expect(asked.mock.calls.map(([filters]) => filters?.queryKey)).toContainEqual(['overview']);
  });

  test('changes nothing that is no list, such as the matter itself', () => {
    const queries = new QueryClient();
    queries.setQueryData(['registry', 'a'], { id: 'a' });

    follow(queries, [dealtWith('registry', 'a')]);

    expect(queries.getQueryData(['registry', 'a'])).toEqual({ id: 'a' });
  });
});

describe('what has another state now', () => {
  const received = { id: 'dlv', status: 'received' } as DeliveryView;
  const before = { id: 'dlv', status: 'opened' } as DeliveryView;
  const decided: Effect = {
    list: 'deliveries',
    follow: (row, { status }) =>
      row.id !== received.id
        ? row
        : status === undefined || status === received.status
          ? received
          : null,
  };

  test('stands so in the list of all, and no more in that of what it was', () => {
    const queries = new QueryClient();
    listOf(queries, ['deliveries', {}], [before]);
    listOf(queries, ['deliveries', { status: 'opened' }], [before]);

    follow(queries, [decided]);

    expect(shown(queries, ['deliveries', {}])).toEqual([[received]]);
    expect(shown(queries, ['deliveries', { status: 'opened' }])).toEqual([[]]);
    expect(followed(['deliveries', {}], [before])).toEqual([received]);
  });
});
