// Who hears that an execution's status has changed? Whoever listens to the machine, as EventBridge
// does on AWS: in order and at least once, though the process may die or the listener be down.
import type { Execution, StatusChange } from './execution-store.ts';
import type { WallClock } from './wall-clock.ts';

/** A listener that fails is told again after 1, 2, 4 … and at most 60 seconds: it may be restarting. */
const TELL_AGAIN = { first: 1_000, longest: 60_000 };

/** `save` keeps what has been told; closing stops telling, and what is untold stays kept. */
export const openStatusNews = (
  listener: (change: StatusChange) => Promise<void> | void,
  save: (execution: Execution) => void,
  clock: WallClock,
  closing: AbortSignal,
) => {
  const telling = new Map<Execution, Promise<void>>();

  const tellAll = async (execution: Execution): Promise<void> => {
    let pause = TELL_AGAIN.first;
    try {
      for (let [next] = execution.untold; next !== undefined; [next] = execution.untold) {
        try {
          await listener(next);
          execution.untold.shift();
          save(execution);
        } catch {
          await clock.until(clock.now() + pause, closing);
          pause = Math.min(2 * pause, TELL_AGAIN.longest);
        }
        closing.throwIfAborted();
      }
    } finally {
      // In the same breath as finding nothing left, so that the next change is not overlooked.
      telling.delete(execution);
    }
  };

  return {
    /** Tells what is untold of this execution, unless that is being done. */
    tell(execution: Execution): void {
      if (telling.has(execution)) return;
      const told = Promise.resolve()
        .then(() => tellAll(execution))
        .catch(() => {
          // Called off by closing: the rest is told when the folder is opened again.
        });
      telling.set(execution, told);
    },

    async settled(): Promise<void> {
      await Promise.all(telling.values());
    },
  };
};
