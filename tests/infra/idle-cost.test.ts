// Is what a stage costs while nobody works said as it is?
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { idleMonth } from '../support/idle-cost.ts';
import { PRODUCTION, synthesize } from './synthesized.ts';

test('infra/README says what a month costs in which nobody does anything, and what of it is watching', () => {
  const { counted, dollars } = idleMonth(synthesize().all);
  const { alarms, metrics, dashboards, keys, secrets } = counted;
  expect({ dashboards, keys, secrets }).toEqual({ dashboards: 1, keys: 1, secrets: 2 });
  const readme = readFileSync('infra/README.md', 'utf8').replaceAll(/\s+/g, ' ');
  expect(readme).toContain(
    `costs some ${Math.round(dollars)} USD a month (AWS's lists of November 2026, without what is free)`,
  );
  expect(readme).toContain(`${alarms} metrics that alarms look at (0.10 each)`);
  expect(readme).toContain(`${metrics} that are counted from logs (0.30 each`);
  expect(idleMonth(synthesize(PRODUCTION).all)).toEqual({ counted, dollars });
});
