// Does it matter which call of AWS fails? A quick run tries a call whose answers are lost and a crash, SLOW every tenth; all: npm run faults.
import { describe, expect, it } from 'vitest';
import { hurtRun, straightRun } from '../faults/hurt-run.ts';
import { type FaultPoint, nameOf } from '../faults/points.ts';

const EVERY_TENTH = 10;

/** The two ways that leave an effect and nobody who knows of it; what is refused has none, and what is asked again, an answer. */
const DEAREST: FaultPoint['way'][] = ['all answers lost', 'crash'];

/** One of each, each at another part of the calls. */
const oneOfEach = (points: FaultPoint[]): FaultPoint[] =>
  DEAREST.flatMap((way, index) => {
    const calls = points.filter((point) => point.way === way);
    return calls[Math.floor((calls.length * (index + 1)) / (DEAREST.length + 1))] ?? [];
  });

// What there is to hurt is known when it has been done once.
const { outcome, points } = await straightRun();
const chosen = process.env.SLOW
  ? points.filter((_, index) => index % EVERY_TENTH === 0)
  : oneOfEach(points);

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
