// When does an office begin and end, and which rounds of approval can be asked for?
import { describe, expect, test } from 'vitest';
import { DOCUMENT_TYPES, symbolOf } from '../../../functions/domain/content/document-type.ts';
import { SettingsEntry } from '../../../functions/domain/directory/directory-entry.ts';
import {
  ApprovalRound,
  hasRole,
  patienceAfter,
} from '../../../functions/domain/directory/organization.ts';
import type { Instant } from '../../../functions/domain/ids.ts';
import { anOrganization, aPerson } from '../../support/builders.ts';

describe('a right', () => {
  const clerk = aPerson({
    roles: ['clerk'],
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2026-07-01T00:00:00Z',
  });

  test.each<[at: Instant, there: boolean]>([
    ['2025-12-31T23:59:59.999Z', false],
    ['2026-01-01T00:00:00.000Z', true],
    ['2026-06-30T23:59:59.999Z', true],
    ['2026-07-01T00:00:00.000Z', false],
  ])('at %s is there: %s', (at, there) => {
    expect(hasRole(clerk, 'clerk', at)).toBe(there);
    expect(hasRole(clerk, 'signer', at)).toBe(false);
  });
});

describe('a round', () => {
  test.each([
    ['nobody', { kind: 'review', people: [], needed: 1 }],
    ['somebody twice', { kind: 'review', people: ['a', 'a'], needed: 1 }],
    ['more votes than people', { kind: 'review', people: ['a'], needed: 2 }],
    ['no vote at all', { kind: 'review', people: ['a'], needed: 0 }],
    ['two people who sign', { kind: 'sign', people: ['a', 'b'], needed: 1 }],
  ])('that asks for %s is none', (_, round) => {
    expect(ApprovalRound.safeParse(round).success).toBe(false);
  });
});

test('there are the 29 types of Article 7, of which two have no abbreviation', () => {
  const types = Object.values(DOCUMENT_TYPES);

  expect(types).toHaveLength(29);
  expect(types.filter(({ abbreviation }) => abbreviation === null).map(({ name }) => name)).toEqual(
    ['Công văn', 'Thư công'],
  );
});

test('a symbol names type and agency, that of a công văn agency and unit', () => {
  expect(symbolOf('baoCao', 'UBND')).toBe('BC-UBND');
  expect(symbolOf('congVan', 'UBND', 'VX')).toBe('UBND-VX');
});

/** What the history of an execution says of one reminder: six events of the question, five of the reminder. */
const EVENTS_OF_A_REMINDER = 11;
/** Step Functions ends an execution whose history is longer, and one that is older. */
const MOST_EVENTS = 25_000;
const A_YEAR = 365 * 24 * 3_600;
/** As many as a chain may have rounds, the seal, and the clerk who is asked to help. */
const MOST_QUESTIONS = 12;

test('nobody is reminded sooner than after an hour, whatever was entered before', () => {
  const { revokedCertificates, ...settings } = anOrganization().settings;
  const after = (remindAfterSeconds: number) =>
    SettingsEntry.safeParse({ ...settings, remindAfterSeconds }).success;
  const stored = { ...settings, revokedCertificates, remindAfterSeconds: 1 };

  expect([after(3_599), after(3_600)]).toEqual([false, true]);
  expect(patienceAfter(0, stored)).toBe(3_600);
});

test.each([
  [3_600, 1],
  [3_600, 20],
  [4 * 3_600, 3],
  [2_592_000, 20],
])(
  'a year of waiting, reminded after %i s and %i times before others are told, fits an execution',
  (remindAfterSeconds, remindersBeforeEscalation) => {
    const settings = {
      ...anOrganization().settings,
      remindAfterSeconds,
      remindersBeforeEscalation,
    };
    let reminders = 0;
    for (let waited = 0; waited < A_YEAR; waited += patienceAfter(reminders, settings))
      reminders += 1;

    expect(reminders * EVENTS_OF_A_REMINDER * MOST_QUESTIONS).toBeLessThan(MOST_EVENTS / 2);
  },
);
