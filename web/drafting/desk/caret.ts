// Where on the desk does one write, for whatever follows the caret? Kept out of React's state: a key must not draw anything anew.
import type { Caret } from './printed-place.ts';

export type CaretTeller = {
  tell: (caret: Caret) => void;
  /** Null until somebody writes. */
  now: () => Caret | null;
  hear: (moved: () => void) => () => void;
};

export const caretTeller = (): CaretTeller => {
  let caret: Caret | null = null;
  const hearers = new Set<() => void>();
  return {
    tell: (now) => {
      caret = now;
      for (const moved of hearers) moved();
    },
    now: () => caret,
    hear: (moved) => {
      hearers.add(moved);
      return () => hearers.delete(moved);
    },
  };
};
