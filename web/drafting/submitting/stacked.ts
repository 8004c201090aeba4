// At which height does each note in the margin stand? At its place where there is room; the one that is looked at in any case.

/** A note wants to stand at `at` and is so high, in pixels. */
export type Note = { at: number; height: number };

/** Above each other, in their order, none over another; those before the `chosen` one give way upwards, as far as there is room. */
export const stacked = (notes: readonly Note[], gap: number, chosen: number | null): number[] => {
  let free = 0;
  const tops = notes.map(({ at, height }) => {
    const top = Math.max(at, free);
    free = top + height + gap;
    return top;
  });
  const note = chosen === null ? undefined : notes[chosen];
  if (chosen === null || !note) return tops;
  const needed = notes.slice(0, chosen).reduce((sum, { height }) => sum + height + gap, 0);
  let below = Math.max(note.at, needed);
  tops[chosen] = below;
  for (let each = chosen - 1; each >= 0; each -= 1) {
    below = Math.min(tops[each] ?? 0, below - (notes[each]?.height ?? 0) - gap);
    tops[each] = below;
  }
  free = (tops[chosen] ?? 0) + note.height + gap;
  for (let each = chosen + 1; each < notes.length; each += 1) {
    const { at, height } = notes[each] ?? { at: 0, height: 0 };
    tops[each] = Math.max(at, free);
    free = (tops[each] ?? 0) + height + gap;
  }
  return tops;
};
