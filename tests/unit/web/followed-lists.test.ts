// Does a list follow a press at once, whatever the index that it is read from says meanwhile?
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  DeliveryView,
  HeldDeliveryView,
  ReportRow,
  ReportView,
  WaitingRow,
} from '../../../functions/contracts/views.ts';
import type {
  DeliveryId,
  Instant,
  OrganizationId,
  ReportId,
  SubmissionId,
} from '../../../functions/domain/ids.ts';
import {
  dealtWith,
  deliveryDecided,
  heldDecided,
  submitted,
  withdrawn,
} from '../../../web/api/effects.ts';
import { follow, followed, LAG_MS } from '../../../web/api/followed-lists.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T01:00:00.000Z') });
});
afterEach(() => {
  // What was pressed in one test is old in the next.
  vi.advanceTimersByTime(LAG_MS);
  vi.useRealTimers();
});

const REPORT: ReportId = 'rpt_one';
const SUBMISSION: SubmissionId = 'sbm_one';
const DELIVERY: DeliveryId = 'dlv_one';
const FIRST: WaitingRow['wait'] = { kind: 'round', round: 0 };
const waiting = (
  submissionId: string,
  wait: WaitingRow['wait'] = FIRST,
  since = '2026-03-02T00:00:00.000Z',
) => ({ submissionId, subject: submissionId, wait, since }) as WaitingRow;
/** Somebody has decided on `a` in its first round. */
const decidedOn = (list: 'waiting' | 'registry' = 'waiting') =>
  dealtWith(list, 'a', { kind: 'round', round: 0 });
const listOf = (queries: QueryClient, key: unknown[], ...pages: unknown[][]) =>
  queries.setQueryData(key, { pages: pages.map((items) => ({ items })), pageParams: [] });
const shown = (queries: QueryClient, key: unknown[]) =>
  queries.getQueryData<{ pages: { items: unknown[] }[] }>(key)?.pages.map(({ items }) => items);

describe('what was dealt with', () => {
  test('is gone from its list at once, on every page, and from no other list', () => {
    const queries = new QueryClient();
    listOf(queries, ['waiting'], [waiting('a'), waiting('b')], [waiting('a'), waiting('c')]);
    listOf(queries, ['registry'], [waiting('a')]);

    follow(queries, [decidedOn()]);

    expect(shown(queries, ['waiting'])).toEqual([[waiting('b')], [waiting('c')]]);
    expect(shown(queries, ['registry'])).toEqual([[waiting('a')]]);
  });

  test('stays away while the index has not heard of it, and comes back when it waits again', () => {
    follow(new QueryClient(), [decidedOn()]);

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
    follow(queries, [decidedOn()]);

    expect(asked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(LAG_MS);
    expect(asked.mock.calls.map(([filters]) => filters?.queryKey)).toContainEqual(['waiting']);
    expect(asked.mock.calls.map(([filters]) => filters?.queryKey)).toContainEqual(['overview']);
    expect(asked.mock.calls.map(([filters]) => filters?.queryKey)).toContainEqual(['decided']);
  });

  test('changes nothing that is no list, such as the matter itself', () => {
    const queries = new QueryClient();
    queries.setQueryData(['registry', 'a'], { id: 'a' });

    follow(queries, [decidedOn('registry')]);

    expect(queries.getQueryData(['registry', 'a'])).toEqual({ id: 'a' });
  });
});

describe('what has come again', () => {
  test('is shown: once they have agreed, the same person is asked to sign', () => {
    follow(new QueryClient(), [decidedOn()]);

    const toSign = waiting('a', { kind: 'round', round: 1 });
    expect(followed(['waiting'], [waiting('a'), toSign])).toEqual([toSign]);
  });

  test('is shown: let go on, it gets stuck again, or waits for the seal', () => {
    const since = '2026-03-02T00:30:00.000Z';
    const stuck = (at: string) => waiting('a', { kind: 'stuck' }, at);
    follow(new QueryClient(), [dealtWith('registry', 'a', { kind: 'stuck', since })]);

    const later = [stuck('2026-03-02T01:00:01.000Z'), waiting('a', { kind: 'seal' })];
    expect(followed(['registry'], [stuck(since), ...later])).toEqual(later);
  });

  test('is shown: another recipient of the same report, and a delivery that was sent back again', () => {
    const since: Instant = '2026-03-02T00:30:00.000Z';
    const held = (recipientId: OrganizationId, at: Instant) =>
      ({ reportId: REPORT, recipientId, since: at }) as HeldDeliveryView['held'];
    follow(new QueryClient(), [heldDecided(held('org_one', since))]);

    const others = [held('org_two', since), held('org_one', '2026-03-02T01:00:01.000Z')];
    expect(followed(['held-deliveries'], [held('org_one', since), ...others])).toEqual(others);
  });
});

describe('what has another state now', () => {
  const received = { id: DELIVERY, status: 'received' } as DeliveryView;
  const before = { id: DELIVERY, status: 'opened' } as DeliveryView;

  test('stands so in the list of all, and no more in that of what it was', () => {
    const queries = new QueryClient();
    listOf(queries, ['deliveries', {}], [before]);
    listOf(queries, ['deliveries', { status: 'opened' }], [before]);

    follow(queries, [deliveryDecided(received)]);

    expect(shown(queries, ['deliveries', {}])).toEqual([[received]]);
    expect(shown(queries, ['deliveries', { status: 'opened' }])).toEqual([[]]);
    expect(followed(['deliveries', {}], [before])).toEqual([received]);
  });
});

describe('a report', () => {
  const draft = { id: REPORT, status: 'draft', revision: 3, submissionId: null } as ReportRow;
  const asked = {
    id: REPORT,
    status: 'inReview',
    revision: 4,
    submissionId: SUBMISSION,
  } as ReportRow;
  const again = { ...draft, revision: 5, version: 2 };
  const listed = (state: 'draft' | 'inReview' | undefined, row: ReportRow) =>
    followed(['reports', state ? { state } : {}], [row]);
  const submitting = (submissionId: SubmissionId, revision: number) =>
    follow(new QueryClient(), [submitted({ reportId: REPORT, submissionId, revision })]);
  const withdrawing = () => follow(new QueryClient(), [withdrawn(again as unknown as ReportView)]);

  test('that was submitted is on its way, and in the list of drafts no more', () => {
    submitting(SUBMISSION, 4);

    expect(listed(undefined, draft)).toMatchObject([
      { status: 'inReview', submissionId: SUBMISSION },
    ]);
    expect(listed('draft', draft)).toEqual([]);
  });

  test('that was withdrawn is a draft, and not in review any more', () => {
    withdrawing();

    expect(listed(undefined, asked)).toMatchObject([{ status: 'draft', submissionId: null }]);
    expect(listed('inReview', asked)).toEqual([]);
  });

  test('of which the list has heard something later is what the list says', () => {
    submitting(SUBMISSION, 4);

    const returned = { ...again, comeBack: { how: 'returned' } } as ReportRow;
    expect(listed('draft', returned)).toEqual([returned]);
  });

  test('is what the last press made of it, whatever was pressed in the seconds before', () => {
    submitting(SUBMISSION, 4);
    withdrawing();
    expect(listed('draft', { ...draft, status: 'draft' })).toMatchObject([{ revision: 5 }]);

    submitting('sbm_two', 6);
    for (const row of [draft, asked, again]) {
      expect(listed('inReview', row)).toMatchObject([
        { status: 'inReview', submissionId: 'sbm_two' },
      ]);
      expect(listed('draft', row)).toEqual([]);
    }
  });
});
