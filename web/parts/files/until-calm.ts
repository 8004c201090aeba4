// When is the time for work that would hold up typing? When no key has been pressed for a moment (debounce).

/** Longer than between two letters of a word, shorter than what a saved word's page takes to arrive. */
const CALM_MS = 200;

let lastKey = Number.NEGATIVE_INFINITY;
addEventListener(
  'keydown',
  () => {
    lastKey = performance.now();
  },
  { capture: true, passive: true },
);

export const untilCalm = async (): Promise<void> => {
  for (;;) {
    const rest = lastKey + CALM_MS - performance.now();
    if (rest <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
};
