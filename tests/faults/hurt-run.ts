// How does a run go with one fault injected at one point? On the stack's first day, and compared with the straight one.
import { borrowStack } from '../support/local-stack.ts';
import { behindTheDesks, doorsOf } from '../workflow/behind-the-desks.ts';
import { doTheMainJob } from './main-job.ts';
import { differences, type JobOutcome, outcomeOf } from './outcome.ts';
import type { ToldRefusal } from './patient-people.ts';
import { type FaultPoint, hurt, pointsOf } from './points.ts';

export type HurtRun = {
  point: FaultPoint;
  /** The call came, so that it could fail. */
  met: boolean;
  /** What is not as it is after a straight run; nothing if it survived. */
  damage: string[];
  /** Refusals shown to people who did nothing wrong. */
  refused: ToldRefusal[];
  /** How often the clerk was asked to help. */
  helped: number;
  milliseconds: number;
};

/** One main job, with a point to hurt or none. */
const run = async (point: FaultPoint | null) => {
  const stack = await borrowStack();
  const behind = behindTheDesks(doorsOf(stack));
  try {
    const isMet = point === null ? () => true : hurt(stack, point);
    const { reportId, refused } = await doTheMainJob(stack, behind);
    return {
      ...(await outcomeOf(stack, behind, reportId)),
      ...{ refused, met: isMet() },
      points: pointsOf(stack.counts.all()),
    };
  } finally {
    behind.close();
  }
};

/** The second run of a stack: nothing is started or read for the first time any more. */
export const straightRun = async (): Promise<{ outcome: JobOutcome; points: FaultPoint[] }> => {
  await run(null);
  const { outcome, points, refused } = await run(null);
  if (refused.length > 0) throw new Error(`refused on a straight way: ${JSON.stringify(refused)}`);
  return { outcome, points };
};

/** A mail that fails is not sent; all else must be as it was. */
const without = (point: FaultPoint, outcome: JobOutcome): JobOutcome =>
  point.action === 'ses:SendEmail' ? { ...outcome, mails: {} } : outcome;

export const hurtRun = async (point: FaultPoint, straight: JobOutcome): Promise<HurtRun> => {
  const began = performance.now();
  const ended = () => Math.round(performance.now() - began);
  try {
    const { outcome, refused, met, helped } = await run(point);
    const damage = differences(without(point, straight), without(point, outcome));
    return { ...{ point, met, damage, refused, helped }, milliseconds: ended() };
  } catch (error) {
    const damage = [error instanceof Error ? error.message : String(error)];
    return { ...{ point, met: true, damage, refused: [], helped: 0 }, milliseconds: ended() };
  }
};
