// Is whoever waits told what they may not do yet, and of nothing that they may?
import { afterAll, expect, test, vi as vitest } from 'vitest';
import type { AccessChangeView } from '../../../functions/contracts/views.ts';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import * as vi from '../../../web/words/vi.ts';

// The words of the screens ask the browser for its language when they are read.
vitest.stubGlobal('localStorage', { getItem: () => null });
const { waitingPowers } = await import('../../../web/parts/power.ts');
afterAll(() => vitest.unstubAllGlobals());

const { power } = vi.unsettled;
const inHours = (hours: number) => instantOf(Date.now() + hours * 3_600_000);
const SOON = inHours(2);
const LATER = inHours(20);
const change = (what: AccessChangeView['what'], standsFrom = SOON): AccessChangeView => ({
  what,
  to: null,
  isHeld: false,
  standsFrom,
});

test('a clerk who was made administrator may seal, and agrees to nothing yet', () => {
  expect(waitingPowers(['clerk', 'administrator'], [change('rights')])).toEqual([
    { does: power.administrator, until: SOON },
  ]);
});

test('another way in bars from everything, each power until it is free', () => {
  const changes = [change('secondFactor'), change('rights', LATER)];
  expect(waitingPowers(['signer', 'clerk', 'administrator'], changes)).toEqual([
    { does: `${power.signer}, ${power.clerk}`, until: SOON },
    { does: power.administrator, until: LATER },
  ]);
  expect(waitingPowers(['signer', 'administrator'], [change('email')])).toEqual([
    { does: `${power.signer}, ${power.administrator}`, until: SOON },
  ]);
});

test('whoever has a key and no role signs; what is over bars from nothing', () => {
  expect(waitingPowers([], [change('email')])).toEqual([{ does: power.signer, until: SOON }]);
  expect(waitingPowers(['signer'], [change('email', inHours(-1))])).toEqual([]);
});
