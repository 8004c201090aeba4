// What must records keep, list and refuse, wherever they are? One suite for the table and for the tests' own memory.
import { afterAll, beforeAll, describe } from 'vitest';
import type { Records } from '../../functions/use-cases/world.ts';
import { deliveriesAreKept } from './records/deliveries.ts';
import type { Kept } from './records/kept.ts';
import { registersAreKept } from './records/registers.ts';
import { reportsAreKept } from './records/reports.ts';
import { wordsSetAsideAreKept } from './records/set-aside.ts';
import { waitsAreKept } from './records/waits.ts';
import { wordsAreKept } from './records/words.ts';

/** `start` gives empty records and what ends them. */
export const recordsContract = (
  name: string,
  start: () => Promise<{ records: Records; stop(): Promise<void> }>,
): void => {
  describe(name, () => {
    const kept = {} as Kept;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      ({ records: kept.records, stop } = await start());
    });
    afterAll(() => stop());

    reportsAreKept(kept);
    wordsSetAsideAreKept(kept);
    waitsAreKept(kept);
    deliveriesAreKept(kept);
    wordsAreKept(kept);
    registersAreKept(kept);
  });
};
