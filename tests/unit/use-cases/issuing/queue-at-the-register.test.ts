// Who is overtaken at a register: how do they come to their number, and who else gets one by it?
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { brokenAt } from '../../../../functions/domain/broken-link.ts';
import type { Instant, SubmissionId } from '../../../../functions/domain/ids.ts';
import type { Queued } from '../../../../functions/domain/issued/register.ts';
import { Refusal, Unavailable } from '../../../../functions/domain/refusal.ts';
import { handBack } from '../../../../functions/domain/workflow/issuing.ts';
import {
  expectSubmission,
  numberOf as givenTo,
  type Submission,
} from '../../../../functions/domain/workflow/submission.ts';
import { reserveNumber } from '../../../../functions/use-cases/issuing/reserve-number.ts';
import { findReport, findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import { MORNING, REVIEWER } from '../../../support/builders.ts';
import { aWorld } from '../../../support/world.ts';
import { signed, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});
afterEach(() => {
  vi.useRealTimers();
});

const FIRST = { limit: 100, cursor: null };

/** As many signed reports, a minute after each other. */
const signedInTurn = async (many: number): Promise<Submission[]> => {
  const all: Submission[] = [];
  for (let minute = 0; minute < many; minute += 1) {
    world.setTime(`2026-03-02T02:${String(minute).padStart(2, '0')}:00.000Z`);
    all.push(await signed(world));
  }
  world.setTime('2026-03-02T03:00:00.000Z');
  return all;
};

/** What those left there who were overtaken, and whose function has ended since. */
const leftInQueue = async ({
  id: submissionId,
  organizationId,
  reportId,
  revision,
  decisions,
}: Submission): Promise<void> => {
  const queued: Queued = {
    ...{ organizationId, series: 'baoCao', reportId, submissionId, revision },
    signedAt: decisions.at(-1)?.at ?? MORNING,
    ...{ signerName: 'Nguyễn Văn Minh', recipients: ['UBND huyện'], archive: 'VT', copies: 2 },
  };
  await world.commit({ queue: { add: [queued], remove: [] } });
};

/** Whoever commits next is too late. */
const overtakeNext = (): void => {
  const { commit } = world;
  world.commit = async () => {
    world.commit = commit;
    throw new Refusal('revision_conflict');
  };
};

const numberOf = async (id: SubmissionId) => givenTo(await findSubmission(world, id))?.number;
const queue = async () => (await world.submissions.queue('org_son-trung', 'baoCao', FIRST)).items;
const take = ({ id: submissionId }: Submission) => reserveNumber(world, { submissionId });

test('who is not overtaken asks for no queue, and writes what belongs to one number alone', async () => {
  const [one] = await signedInTurn(1);
  const asked = vi.spyOn(world.submissions, 'queue');
  const commits = vi.spyOn(world, 'commit');

  await take(one as Submission);

  expect(asked).not.toHaveBeenCalled();
  expect(commits.mock.calls.map((changes) => changes.map((change) => Object.keys(change)))).toEqual(
    [[['counter'], ['outgoing', 'submission', 'report']]],
  );
});

