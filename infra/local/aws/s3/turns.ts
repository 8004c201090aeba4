// How do two writers to one key keep out of each other's way? They take turns (a lock for each key).

/** Runs the work given under one key strictly one after another; other keys do not wait. */
export const turns = (): (<T>(key: string, work: () => Promise<T>) => Promise<T>) => {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work);
    // The next in line waits for the end of this turn, however it ended.
    const ended = mine
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === ended) last.delete(key);
      });
    last.set(key, ended);
    return mine;
  };
};
