// What if somebody else was faster? Read again and try again, a few times, then say so.
import { Refusal } from '../domain/refusal.ts';

/** Twenty people of one round may press in the same second; six tries let them all through. */
const TRIES = 6;
/** A transaction takes some 10 ms; waiting 20..640 ms at random spreads the rest. */
const FIRST_PAUSE_MS = 20;

/** Repeats `attempt` while it is refused with revision_conflict; it must read what it changes anew each time. */
export const retryConflicts = async <Result>(attempt: () => Promise<Result>): Promise<Result> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'revision_conflict' || tries === TRIES)
        throw error;
      const pause = Math.random() * FIRST_PAUSE_MS * 2 ** tries;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
};
