// What if somebody else was faster (optimistic concurrency)? Read again and try again, a few times, then say so.
import { Refusal } from '../../domain/refusal.ts';

/** How often to try, and between which bounds the pauses grow (exponential backoff); each is a random part of its bound (full jitter). */
type Pace = { tries: number; firstPauseMs: number; longestPauseMs: number };

/**
 * Twenty people of one round may press in the same second; six tries let them all through.
 * A transaction takes some 10 ms; waiting up to 40..640 ms at random spreads the rest.
 */
const PEOPLE_OF_ONE_ROUND: Pace = { tries: 6, firstPauseMs: 40, longestPauseMs: 640 };

/**
 * What one person does with what is theirs alone: they meet their own earlier try, still under way, or the workflow's write. It
 * is over in some 10 ms; whoever really was overtaken hears so after 120 ms at most.
 */
export const ONE_PERSON: Pace = { tries: 3, firstPauseMs: 40, longestPauseMs: 80 };

/** Something moved between the reading and the writing. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'revision_conflict';

/** Repeats `attempt` while it is refused with revision_conflict; it must read what it changes anew each time. */
export const retryConflicts = async <Result>(
  attempt: () => Promise<Result>,
  { tries, firstPauseMs, longestPauseMs } = PEOPLE_OF_ONE_ROUND,
): Promise<Result> => {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isOvertaken(error) || attempts === tries) throw error;
      const bound = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * bound));
    }
  }
};
