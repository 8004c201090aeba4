// What if somebody else was faster? Read again and try again, a few times, then say so.
import { Refusal } from '../domain/refusal.ts';

/** How often to try, and between which bounds the pauses grow; each pause is a random part of its bound (full jitter). */
export type Pace = { tries: number; firstPauseMs: number; longestPauseMs: number };

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
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const overtaken = error instanceof Refusal && error.code === 'revision_conflict';
      if (!overtaken || tries === pace.tries) throw error;
      const longest = Math.min(pace.longestPauseMs, pace.firstPauseMs * 2 ** (tries - 1));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest));
    }
  }
};
