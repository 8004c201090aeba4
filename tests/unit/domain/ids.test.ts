// Is one kind of name ever taken for another? Not by the schemas at the edge, nor by the compiler within.
import { describe, expect, test } from 'vitest';
import { agencyWith, personWith } from '../../../functions/domain/directory/key-holder.ts';
import { attachmentKey, imageKey, previewKeys } from '../../../functions/domain/file-keys.ts';
import {
  DeliveryId,
  deliveryIdOf,
  Instant,
  OrganizationId,
  PersonId,
  ReportId,
  Sha256,
  SubmissionId,
  UploadId,
} from '../../../functions/domain/ids.ts';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import { beginningOf, OfficeDay, officeDayOf } from '../../../functions/domain/office-calendar.ts';
import type { Records } from '../../../functions/use-cases/world.ts';
import { A_HASH, DRAFTER, MORNING } from '../../support/builders.ts';

const EXAMPLES: [
  kind: string,
  schema: { safeParse(text: string): { success: boolean } },
  string,
][] = [
  ['an organization', OrganizationId, 'org_son-trung'],
  ['a report', ReportId, 'rpt_one'],
  ['a submission', SubmissionId, 'sbm_one'],
  ['a delivery', DeliveryId, deliveryIdOf('rpt_one', 'org_son-trung')],
  ['an upload', UploadId, `upl_${'0'.repeat(26)}`],
  ['a moment', Instant, MORNING],
  ['a day', OfficeDay, officeDayOf(MORNING)],
  ['a hash', Sha256, A_HASH],
];

describe('at the edge', () => {
  test.each(EXAMPLES)('%s is read as nothing else', (kind, _, text) => {
    const readers = EXAMPLES.filter(([, schema]) => schema.safeParse(text).success);
    expect(readers.map(([name]) => name)).toEqual([kind]);
  });

  test('a moment of a date is one that can be read again', () => {
    const date = new Date('2026-03-02T08:00:00+07:00');
    expect(Instant.parse(instantOf(date))).toBe(MORNING);
    expect(instantOf(date.getTime())).toBe(MORNING);
  });
});

test('a wrong order does not compile', () => {
  const report: ReportId = 'rpt_one';
  const submission: SubmissionId = 'sbm_one';
  const first = { limit: 1, cursor: null };
  /** Compiled, never called: what is marked must be an error, or the check fails. */
  const wrong = (records: Records): unknown[] => [
    // @ts-expect-error a report is no submission
    records.submissions.read(report),
    // @ts-expect-error a submission is no report
    records.reports.read(submission),
    // @ts-expect-error a report is no delivery
    records.deliveries.read(report),
    // @ts-expect-error the report comes first, then its recipient
    deliveryIdOf('org_son-trung', report),
    // @ts-expect-error the report comes first, then the hash of its words
    records.reports.setAside(A_HASH, report),
    // @ts-expect-error a hash is no id
    previewKeys(A_HASH, A_HASH),
    // @ts-expect-error an id is no hash
    attachmentKey(report, submission),
    // @ts-expect-error nor is any text
    imageKey(personWith(DRAFTER.id), 'a text'),
    // @ts-expect-error a person is no organization
    agencyWith(DRAFTER.id),
    // @ts-expect-error an organization is no person
    personWith(DRAFTER.organizationId),
    // @ts-expect-error nor is any text, before it was read as one
    personWith('tran-thi-thu-ha'),
    // @ts-expect-error a day is no moment
    officeDayOf('2026-03-02'),
    // @ts-expect-error a moment is no day
    beginningOf(MORNING),
    // @ts-expect-error a moment is said in UTC
    officeDayOf('2026-03-02T08:00:00+07:00'),
    // @ts-expect-error an id is no moment
    records.owed.before(submission, first),
  ];
  expect(wrong).toBeTypeOf('function');
  expect(PersonId.parse(DRAFTER.id)).toBe(DRAFTER.id);
});
