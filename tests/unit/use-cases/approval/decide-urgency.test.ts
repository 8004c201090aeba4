// What does the signer's word on urgency change, and what does it leave?
import { beforeEach, expect, test } from 'vitest';
import { LAYOUTS } from '../../../../functions/document/layouts.ts';
import { contentHash } from '../../../../functions/domain/canonical-hash.ts';
import type { Person } from '../../../../functions/domain/directory/organization.ts';
import type { Submission } from '../../../../functions/domain/workflow/submission.ts';
import { decideUrgency } from '../../../../functions/use-cases/approval/decide-urgency.ts';
import { prepareSubmission } from '../../../../functions/use-cases/issuing/prepare-submission.ts';
import { findReport, findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import { A_CHAIN, aContent, aHash, DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf, SIGNER, STRANGER } from '../../../support/world.ts';
import {
  ask,
  historyOf,
  inReview,
  press,
  round,
  type TestWorld,
  waitingForSignature,
} from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const makeUrgent = async (
  { id: submissionId, contentHash: seen }: Submission,
  person: Person = SIGNER,
) => {
  const wish = { submissionId, urgency: 'veryUrgent', contentHash: seen } as const;
  return decideUrgency(world, await callerOf(world, person), wish);
};

test('the page is another one, with a hash of its own; the old one is asked about no more', async () => {
  const before = await waitingForSignature(world);

  const after = await makeUrgent(before);

  const content = await world.submissions.frozen(after.id);
  expect(content).toEqual(aContent({ urgency: 'veryUrgent' }));
  expect(after).toMatchObject({
    contentHash: contentHash(aContent({ urgency: 'veryUrgent' }), A_CHAIN, LAYOUTS.newest),
    version: before.version,
    pageHash: null,
    urgency: 'veryUrgent',
  });
  expect(await findSubmission(world, before.id)).toMatchObject({
    status: 'ended',
    how: 'replaced',
  });
  expect(await world.submissions.askedIn(before.id)).toEqual([]);
  expect(world.machine.answered.at(-1)).toMatchObject({ outcome: 'replaced' });
  expect(world.machine.started).toContain(after.id);
});

test('it goes on where it stood: the reviewer is not asked again, the signer signs the new page', async () => {
  const after = await makeUrgent(await waitingForSignature(world));
  const started = { submissionId: after.id };

  expect(await prepareSubmission(world, started)).toMatchObject({ round: 1, rounds: 2 });
  await ask(world, after.id, round(1));
  const signed = await press(world, after, SIGNER, 'sign');

  expect(signed.status).toBe('issuing');
  expect(signed.decisions.map(({ kind }) => kind)).toEqual(['agree', 'sign']);
  expect(await findReport(world, after.reportId)).toMatchObject({
    status: 'issuing',
    submissionId: after.id,
  });
  expect(await historyOf(world, after.reportId)).toContain('urgencyDecided');
});

test('what was shown before cannot be signed any more', async () => {
  const before = await waitingForSignature(world);
  await makeUrgent(before);

  await expect(press(world, before, SIGNER, 'sign')).rejects.toMatchObject({
    code: 'status_wrong',
  });
});

test.each([
  [DRAFTER, 'not_permitted'],
  [REVIEWER, 'not_permitted'],
  [STRANGER, 'submission_not_found'],
])('is not for $id', async (person, code) => {
  const submission = await waitingForSignature(world);

  await expect(makeUrgent(submission, person)).rejects.toMatchObject({ code });
});

test('is not for the signer before it is their turn, nor for words that they have not seen', async () => {
  const early = await inReview(world);
  await expect(makeUrgent(early)).rejects.toMatchObject({ code: 'not_asked' });

  const submission = await waitingForSignature(world);
  const unseen = makeUrgent({ ...submission, contentHash: aHash('b') });
  await expect(unseen).rejects.toMatchObject({ code: 'content_changed' });
});

test('the same urgency again is no decision', async () => {
  const after = await makeUrgent(await waitingForSignature(world));
  await ask(world, after.id, round(1));

  await expect(makeUrgent(after)).rejects.toMatchObject({ code: 'input_invalid' });
});
