// How do the branches of a Parallel and the iterations of a Map run side by side?
import type { Json } from './definition.ts';
import type { Strand } from './execution-store.ts';
import { Interrupted } from './state-failure.ts';

/**
 * Runs the strands, `width` at a time, and gives their outputs in order. The first failure calls off
 * the others and is thrown; throws Interrupted when the signal aborts.
 */
export const sideBySide = async (
  strands: Strand[],
  width: number,
  signal: AbortSignal,
  runOne: (strand: Strand, index: number, signal: AbortSignal) => Promise<Json>,
): Promise<Json> => {
  const stop = new AbortController();
  const inner = AbortSignal.any([signal, stop.signal]);
  const failures: unknown[] = [];
  // All lanes draw from one queue.
  const queue = strands.entries();
  const lane = async () => {
    for (const [index, strand] of queue) {
      if (inner.aborted) return;
      await runOne(strand, index, inner).catch((thrown) => {
        failures.push(thrown);
        stop.abort();
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, strands.length) }, lane));
  if (signal.aborted) throw new Interrupted();
  if (failures.length > 0) throw failures[0];
  return strands.map(({ done }) => done?.output ?? null);
};
