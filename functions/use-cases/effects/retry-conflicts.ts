// What if somebody else was faster? Read again and try again, a few times, then say so.
import { Refusal } from '../../domain/refusal.ts';

/** How often to try, and between which bounds the pauses grow; each pause is a random part of its bound (full jitter). */
export type Pace = {
  tries: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** Where many queue for one thing. */
  queue?: {
    /** What an attempt took was spent behind the others: the bound is at least so many times that, so that they meet no more. */
    timesAttempt: number;
    /** Beyond this a bound does not grow, however long the attempt took. */
    longestPauseMs: number;
    /** No pause is begun that would end later than this after the first attempt began. */
    withinMs: number;
  };
};

const boundOf = ({ firstPauseMs, longestPauseMs, queue }: Pace, tries: number, tookMs: number) =>
  Math.max(
    Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)),
    queue ? Math.min(queue.longestPauseMs, queue.timesAttempt * tookMs) : 0,
  );

/**
 * Twenty people of one round may press in the same second; six tries let them all through.
 * A transaction takes some 10 ms; waiting up to 40..640 ms at random spreads the rest.
 */
const PEOPLE_OF_ONE_ROUND: Pace = { tries: 6, firstPauseMs: 40, longestPauseMs: 640 };

/**
 * What one person does with what is his alone: he meets his own earlier try, still under way, or the workflow's write. It
 * is over in some 10 ms; whoever really was overtaken hears so after 120 ms at most.
 */
export const ONE_PERSON: Pace = { tries: 3, firstPauseMs: 40, longestPauseMs: 80 };

/** Repeats `attempt` while it is refused with revision_conflict; it must read what it changes anew each time. */
export const retryConflicts = async <Result>(
  attempt: () => Promise<Result>,
  pace = PEOPLE_OF_ONE_ROUND,
): Promise<Result> => {
  const begin = performance.now();
  for (let tries = 1; ; tries += 1) {
    const began = performance.now();
    try {
      return await attempt();
    } catch (error) {
      const overtaken = error instanceof Refusal && error.code === 'revision_conflict';
      if (!overtaken || tries === pace.tries) throw error;
      const now = performance.now();
      const pauseMs = Math.random() * boundOf(pace, tries, now - began);
      if (now + pauseMs - begin > (pace.queue?.withinMs ?? Number.POSITIVE_INFINITY)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
};
