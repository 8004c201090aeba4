// How many calls does this machine run at once (a semaphore)? So many; whoever comes then waits for room, in the order of coming.

/** Resolves when there is room, to what gives it back; to be called once. */
export type Enter = () => Promise<() => void>;

export const openRoom = (places: number): Enter => {
  const waiting: (() => void)[] = [];
  let free = places;
  const leave = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
};
