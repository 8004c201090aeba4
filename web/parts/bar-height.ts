// How much of a phone's lower edge is covered? As much as the bar that keeps to it is high: its rows wrap, a finger needs more
// room than a pointer, messages come and go. Style sheets know it as `--bar`.

let covered = 0;

/** In pixels, of the bar that was measured last. */
export const barCovers = (): number => covered;

/** Given to the bar as its `ref`. What was measured last stands until another bar is there: nothing else refers to it. */
export const barHeight = (bar: HTMLElement | null): (() => void) | undefined => {
  if (bar === null) return undefined;
  const measured = new ResizeObserver(([entry]) => {
    covered = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? covered);
    document.documentElement.style.setProperty('--bar', `${covered}px`);
  });
  measured.observe(bar);
  return () => measured.disconnect();
};
