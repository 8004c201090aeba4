// How does one wait for an instant that may be months away, and that may have passed meanwhile?
import { Interrupted } from './state-failure.ts';

/**
 * A timer counts at most 24.8 days, and stands still while the machine sleeps: so the wall clock is
 * looked at again at least once a minute.
 */
const LONGEST_LOOK_AWAY = 60_000;

export type WallClock = ReturnType<typeof openWallClock>;

export const openWallClock = (now: () => number) => {
  const sleepers = new Set<() => void>();

  return {
    now,

    /** Resolves at the instant (at once if it has passed); throws Interrupted when the signal aborts. */
    until(instant: number, signal: AbortSignal): Promise<void> {
      return new Promise((resolve, reject) => {
        let timer: NodeJS.Timeout | undefined;
        const leave = () => {
          clearTimeout(timer);
          sleepers.delete(look);
          signal.removeEventListener('abort', interrupt);
        };
        const interrupt = () => {
          leave();
          reject(new Interrupted());
        };
        const look = () => {
          clearTimeout(timer);
          const remaining = instant - now();
          if (remaining > 0) {
            timer = setTimeout(look, Math.min(remaining, LONGEST_LOOK_AWAY));
            return;
          }
          leave();
          resolve();
        };
        if (signal.aborted) return interrupt();
        signal.addEventListener('abort', interrupt);
        sleepers.add(look);
        look();
      });
    },

    /** Everybody who waits looks at the clock now: for a clock that was set forward. */
    lookNow(): void {
      for (const look of [...sleepers]) look();
    },
  };
};
