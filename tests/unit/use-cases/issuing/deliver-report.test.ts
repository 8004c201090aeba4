// Does an issued report reach each of its recipients, whoever else writes in the same moment?
import { beforeEach, expect, test } from 'vitest';
import {
  deliveryIdOf,
  type ReportId,
  type SubmissionId,
} from '../../../../functions/domain/ids.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { deliverReport } from '../../../../functions/use-cases/issuing/deliver-report.ts';
import { aWorld, DISTRICT } from '../../../support/world.ts';
import { issued, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const to = (submissionId: SubmissionId) => ({ submissionId, recipientId: DISTRICT.id });

const arrivals = async (reportId: ReportId) => {
  const of = deliveryIdOf(reportId, DISTRICT.id);
  const { items } = await world.deliveries.events(of, { limit: 10, cursor: null });
  return items.map(({ happening }) => happening.kind);
};

/** The same world, whose next so many writes meet others. */
const meeting = (others: number): TestWorld => {
  let left = others;
  const commit: TestWorld['commit'] = (change) => {
    if (left === 0) return world.commit(change);
    left -= 1;
    return Promise.reject(new Refusal('revision_conflict'));
  };
  return { ...world, commit };
};

test('a write that met another one is no delivery yet: it is made again until it is there', async () => {
  const { id, reportId } = await issued(world);

  await deliverReport(meeting(2), to(id));

  expect(await world.deliveries.read(deliveryIdOf(reportId, DISTRICT.id))).toMatchObject({
    status: 'arrived',
  });
  expect(await arrivals(reportId)).toEqual(['arrived']);
});

test('a recipient whose delivery cannot be written is not said to have it', async () => {
  const { id } = await issued(world);

  await expect(deliverReport(meeting(Number.POSITIVE_INFINITY), to(id))).rejects.toThrow();
});

test('delivered by two at once, it arrives once', async () => {
  const { id, reportId } = await issued(world);

  await Promise.all([deliverReport(world, to(id)), deliverReport(world, to(id))]);

  expect(await arrivals(reportId)).toEqual(['arrived']);
});
