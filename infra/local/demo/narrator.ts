// How is a story told on the terminal? Each step in a line, with the time it took.

export type Narrator = <Result>(what: string, step: () => Promise<Result>) => Promise<Result>;

/** Prints each step with its time, and keeps the milliseconds. */
export const narrate =
  (milliseconds: Record<string, number>): Narrator =>
  async (what, step) => {
    const started = performance.now();
    const result = await step();
    const took = Math.round(performance.now() - started);
    milliseconds[what] = took;
    console.log(`${String(took).padStart(7)} ms  ${what}`);
    return result;
  };
