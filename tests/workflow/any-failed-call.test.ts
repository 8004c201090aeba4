// Does it matter which call of AWS fails? A quick run tries one write whose answers are lost, SLOW every tenth; all: npm run faults.
import { describe, expect, it } from 'vitest';
import { hurtRun, straightRun } from '../faults/hurt-run.ts';
import { type FaultPoint, nameOf } from '../faults/points.ts';

const EVERY_TENTH = 10;

/**
 * A write of which nobody hears that it was done, in the middle of all that are made. What is refused has no effect, what is
 * asked again has an answer, and crashes after an effect are in lost-calls.
 */
const inTheMiddle = (points: FaultPoint[]): FaultPoint[] => {
  const writes = points.filter(
    ({ way, action }) => way === 'all answers lost' && /:(Put|Transact)/.test(action),
  );
  return writes.slice(writes.length / 2).slice(0, 1);
};

// What there is to hurt is known when it has been done once.
const { outcome, points } = await straightRun();
const chosen = process.env.SLOW
  ? points.filter((_, index) => index % EVERY_TENTH === 0)
  : inTheMiddle(points);

describe('a report on whose way a call fails', () => {
  it.each(chosen.map((point): [string, FaultPoint] => [nameOf(point), point]))(
    'comes to the same end, and nobody is refused anything: %s',
    async (_, point) => {
      expect(await hurtRun(point, outcome)).toMatchObject({ met: true, damage: [], refused: [] });
    },
  );

  it('meets every function that works on it', () => {
    const met = new Set(points.map(({ caller }) => caller));
    expect([...met].toSorted()).toEqual(
      [
        ...['approval', 'archive', 'ask', 'close', 'deliver', 'drafting', 'inbox', 'notify'],
        ...['number', 'prepare', 'registry', 'render', 'seal', 'sign', 'store'],
      ].toSorted(),
    );
  });
});
