// Which day does a number get that is taken about midnight?
import { beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../../functions/domain/ids.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { reserveNumber } from '../../../functions/use-cases/reserve-number.ts';
import { aWorld } from '../../support/world.ts';
import { signed, type TestWorld } from './office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

/** Somebody else takes a number at that moment, between this one's look at the clock and its look at the register. */
const overtakenAt = async (at: Instant, submissionId: string): Promise<void> => {
  const { counter } = world.records;
  world.records.counter = async (...register) => {
    world.records.counter = counter;
    world.setTime(at);
    await reserveNumber(world, { submissionId });
    return counter(...register);
  };
};

test('a number that is overtaken at midnight gets the day that has begun', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-03-02T16:59:59.999Z');
  await overtakenAt('2026-03-02T17:00:00.001Z', other.id);

  const given = await reserveNumber(world, { submissionId: one.id });

  expect(given).toEqual({ number: 2, date: '2026-03-03' });
});

test('a number that is overtaken at New Year is the next one of the year that has begun', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-12-31T16:59:59.999Z');
  await overtakenAt('2026-12-31T17:00:00.001Z', other.id);

  const given = await reserveNumber(world, { submissionId: one.id });

  expect(given).toEqual({ number: 2, date: '2027-01-01' });
});

test('whose clock is a little behind another’s at midnight waits for his own', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-03-02T17:00:00.001Z');
  await reserveNumber(world, { submissionId: other.id });
  world.setTime('2026-03-02T16:59:59.500Z');

  await expect(reserveNumber(world, { submissionId: one.id })).rejects.toThrow(Unavailable);

  world.setTime('2026-03-02T17:00:00.000Z');
  const given = await reserveNumber(world, { submissionId: one.id });
  expect(given).toEqual({ number: 2, date: '2026-03-03' });
});

test('a register that is days ahead of the clock is refused', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-03-04T02:00:00.000Z');
  await reserveNumber(world, { submissionId: other.id });
  world.setTime('2026-03-02T16:59:59.500Z');

  await expect(reserveNumber(world, { submissionId: one.id })).rejects.toMatchObject({
    code: 'date_before_register',
  });
});
