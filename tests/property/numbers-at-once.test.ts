// Whoever comes to a register at whichever moment, and whoever dies or is handed back meanwhile: is each number given once?
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { brokenAt } from '../../functions/domain/broken-link.ts';
import type { Instant, SubmissionId } from '../../functions/domain/ids.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { Refusal, Unavailable } from '../../functions/domain/refusal.ts';
import { handBack } from '../../functions/domain/workflow/issuing.ts';
import {
  expectSubmission,
  numberOf,
  type Submission,
} from '../../functions/domain/workflow/submission.ts';
import { reserveNumber } from '../../functions/use-cases/issuing/reserve-number.ts';
import type { Commit } from '../../functions/use-cases/ports.ts';
import { findReport, findSubmission } from '../../functions/use-cases/reading/find.ts';
import { aReport, aSignedSubmission } from '../support/builders.ts';
import { drawsFrom } from '../support/draws.ts';
import { aWorld } from '../support/world.ts';

/** Enough that somebody serves others, dies at it and is followed by another in many of them; the first test would tell. */
const RUSHES = 60;
/** More than are numbered at once. */
const MOST = 14;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const FIRST = { limit: 100, cursor: null };
const EVE = Date.parse('2026-03-02T16:59:59.000Z');

/** The process of the function has ended, before a call or after it. */
class Died extends Error {}

/** One register and those who come to it; every call to the table waits until it is drawn. */
const rush = async (seed: number, many: number) => {
  const draw = drawsFrom(seed);
  const world = aWorld();
  const begin = performance.now();
  const all: Submission[] = [];
  const signedAt = new Map<SubmissionId, Instant>();
  for (let count = 0; count < many; count += 1) {
    const { report, submission, frozen } = aSignedSubmission(aReport());
    const at = instantOf(EVE - Math.floor(draw() * 1e6));
    const decisions = submission.decisions.map((one) => ({ ...one, at }));
    const after = { ...submission, decisions };
    await world.commit({
      report: { before: null, after: report, events: [] },
      submission: { before: null, after, frozen },
    });
    all.push(after);
    signedAt.set(after.id, at);
  }
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));
  const together: SubmissionId[][] = [];
  const seen = new Set<string>();

  /** What one run of the step works with: it may die at any call. */
  const instance = (mayDie: boolean) => {
    const dies = () => mayDie && draw() < 0.03;
    const slow =
      <Asked extends unknown[], Answer>(call: (...asked: Asked) => Promise<Answer>) =>
      async (...asked: Asked): Promise<Answer> => {
        await turn();
        if (dies()) throw new Died();
        const answer = await call(...asked);
        await turn();
        if (dies()) throw new Died();
        return answer;
      };
    const commit: Commit = async (...changes) => {
      await world.commit(...changes);
      const numbered = changes.flatMap(({ outgoing }) => outgoing?.after.submissionId ?? []);
      if (numbered.length > 0) together.push(numbered);
      if (numbered.length > 1) seen.add('several together');
    };
    const slowly = {
      reports: { ...world.reports, read: slow(world.reports.read) },
      submissions: {
        ...world.submissions,
        read: slow(world.submissions.read),
        queue: slow(world.submissions.queue),
      },
      registers: { ...world.registers, counter: slow(world.registers.counter) },
      commit: slow(commit),
    };
    const clock = { now: () => instantOf(EVE + performance.now() - begin) };
    return { ...slowly, directory: world.directory, clock };
  };

  /** As the workflow does it; what has died at the third try as well is for the clerk. */
  const step = async ({ id: submissionId }: Submission): Promise<void> => {
    for (let tries = 1; tries <= 12; tries += 1) {
      try {
        await reserveNumber(instance(tries < 4), { submissionId });
        return;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'status_wrong') return;
        if (!(error instanceof Unavailable || error instanceof Died)) throw error;
        seen.add(error.name === 'Unavailable' ? 'left to the workflow' : 'died');
        await new Promise((resolve) => setTimeout(resolve, draw() * 2_000 * 2 ** tries));
      }
    }
    throw new Error('no number after twelve tries');
  };
  /** The clerk gives one back, if it is not too late. */
  const giveBack = async ({ id }: Submission): Promise<void> => {
    await turn();
    try {
      const before = expectSubmission(await findSubmission(world, id), 'issuing');
      await turn();
      await world.commit({ submission: { before, after: handBack(before) } });
      seen.add('handed back');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };

  let open = 0;
  const running = (work: Promise<void>) => {
    open += 1;
    return work.finally(() => {
      open -= 1;
    });
  };
  const work = Promise.all([
    ...all.map((one) => running(step(one))),
    ...all.filter(() => draw() < 0.1).map((one) => running(giveBack(one))),
  ]);
  while (open > 0) {
    await new Promise((resolve) => setImmediate(resolve));
    const [next] = waiting.splice(Math.floor(draw() * waiting.length), 1);
    next?.();
    await vi.advanceTimersByTimeAsync(waiting.length > 0 || next ? 2 : 100);
  }
  await work;
  return { world, all, signedAt, together, seen };
};

const inEveryRush = (holds: (rushed: Awaited<ReturnType<typeof rush>>) => Promise<void> | void) =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 2, max: MOST }),
      async (seed, many) => holds(await rush(seed, many)),
    ),
    { numRuns: RUSHES },
  );

test('in the rushes tried here some are numbered together, some die, are handed back, give up or see midnight', async () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 20; seed += 1) {
    const rushed = await rush(seed, MOST);
    for (const one of rushed.seen) seen.add(one);
    const { items } = await rushed.world.registers.rows('org_son-trung', 2026, 'baoCao', FIRST);
    if (new Set(items.map(({ date }) => date)).size > 1) seen.add('midnight');
  }
  expect([...seen].sort()).toEqual([
    'died',
    'handed back',
    'left to the workflow',
    'midnight',
    'several together',
  ]);
});

test('every number is given once, without a gap, on days that never go back, and to everybody who was not handed back', async () => {
  await inEveryRush(async ({ world, all, together, signedAt }) => {
    const { items: rows } = await world.registers.rows('org_son-trung', 2026, 'baoCao', FIRST);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    const days = rows.map(({ date }) => date);
    expect(days).toEqual(days.toSorted());
    const counter = await world.registers.counter('org_son-trung', 2026, 'baoCao');
    expect(counter?.lastNumber ?? 0).toBe(rows.length);
    expect(counter?.lastDate).toBe(days.at(-1));

    for (const { id, reportId } of all) {
      const submission = await findSubmission(world, id);
      const number = numberOf(submission);
      const mine = rows.filter(({ submissionId }) => submissionId === id);
      expect(mine.map((row) => row.number)).toEqual(number === null ? [] : [number.number]);
      expect(number !== null).toBe(submission.status === 'issuing');
      const { items: chain } = await world.reports.events(reportId, FIRST);
      expect(brokenAt(chain, (await findReport(world, reportId)).events)).toBeNull();
      expect(chain.map(({ happening }) => happening.kind)).toEqual(
        number === null ? [] : ['numbered'],
      );
    }

    for (const ids of together) {
      const moments = ids.map((id) => `${signedAt.get(id)} ${id}`);
      expect(moments).toEqual(moments.toSorted());
    }
  });
});
