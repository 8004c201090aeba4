// With which version does everybody compare what they are asked about?
import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../../../functions/domain/directory/organization.ts';
import type { SubmissionId } from '../../../../functions/domain/ids.ts';
import { readEarlierVersion } from '../../../../functions/use-cases/approval/read-earlier-version.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import { DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf, DEPUTY, SIGNER } from '../../../support/world.ts';
import { inReview, press, submitted, submittedAgain, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const seenBy = async (person: Person, submissionId: SubmissionId) =>
  (await readEarlierVersion(world, await callerOf(world, person), submissionId))?.submission;

test('a report that is submitted for the first time has none', async () => {
  const { id } = await submitted(world);

  expect(await seenBy(REVIEWER, id)).toBeUndefined();
});

test('who returned it compares with what they returned, others with the version before', async () => {
  const first = await inReview(world);
  await press(world, first, REVIEWER, 'return', 'Thiếu số liệu');
  await submittedAgain(world, first.reportId);
  await withdrawReport(world, await callerOf(world, DRAFTER), first.reportId);
  const third = await submittedAgain(world, first.reportId);

  expect(await seenBy(REVIEWER, third.id)).toMatchObject({
    version: 1,
    decisions: [{ reason: 'Thiếu số liệu' }],
  });
  expect(await seenBy(SIGNER, third.id)).toMatchObject({ version: 2, how: 'withdrawn' });
});

test('comes with the words that were frozen then', async () => {
  const first = await inReview(world);
  await press(world, first, REVIEWER, 'return', 'Thiếu số liệu');
  const second = await submittedAgain(world, first.reportId);

  const earlier = await readEarlierVersion(world, await callerOf(world, REVIEWER), second.id);

  expect(earlier?.content).toEqual(await world.submissions.frozen(first.id));
});

test('is nobody’s business who is not of its chain', async () => {
  const { id } = await submitted(world);

  await expect(seenBy(DEPUTY, id)).rejects.toMatchObject({ code: 'not_permitted' });
});
