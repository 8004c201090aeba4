// Is somebody called when something goes wrong, and only then? Each alarm of the template has rung once, by the fault that should
// ring it, and none on a day as others are.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyOf } from '../../infra/local/watch/metric-data.ts';
import { ALARM_FAULTS, ordinaryDay } from './alarm-faults.ts';
import { type Commune, openCommune } from './commune.ts';

const MINUTE = 60_000;
/** A fault is in the log, or the history, a moment after whoever pressed has been answered. */
const SOON = { timeout: 20_000, interval: 100 };

describe('the alarms of the template', () => {
  let commune: Commune;
  const measured = new Set<string>();

  const ringing = (minutesLater = 0): string[] =>
    commune.stack.watching
      .alarms(Date.now() + minutesLater * MINUTE)
      .filter(({ state }) => state === 'ALARM')
      .map(({ id }) => id);
  /** What the dashboard shows of what has been measured since. */
  const lookAtTheDashboard = () => {
    for (const metric of commune.stack.watching.shown()) {
      if (metric.measured) measured.add(keyOf(metric));
    }
  };

  beforeAll(async () => {
    commune = await openCommune();
  });
  afterAll(() => commune?.close());

  it('are silent on a day as others are, on which people are refused this and that', async () => {
    await ordinaryDay(commune);
    expect(ringing()).toEqual([]);
    lookAtTheDashboard();
  });

  it.each(Object.entries(ALARM_FAULTS).map(([id, fault]) => ({ id, ...fault })))(
    '$id rings when $when',
    async ({ id, ...fault }) => {
      commune.stack.faults.clear();
      commune.stack.watching.forget();
      await fault.happens(commune);
      await expect.poll(() => ringing(fault.minutesLater), SOON).toContain(id);
      lookAtTheDashboard();
    },
  );

  it('stand beside a dashboard that shows nothing which was never measured', () => {
    const missing = commune.stack.watching.shown().filter((shown) => !measured.has(keyOf(shown)));
    expect(missing.map(({ namespace, name }) => `${namespace} ${name}`)).toEqual([]);
  });
});
