// Is a submission read (upgraded on read) that was stored when one shape held every status?
import { describe, expect, test } from 'vitest';
import { submissionIn, submissionItem } from '../../../functions/adapters/table/submission-item.ts';
import { A_NUMBER, aSignedSubmission, aSubmission, KEPT, MORNING } from '../../support/builders.ts';

const HASH = 'a'.repeat(64);

/** As it lay in the table: every field, whatever the status; what is newer than the oldest of them is left out. */
const FLAT = {
  id: 'sbm_00000000000000000000000001',
  reportId: 'rpt_00000000000000000000000001',
  organizationId: 'org_son-trung',
  drafterId: 'tran-thi-thu-ha',
  version: 1,
  savedBy: ['tran-thi-thu-ha'],
  subject: 'Kết quả quý I',
  symbol: 'BC-UBND',
  urgency: null,
  chain: [
    { kind: 'review', people: ['le-quoc-hung'], needed: 1 },
    { kind: 'sign', people: ['nguyen-van-minh'], needed: 1 },
  ],
  findings: [],
  contentHash: 'c'.repeat(64),
  recipients: ['org_huyen-huong-son'],
  revision: 7,
  submittedAt: MORNING,
  round: 0,
  askedAt: null,
  reminders: 0,
  decisions: [],
  comments: [],
  pageHash: null,
  number: null,
  sealPressedBy: null,
  stuck: null,
  executionStopped: false,
  owedSince: null,
  files: null,
};

const stored = (given: object) => ({
  pk: 'SUBMISSION#1',
  sk: 'SUBMISSION',
  record: { ...FLAT, ...given },
});

/** What it is read with where nothing was written down. */
const FROM_BEFORE = { layoutVersion: 4, turn: 1 };
const { round, askedAt, reminders, pageHash, number, sealPressedBy, files, ...rest } = FLAT;
const { stuck, executionStopped, ...kept } = rest;
const underWay = {
  ...kept,
  ...FROM_BEFORE,
  reminders,
  stuck,
  executionStopped,
  resumedSince: null,
};

describe('one stored before', () => {
  test('that is being decided has no number, seal or files', () => {
    const asked = { askedAt: MORNING, reminders: 2, pageHash: HASH, round: 1 };
    expect(submissionIn(stored({ status: 'inReview', ...asked }))).toEqual({
      ...underWay,
      status: 'inReview',
      ...asked,
    });
  });

  test.each(['issuing', 'issued'])('that is %s is in no round', (status) => {
    const signed = { pageHash: HASH, number: A_NUMBER, sealPressedBy: null, files: KEPT };
    const read = submissionIn(stored({ status, ...signed, round: 2 }));
    expect(read).toEqual({ ...underWay, status, ...signed });
  });

  test.each(['returned', 'withdrawn', 'rejected', 'replaced', 'handedBack'])(
    'that was %s has ended so, and waits for nobody',
    (status) => {
      const read = submissionIn(
        stored({ status, round: 1, askedAt: MORNING, reminders: 1, pageHash: HASH, turn: 2 }),
      );
      const ended = { status: 'ended', how: status, round: 1, pageHash: HASH, turn: 2 };
      expect(read).toEqual({ ...kept, ...FROM_BEFORE, ...ended });
    },
  );

  test('that was voided has ended so, and keeps its void number', () => {
    const void_ = { pageHash: HASH, number: A_NUMBER, sealPressedBy: 'phan-thi-ngoc-lan', files };
    const why = { reason: 'key_missing', since: MORNING };
    const read = submissionIn(stored({ status: 'voided', ...void_, round: 2, stuck: why }));
    expect(read).toEqual({ ...kept, ...FROM_BEFORE, status: 'ended', how: 'voided', ...void_ });
  });

  test('in a status that nobody knows is not read', () => {
    expect(() => submissionIn(stored({ status: 'recalled' }))).toThrow();
  });
});

test('what a later version adds to a variant is not taken for what was stored before, and left out', () => {
  const { record } = submissionItem(aSignedSubmission().submission);
  const later = { pk: 'SUBMISSION#1', sk: 'SUBMISSION', record: { ...record, round: 1 } };

  expect(() => submissionIn(later)).toThrow();
});

test.each([
  ['decided', aSubmission().submission],
  ['issued', aSignedSubmission().submission],
])('one that is being %s is stored as it is', (_, submission) => {
  const { pk, sk, record } = submissionItem(submission);
  expect(submissionIn({ pk, sk, record })).toEqual(submission);
});
