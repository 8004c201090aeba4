// Where are verdicts of files kept, so that nobody is judged twice for the asking? In the table, as a courtesy to the processor:
// whatever goes wrong with it, the file is judged.
import type { Verdicts } from '../../use-cases/ports.ts';
import { verdictKey } from './keys.ts';
import { readOne } from './reads.ts';
import type { Table } from './table.ts';
import { verdictIn, verdictItem } from './verdict-item.ts';
import { writeAll } from './writes.ts';

/**
 * Of a report, compressed. Two signatures take 0.6 kB, twenty 0.9 kB; whatever takes more than this was made to, and the ten files a
 * second that the gateway lets strangers ask about cost no more than five write units each.
 */
const MOST_BYTES = 4_000;

/**
 * Characters of a report, before it is written out and compressed: fifty times what may be kept, as far as such text is ever
 * compressed. A file may be made to have a report of hundreds of megabytes, which nobody writes out to learn how long it is.
 */
const MOST_WRITTEN = 50 * MOST_BYTES;

/** What is left of so many characters behind this thing; below zero as soon as it is too long. */
const leftBehind = (thing: unknown, most: number): number => {
  if (typeof thing === 'string') return most - thing.length;
  if (typeof thing !== 'object' || thing === null) return most - 1;
  let left = most;
  for (const name in thing) {
    left = leftBehind(thing[name as keyof typeof thing], left - name.length);
    if (left < 0) break;
  }
  return left;
};

export const verdictsIn = ({
  table,
  code,
  failed,
}: {
  table: Table;
  code: string;
  /** Hears of each that could not be read or kept. */
  failed: (error: unknown) => void;
}): Verdicts => ({
  code,
  find: async (sha256) => {
    try {
      return await readOne(table, verdictKey(sha256), verdictIn);
    } catch (error) {
      failed(error);
      return null;
    }
  },
  keep: async (verdict) => {
    try {
      if (leftBehind(verdict.report, MOST_WRITTEN) < 0) return;
      const item = verdictItem(verdict);
      if (item.content.length <= MOST_BYTES) await writeAll(table, [{ put: item }]);
    } catch (error) {
      failed(error);
    }
  },
});
