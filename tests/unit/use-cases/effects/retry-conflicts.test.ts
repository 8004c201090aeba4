// How do many get through a door that lets one through at a time, without standing in each other's way? In time that the test makes pass.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { retryConflicts } from '../../../../functions/use-cases/effects/retry-conflicts.ts';
import { QUEUE_AT_THE_REGISTER } from '../../../../functions/use-cases/issuing/reserve-number.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A table that serves one call after the other, and a register in it whose last number must be the one that was read. */
const openRegister = (callMs: number) => {
  let served = performance.now();
  let last = 0;
  let tries = 0;
  const call = async () => {
    served = Math.max(served, performance.now()) + callMs;
    await new Promise((resolve) => setTimeout(resolve, served - performance.now()));
  };
  const take = async () => {
    tries += 1;
    await call();
    const seen = last;
    await call();
    if (seen !== last) throw new Refusal('revision_conflict');
    last += 1;
  };
  return { take, taken: () => last, tries: () => tries };
};

/** Whether each came through, when nothing more happens. */
const queueUp = async (many: number, take: () => Promise<void>): Promise<boolean[]> => {
  const all = Array.from({ length: many }, () =>
    retryConflicts(take, QUEUE_AT_THE_REGISTER).then(
      () => true,
      () => false,
    ),
  );
  await vi.runAllTimersAsync();
  return Promise.all(all);
};

test.each([60, 200])(
  '%i who come at once get through a table that serves one call at a time, most at their second try',
  async (many) => {
    const register = openRegister(3);
    const through = await queueUp(many, register.take);

    expect(through).not.toContain(false);
    expect(register.taken()).toBe(many);
    expect(register.tries()).toBeLessThan(3 * many);
  },
);

test('who cannot be served within twenty seconds gives up while his function still runs', async () => {
  const begin = performance.now();
  const through = await queueUp(2, async () => {
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    throw new Refusal('revision_conflict');
  });

  expect(through).toEqual([false, false]);
  expect(performance.now() - begin).toBeLessThan(30_000);
});

test('who is alone and overtaken once comes again at once', async () => {
  let overtaken = true;
  const begin = performance.now();
  await queueUp(1, async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (!overtaken) return;
    overtaken = false;
    throw new Refusal('revision_conflict');
  });

  expect(performance.now() - begin).toBeLessThanOrEqual(10 + 60 + 10);
});
