// How do many writers get through where only one at a time can, without standing in each other's way? On a clock that the test moves.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { retryConflicts } from '../../../../functions/use-cases/effects/retry-conflicts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Refused so often before it is let through. */
const overtaken = (times: number) => {
  let left = times;
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (left === 0) return 'through';
    left -= 1;
    throw new Refusal('revision_conflict');
  };
};

test('who is overtaken once comes again at once', async () => {
  const begin = performance.now();
  const result = retryConflicts(overtaken(1));
  await vi.runAllTimersAsync();

  expect(await result).toBe('through');
  expect(performance.now() - begin).toBeLessThanOrEqual(10 + 40 + 10);
});

test('who is overtaken six times hears so within two seconds', async () => {
  const begin = performance.now();
  const result = expect(retryConflicts(overtaken(6))).rejects.toMatchObject({
    code: 'revision_conflict',
  });
  await vi.runAllTimersAsync();

  await result;
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test('what is refused for another reason is not tried again', async () => {
  const attempt = vi.fn(() => Promise.reject(new Refusal('status_wrong')));

  await expect(retryConflicts(attempt)).rejects.toMatchObject({ code: 'status_wrong' });
  expect(attempt).toHaveBeenCalledTimes(1);
});
