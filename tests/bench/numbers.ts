// How long do a thousand reports queue at one register, and does each get a number of its own? Asked of DynamoDB Local.
import { setTimeout as pause } from 'node:timers/promises';
import { directoryIn } from '../../functions/adapters/table/directory.ts';
import { putOrganization } from '../../functions/adapters/table/directory-writes.ts';
import { recordsIn } from '../../functions/adapters/table/records.ts';
import type { SubmissionId } from '../../functions/domain/ids.ts';
import { Unavailable } from '../../functions/domain/refusal.ts';
import { reserveNumber } from '../../functions/use-cases/issuing/reserve-number.ts';
import type { Clock } from '../../functions/use-cases/ports.ts';
import { anOrganization, aReport, aSignedSubmission } from '../support/builders.ts';
import { startTable } from '../support/dynamodb.ts';
import type { Measured } from './measure.ts';

const AT_ONCE = 1_000;
const OFFICE = 'org_month-end';

/** As infra/workflow/calling.ts has the machine try a step again: a random part of 2, 4, 8 … 60 seconds. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** All of them at once, as if Lambda had an instance for each. */
export const measureNumbers = async (): Promise<Measured> => {
  const table = await startTable();
  try {
    await putOrganization(table, anOrganization({ id: OFFICE }));
    const records = recordsIn(table);
    const clock: Clock = { now: () => '2026-03-31T08:00:00.000Z' };
    /** What one instance of the function works with: what others read at the same moment comes by calls of their own. */
    const instance = () => {
      const own = { ...table };
      return { ...recordsIn(own), directory: directoryIn(own), clock };
    };
    const signed: SubmissionId[] = [];
    for (let count = 0; count < AT_ONCE; count += 1) {
      const one = aSignedSubmission(aReport({ organizationId: OFFICE }));
      await records.commit({
        report: { before: null, after: one.report, events: [] },
        submission: { before: null, after: one.submission, frozen: one.frozen },
      });
      signed.push(one.submission.id);
    }
    let triedAgain = 0;
    const numberOf = async (submissionId: SubmissionId): Promise<number> => {
      for (
        let longestMs = FIRST_PAUSE_MS;
        ;
        longestMs = Math.min(2 * longestMs, LONGEST_PAUSE_MS)
      ) {
        try {
          return (await reserveNumber(instance(), { submissionId })).number;
        } catch (error) {
          if (!(error instanceof Unavailable)) throw error;
          triedAgain += 1;
          await pause(Math.random() * longestMs);
        }
      }
    };
    const begin = performance.now();
    const numbers = await Promise.all(signed.map(numberOf));
    const seconds = (performance.now() - begin) / 1_000;
    const inOrder = numbers.toSorted((one, other) => one - other);
    const astray = inOrder.filter((number, index) => number !== index + 1).length;
    return {
      name: `${AT_ONCE} reports at one register`,
      figures: [
        { what: 'all have a number after', value: seconds, unit: 's', goal: { atMost: 60 } },
        { what: 'numbers skipped or given twice', value: astray, unit: '', goal: { atMost: 0 } },
      ],
      orientation: [{ what: 'steps that the workflow tried again', value: triedAgain, unit: '' }],
    };
  } finally {
    await table.stop();
  }
};
