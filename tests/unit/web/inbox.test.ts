// Under which title does each document of the inbox stand, and which of two answers about it is believed?
import { afterAll, describe, expect, test, vi } from 'vitest';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import { open, sendBack } from '../../../functions/domain/issued/delivery.ts';
import { deliveryViewOf } from '../../../functions/handlers/views/delivery-view.ts';
import { aDelivery, aPersonId } from '../../support/builders.ts';

vi.stubGlobal('localStorage', { getItem: () => null });
const { groupOf } = await import('../../../web/inbox/day-groups.ts');
const { isUndecided, later } = await import('../../../web/inbox/later.ts');
afterAll(() => vi.unstubAllGlobals());

describe('a document stands', () => {
  // Five in the morning in the office; in UTC it is the day before.
  const now = Date.parse('2026-11-29T22:00:00Z');
  test.each([
    ['2026-11-29T17:00:00Z', 'Hôm nay'],
    ['2026-11-29T16:59:59Z', 'Hôm qua'],
    ['2026-11-28T17:00:00Z', 'Hôm qua'],
    ['2026-11-28T16:59:59Z', '7 ngày qua'],
    ['2026-11-23T17:00:00Z', '7 ngày qua'],
    ['2026-11-23T16:59:59Z', 'Tháng 11/2026'],
    ['2026-10-31T17:00:00Z', 'Tháng 11/2026'],
    ['2026-10-31T16:59:59Z', 'Tháng 10/2026'],
    // A clock that is ahead of this browser's.
    ['2026-11-30T17:00:00Z', 'Hôm nay'],
  ])('of %s under %s', (at, group) => {
    expect(groupOf(instantOf(Date.parse(at)), now)).toBe(group);
  });
});

describe('of two answers about a delivery', () => {
  const at = instantOf(Date.parse('2026-03-03T01:00:00Z'));
  const came = aDelivery();
  const seen = open(came, at);
  const back = sendBack(seen, aPersonId('vo-thi-hong-nhung'), 'Gửi nhầm', at);
  const [arrived, opened, sentBack] = [came, seen, back].map(deliveryViewOf) as [
    ReturnType<typeof deliveryViewOf>,
    ReturnType<typeof deliveryViewOf>,
    ReturnType<typeof deliveryViewOf>,
  ];

  test('the one that is further on is believed, whichever is the list’s', () => {
    expect(later(arrived, opened)).toBe(opened);
    expect(later(opened, arrived)).toBe(opened);
    expect(later(sentBack, opened)).toBe(sentBack);
  });

  test('the later arrival is, where it has come once more', () => {
    const again = { ...arrived, arrivedAt: at };
    expect(later(again, sentBack)).toBe(again);
    expect(later(sentBack, again)).toBe(again);
  });

  test('the only one is', () => {
    expect(later(undefined, opened)).toBe(opened);
    expect(later(opened, undefined)).toBe(opened);
    expect(later(undefined, undefined)).toBeUndefined();
  });

  test('it waits until it is received or sent back', () => {
    expect([arrived, opened, sentBack].map(isUndecided)).toEqual([true, true, false]);
  });
});
