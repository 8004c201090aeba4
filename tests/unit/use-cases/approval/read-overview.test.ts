// What does the chairman's overview count, and over which time?
import { beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../../../functions/domain/ids.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import { medianDays, type Step } from '../../../../functions/domain/workflow/step.ts';
import { readOverview } from '../../../../functions/use-cases/approval/read-overview.ts';
import { MORNING, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf, SIGNER } from '../../../support/world.ts';
import { inReview, press, type TestWorld, waitingForSignature } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const overviewOf = async (person = SIGNER) => readOverview(world, await callerOf(world, person));

const issuedAt = (at: Instant): Step => ({
  organizationId: 'org_son-trung',
  submissionId: `sbm_${at.replaceAll(/\D/g, '')}`,
  kind: 'issue',
  since: at,
  at,
});

test('an office that has done nothing yet has no middle and nothing waits', async () => {
  expect(await overviewOf()).toEqual({
    waiting: { count: 0, isMore: false },
    issued: { month: '2026-03', count: 0, isMore: false },
    rounds: [
      { kind: 'review', medianDays: null, counted: 0, since: null },
      { kind: 'sign', medianDays: null, counted: 0, since: null },
    ],
  });
});

test('a round counts from its question to its end, whichever end it had', async () => {
  const first = await inReview(world);
  const second = await inReview(world);
  world.setTime('2026-03-03T01:00:00.000Z');
  await press(world, first, REVIEWER, 'return', 'Thiếu số liệu');
  world.setTime('2026-03-05T01:00:00.000Z');
  await press(world, second, REVIEWER, 'agree');

  const { rounds } = await overviewOf();

  expect(rounds[0]).toEqual({
    kind: 'review',
    medianDays: 2,
    counted: 2,
    since: '2026-03-03T01:00:00.000Z',
  });
});

test('what waits for the signer waits for nobody else', async () => {
  await waitingForSignature(world);
  await inReview(world);

  expect((await overviewOf()).waiting).toEqual({ count: 1, isMore: false });
});

test('a month is the office’s month, not the one of UTC', async () => {
  // 23:30 on the last of February and 00:30 on the first of March in the office.
  await world.commit({ step: issuedAt('2026-02-28T16:30:00.000Z') });
  await world.commit({ step: issuedAt('2026-02-28T17:30:00.000Z') });
  await world.commit({ step: issuedAt(MORNING) });

  expect((await overviewOf()).issued).toEqual({ month: '2026-03', count: 2, isMore: false });
});

test('is a signer’s', async () => {
  await expect(overviewOf(REVIEWER)).rejects.toMatchObject({ code: 'not_permitted' });
});

test('the middle of an even number lies between the two in the middle', () => {
  const took = (days: number) => ({
    since: MORNING,
    at: instantOf(Date.parse(MORNING) + days * 86_400_000),
  });

  expect(medianDays([took(9), took(1), took(2), took(4)])).toBe(3);
  expect(medianDays([took(9), took(1), took(2)])).toBe(2);
});
