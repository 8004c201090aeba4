// Does each line of the checklist turn green for what it is about, and for nothing else?
import { describe, expect, test } from 'vitest';
import {
  CHECKS,
  type Check,
  checklistOf,
  type OfficeFacts,
} from '../../../functions/domain/directory/checklist.ts';
import type { Person } from '../../../functions/domain/directory/organization.ts';
import { letIn, withoutSecondFactor } from '../../../functions/domain/directory/settled-access.ts';
import {
  A_HASH,
  anOrganization,
  aPersonId,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  MORNING,
  REVIEWER,
} from '../../support/builders.ts';

const CHAIN = [
  { kind: 'review', people: [REVIEWER.id], needed: 1 },
  { kind: 'sign', people: [CHAIRMAN.id], needed: 1 },
] as const;
const OFFICE = anOrganization({ sealImage: A_HASH });
const READY: OfficeFacts = {
  organization: {
    ...OFFICE,
    settings: {
      ...OFFICE.settings,
      chain: CHAIN.map((one) => ({ ...one, people: [...one.people] })),
    },
  },
  people: [
    DRAFTER,
    REVIEWER,
    { ...CHAIRMAN, signatureImage: A_HASH },
    { ...CLERK, roles: ['clerk', 'recipientOfficer'] },
  ],
  at: MORNING,
  signing: new Set([OFFICE.id, CHAIRMAN.id]),
  isTrusting: true,
  registers: [{ series: 'baoCao', isKnown: true }],
  mailLeaves: true,
  provesTime: true,
};

const NOT_KNOWN = [{ series: 'baoCao', isKnown: false }] as const;

const lines = (change: Partial<OfficeFacts> = {}) => checklistOf({ ...READY, ...change });
const open = (change: Partial<OfficeFacts>) =>
  lines(change)
    .filter(({ state }) => state !== 'done')
    .map(({ check }) => check);
const line = (check: Check, change: Partial<OfficeFacts>) =>
  lines(change).find((one) => one.check === check);
const without = (role: Person['roles'][number]) =>
  READY.people.map((one) => ({ ...one, roles: one.roles.filter((has) => has !== role) }));
const over = (person: Person): Person => ({ ...person, validUntil: MORNING });

test('an office that lacks nothing has every line green', () => {
  expect(lines().map(({ check, state }) => [check, state])).toEqual(
    CHECKS.map((check) => [check, 'done']),
  );
});

test('an office with its administrator alone lacks everything that is its own', () => {
  const organization = anOrganization();
  const bare = { ...organization, settings: { ...organization.settings, chain: [] } };
  expect(
    open({ organization: bare, people: [], signing: new Set(), registers: NOT_KNOWN }),
  ).toEqual(['people', 'chain', 'keys', 'images', 'registers']);
});

test.each<[Check, Partial<OfficeFacts>]>([
  ['trust', { isTrusting: false }],
  ['registers', { registers: NOT_KNOWN }],
  ['mail', { mailLeaves: false }],
  ['timestamps', { provesTime: false }],
  ['keys', { signing: new Set([CHAIRMAN.id]) }],
  ['images', { organization: { ...READY.organization, sealImage: null } }],
])('%s alone is missing when it is all that is', (check, change) => {
  expect(open(change)).toEqual([check]);
});

test('what could not be asked is neither done nor missing', () => {
  expect(line('mail', { mailLeaves: null })).toMatchObject({ state: 'unknown', by: 'operator' });
});

test('registers whose beginning nobody has said are named', () => {
  const registers = [
    { series: 'baoCao', isKnown: true },
    { series: 'congVan', isKnown: false },
  ] as const;
  expect(line('registers', { registers })).toMatchObject({ state: 'missing', names: ['Công văn'] });
  expect(line('registers', { registers: [{ series: 'all', isKnown: false }] })?.names).toEqual([]);
});

describe('people', () => {
  test.each(['drafter', 'clerk', 'recipientOfficer'] as const)('nobody as %s is named', (role) => {
    expect(line('people', { people: without(role) })).toMatchObject({
      state: 'missing',
      roles: [role],
    });
  });

  const by = { by: aPersonId('dinh-cong-tuan'), at: MORNING };

  test('whoever was let in a moment ago is there', () => {
    const people = READY.people.map((one) => letIn(one, by));
    expect(line('people', { people })?.state).toBe('done');
  });

  test('whoever alone signs or seals is named until their way in stands', () => {
    const people = READY.people.map((one) => withoutSecondFactor(one, by));
    const organization = {
      ...READY.organization,
      settings: { ...READY.organization.settings, sealing: 'clerk' as const },
    };
    expect(line('people', { people, organization })).toMatchObject({
      state: 'missing',
      roles: [],
      names: [CHAIRMAN.name, CLERK.name],
    });
    const another = { ...CLERK, id: aPersonId('ly-thi-hoa') };
    expect(line('people', { people: [...people, another], organization })?.names).toEqual([
      CHAIRMAN.name,
    ]);
    expect(line('people', { people, organization, at: '2026-03-03T01:00:00.000Z' })?.state).toBe(
      'done',
    );
  });

  test('a reviewer may be left out', () => {
    expect(line('people', { people: without('reviewer') })?.state).toBe('done');
  });

  test('whose office is over counts for nobody', () => {
    const people = READY.people.map((one) => (one.id === DRAFTER.id ? over(one) : one));
    expect(line('people', { people })?.roles).toEqual(['drafter']);
  });
});

test('a chain with somebody who can be asked no more is no chain', () => {
  const people = READY.people.map((one) => (one.id === REVIEWER.id ? over(one) : one));
  expect(open({ people })).toEqual(['chain']);
});

describe('keys and images', () => {
  test('are asked of whoever signs at the end, not of all who may', () => {
    const deputy = {
      ...CHAIRMAN,
      id: aPersonId('deputy'),
      name: 'Hà Văn Thọ',
      signatureImage: null,
    };
    expect(open({ people: [...READY.people, deputy] })).toEqual([]);
  });

  test('say who has none, and whose press it is', () => {
    const people = READY.people.map((one) => ({ ...one, signatureImage: null }));
    expect(line('images', { people })).toMatchObject({ by: 'signers', names: [CHAIRMAN.name] });
    expect(line('keys', { signing: new Set() })).toMatchObject({
      by: 'administrator',
      names: [CHAIRMAN.name, OFFICE.name],
    });
  });
});