test('who is overtaken takes the numbers of all who queue with their own, in the order in which they were signed', async () => {
  const all = await signedInTurn(25);
  const me = all[12] as Submission;
  for (const one of all.toReversed()) if (one !== me) await leftInQueue(one);
  // Whoever stood first on arrival is first still, and does not come back.
  overtakeNext();

  expect(await take(me)).toMatchObject({ number: expect.any(Number), date: '2026-03-02' });

  expect(await queue()).toEqual([]);
  const rows = (await world.registers.rows('org_son-trung', 2026, 'baoCao', FIRST)).items;
  expect(rows.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
  // Eight who stand first and the one who serves them; then those behind, in their turn.
  const others = all.filter((one) => one !== me).map(({ id }) => id);
  expect(rows.map(({ submissionId }) => submissionId)).toEqual([
    ...others.slice(0, 8),
    me.id,
    ...others.slice(8),
  ]);
  for (const { id, reportId } of all) {
    const { items } = await world.reports.events(reportId, FIRST);
    expect(brokenAt(items, (await findReport(world, reportId)).events)).toBeNull();
    expect(items.at(-1)?.happening).toMatchObject({ kind: 'numbered', submissionId: id });
  }
});

test('each row says what its own report says', async () => {
  const [one, other] = (await signedInTurn(2)) as [Submission, Submission];
  await leftInQueue(one);
  overtakeNext();
  await take(other);

  const row = (number: number) => world.registers.row('org_son-trung', 2026, 'baoCao', number);
  expect(await row(1)).toMatchObject({ submissionId: one.id, recipients: ['UBND huyện'] });
  expect(await row(2)).toMatchObject({
    submissionId: other.id,
    recipients: ['UBND huyện Hương Sơn'],
    status: 'reserved',
  });
});

test('who was numbered by another finds it when they look again', async () => {
  const [one, other] = (await signedInTurn(2)) as [Submission, Submission];
  await leftInQueue(one);
  overtakeNext();
  const given = await take(other);

  expect(given.number).toBe(2);
  expect(await take(one)).toEqual({ number: 1, date: '2026-03-02' });
  expect(await take(other)).toEqual(given);
});

test('who comes again while they queue does not try for themselves alone, nor reads the words again', async () => {
  const [one, other] = (await signedInTurn(2)) as [Submission, Submission];
  await leftInQueue(one);
  await leftInQueue(other);
  const words = vi.spyOn(world.submissions, 'frozen');

  expect((await take(other)).number).toBe(2);

  expect(words).not.toHaveBeenCalled();
  expect(await numberOf(one.id)).toBe(1);
});

test('who has gone on since they queued is left out, and keeps nobody from a number', async () => {
  const [gone, one, other] = (await signedInTurn(3)) as [Submission, Submission, Submission];
  for (const each of [gone, one]) await leftInQueue(each);
  await world.commit({
    submission: { before: gone, after: handBack(expectSubmission(gone, 'issuing')) },
  });
  overtakeNext();

  expect((await take(other)).number).toBe(2);

  expect(await numberOf(gone.id)).toBeUndefined();
  expect(await numberOf(one.id)).toBe(1);
  expect(await queue()).toEqual([]);
});

test('who has left the queue with a number gets no second one', async () => {
  const [one, other] = (await signedInTurn(2)) as [Submission, Submission];
  await leftInQueue(one);
  await take(one);
  overtakeNext();

  expect((await take(other)).number).toBe(2);
  expect(await numberOf(one.id)).toBe(1);
  expect(await queue()).toEqual([]);
});

test('who queues over midnight gets the day, and at New Year the register, of the moment in which it is taken', async () => {
  const [one, other] = (await signedInTurn(2)) as [Submission, Submission];
  world.setTime('2026-12-31T16:59:59.999Z');
  await leftInQueue(one);
  world.setTime('2026-12-31T17:00:00.001Z' satisfies Instant);
  overtakeNext();

  expect(await take(other)).toEqual({ number: 2, date: '2027-01-01' });
  expect(await take(one)).toEqual({ number: 1, date: '2027-01-01' });
});

test('who is remarked on while they queue comes again as they are then', async () => {
  const [first, one] = (await signedInTurn(2)) as [Submission, Submission];
  await leftInQueue(first);
  const { queue: look } = world.submissions;
  world.submissions.queue = async (...register) => {
    world.submissions.queue = look;
    const page = await look(...register);
    const before = await findSubmission(world, one.id);
    const comment: Submission['comments'][number] = {
      personId: REVIEWER.id,
      at: '2026-03-02T03:00:00.000Z',
      text: 'Gấp',
    };
    const after = { ...before, comments: [comment], revision: before.revision + 1 };
    await world.commit({ submission: { before, after } });
    return page;
  };
  overtakeNext();

  await expect(take(one)).rejects.toThrow(Unavailable);

  expect(await take(one)).toMatchObject({ number: 1 });
});

test('who waits behind others leaves the rest to the workflow while the function still runs, and stays in the queue', async () => {
  const [one, other] = (await signedInTurn(2)) as [Submission, Submission];
  await leftInQueue(one);
  vi.useFakeTimers();
  const begin = performance.now();
  overtakeNext();
  // Somebody else stands first whenever they look, and their own number is not among those that are taken.
  const { queue: look } = world.submissions;
  let looks = 0;
  world.submissions.queue = async (...register) => {
    looks += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
    const { items } = await look(...register);
    const [first] = items as [Queued];
    return { items: [{ ...first, submissionId: `sbm_${looks}` }], cursor: null };
  };
  const waiting = expect(take(other)).rejects.toThrow(Unavailable);
  await vi.runAllTimersAsync();
  await waiting;

  expect(performance.now() - begin).toBeLessThan(30_000);
  expect(looks).toBeLessThan(25);
  world.submissions.queue = look;
  expect((await queue()).map(({ submissionId }) => submissionId)).toEqual([one.id, other.id]);
});
