// How do days pass in a moment? The clock is set ahead, the state machine does what is due by then, and it is set back.
import type { Stack } from './stack.ts';

/** The stack's clock, ahead of the machine's by as many milliseconds as one says. */
export const clockAhead = () => {
  const clock = { ahead: 0 };
  return {
    clock,
    now: () => new Date(Date.now() + clock.ahead),
    /** What waits in the state machine and is due in so many milliseconds happens now; the day of everything else stays. */
    passTime: ({ machine }: Pick<Stack, 'machine'>, milliseconds: number): void => {
      clock.ahead = milliseconds;
      machine.clockMoved();
      clock.ahead = 0;
    },
  };
};
