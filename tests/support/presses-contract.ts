// What must be known of a press that comes again, wherever it is kept? One suite for the table and for the tests' own memory.

import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../functions/domain/canonical-hash.ts';
import type { Press } from '../../functions/domain/press.ts';
import type { Presses } from '../../functions/use-cases/ports.ts';
import type { Records } from '../../functions/use-cases/world.ts';
import { A_HASH, aHash, aReport, DRAFTER, MORNING, REVIEWER } from './builders.ts';

const ANSWER = { status: 201, headers: { etag: '"1"' }, body: '{"id":"rpt_1","tên":"Báo cáo"}' };
const NOTHING = { effect: null, answer: null };
const NEARLY_A_DAY_LATER = '2026-03-03T00:59:59.000Z';
const THE_DAY_AFTER = '2026-03-03T01:00:01.000Z';
const OTHER_HASH = aHash('b');

const press = (key: string, given: Partial<Press> = {}): Press => ({
  personId: DRAFTER.id,
  key: sha256(key),
  hash: A_HASH,
  at: MORNING,
  ...given,
});

type Kept = { records: Records; presses: Presses };

export const pressesContract = (name: string, start: () => Promise<Kept>): void => {
  describe(name, () => {
    let presses: Presses;
    let records: Records;
    beforeAll(async () => {
      ({ presses, records } = await start());
    });

    /** A press that creates a report. */
    const create = async (by: Press) => {
      const report = aReport();
      const mark = { press: by, made: report.id };
      await records.commit({ report: { before: null, after: report, events: [] }, mark });
      return report;
    };

    test('of a press that never came nothing is known', async () => {
      expect(await presses.find(press('new'))).toEqual(NOTHING);
    });

    test('what a press did is known with what it made, before there is an answer', async () => {
      const { id } = await create(press('done'));

      const again = press('done', { at: NEARLY_A_DAY_LATER });

      expect(await presses.find(again)).toEqual({ effect: { made: id }, answer: null });
    });

    test('a press has one effect, though it comes ten times at once', async () => {
      const all = Array.from({ length: 10 }, () => create(press('at-once')));

      const results = await Promise.allSettled(all);

      const done = results.filter((result) => result.status === 'fulfilled');
      expect(done).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason.code).toBe('revision_conflict');
      }
      const { effect } = await presses.find(press('at-once'));
      expect(effect).toEqual({ made: done[0]?.value.id });
    });

    test('what a press does not manage to do leaves no mark', async () => {
      const report = aReport();
      const mark = { press: press('refused'), made: null };
      const overtaken = { before: report, after: report, events: [] };

      await expect(records.commit({ report: overtaken, mark })).rejects.toMatchObject({
        code: 'revision_conflict',
      });

      expect(await presses.find(press('refused'))).toEqual(NOTHING);
    });

    test('the first answer is the one that is given again', async () => {
      await create(press('answered'));
      await presses.remember(press('answered'), ANSWER);
      await presses.remember(press('answered'), { ...ANSWER, body: '{}' });

      const { effect, answer } = await presses.find(press('answered'));

      expect(answer).toEqual(ANSWER);
      expect(effect).not.toBeNull();
    });

    test('another press under the same key is refused, after an effect as after an answer', async () => {
      await create(press('reused'));
      await presses.remember(press('answered-only'), ANSWER);

      for (const key of ['reused', 'answered-only']) {
        const other = presses.find(press(key, { hash: OTHER_HASH }));
        await expect(other, key).rejects.toMatchObject({ code: 'idempotency_key_reused' });
      }
    });

    test('two people may use the same key', async () => {
      await create(press('shared'));

      const theirs = press('shared', { personId: REVIEWER.id });

      expect(await presses.find(theirs)).toEqual(NOTHING);
      await create(theirs);
    });

    test('a press counts for a day', async () => {
      await create(press('old'));
      await presses.remember(press('old'), ANSWER);
      const later = press('old', { at: THE_DAY_AFTER, hash: OTHER_HASH });

      expect(await presses.find(later)).toEqual(NOTHING);
      const { id } = await create(later);
      await presses.remember(later, { ...ANSWER, status: 200 });

      const { effect, answer } = await presses.find(later);
      expect(effect).toEqual({ made: id });
      expect(answer?.status).toBe(200);
    });
  });
};
