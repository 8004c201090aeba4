// Can an administrator act as somebody who signs or seals? Whatever administrators do to somebody's way in and when: it never
// works before a second of them agrees, or a day has passed since it was asked for. And whom they only name works at once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person, Role } from '../../functions/domain/directory/organization.ts';
import {
  asWanted,
  calledOff,
  carriedOut,
  heldAnew,
  letIn,
  openChanges,
  requireSettled,
  settled,
  settlingBy,
  withoutSecondFactor,
} from '../../functions/domain/directory/settled-access.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import {
  anOrganization,
  aPerson,
  aPersonId,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  MORNING,
} from '../support/builders.ts';

const COMMUNE = anOrganization();
const HOUR_MS = 3_600_000;
const A_DAY_MS = 24 * HOUR_MS;

const keeper = (name: string) => aPerson({ id: aPersonId(name), name, roles: ['administrator'] });

const WHAT = [
  'resetFactor',
  'changeEmail',
  'giveRole',
  'takeRole',
  'giveKey',
  'settle',
  'callOff',
  'resetColleague',
  'nameColleague',
  'close',
  'reopen',
] as const;

const KEY = { kind: 'secret' as const, secretId: 'a', certificatePem: '' };

const deed = fc.record({
  // Much happens on one day, and some of it on the next.
  hours: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 2 }) }, fc.nat({ max: 30 })),
  who: fc.nat({ max: 2 }),
  what: fc.constantFrom(...WHAT),
  colleague: fc.nat({ max: 2 }),
  role: fc.constantFrom<Role>('signer', 'clerk', 'administrator'),
  email: fc.constantFrom('mot@example.com', 'hai@example.com', 'ba@example.com'),
});
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

/** What an administrator asked for, as a bystander writes it down, who knows nothing of how it is kept. */
type Asked = { kind: string; by: string; at: number; isDone: boolean; agreedBy: string | null };

const isBacked = ({ at, by, agreedBy }: Asked, now: number): boolean =>
  now >= at + A_DAY_MS || (agreedBy !== null && agreedBy !== by);

const stands = (person: Person, now: number): boolean => {
  try {
    requireSettled(person, instantOf(now));
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'access_unsettled') return false;
    throw error;
  }
};

const isGuarded = ({ roles, signingKey }: Person): boolean =>
  signingKey !== null || roles.includes('signer') || roles.includes('clerk');

/** Three administrators and one of their people, over some days; `told` is what the bystander has written down. */
const live = (
  begun: Person,
  deeds: Deed[],
  look: (now: number, told: Asked[], one: Person) => void,
) => {
  const keepers = ['an', 'binh', 'chi'].map(keeper) as [Person, Person, Person];
  const told: Asked[] = [];
  /** When somebody last had a hand in who each of them is. */
  const touched = new Map<string, number>();
  let one = begun;
  let organization = COMMUNE;
  let now = Date.parse(MORNING);
  const write = (kind: string, by: string, isDone: boolean) =>
    told.push({ kind, by, at: now, isDone, agreedBy: null });
  /** Nobody has had any good of it. */
  const forget = (isGone: (asked: Asked) => boolean) => {
    told.splice(0, told.length, ...told.filter((asked) => !isGone(asked)));
  };
  const change = (kind: 'secondFactor' | 'email', by: string, after: Person, isDone: boolean) => {
    expect(isDone).toBe(!isGuarded(one));
    if (after.accessChanges.length === one.accessChanges.length && after === one) return;
    if (!isDone) forget((asked) => asked.kind === kind && !asked.isDone);
    write(kind, by, isDone);
    one = after;
  };

  /** Of what has not been done, no day has counted in which they could not object. */
  const reopen = () => {
    organization = COMMUNE;
    one = heldAnew(one, instantOf(now));
    for (const asked of told) if (!asked.isDone) asked.at = now;
  };

  /** Nobody alone has made them, or could come in as them. */
  const isKnown = (id: string) => now >= (touched.get(id) ?? 0) + A_DAY_MS;

  for (const { hours, who, what, colleague, role, email } of deeds) {
    now += hours * HOUR_MS;
    const at = instantOf(now);
    const by = keepers[who] as Person;
    const asking = { by: by.id, at };
    const isWaiting = (kind: string) =>
      one.accessChanges.some((each) => each.kind === kind && each.isHeld);

    if (what === 'resetFactor' && !isWaiting('secondFactor')) {
      const after = withoutSecondFactor(one, asking);
      change('secondFactor', by.id, after, !after.accessChanges.at(-1)?.isHeld);
    }
    if (what === 'changeEmail' && email !== one.email && !isWaiting('email')) {
      const after = asWanted(one, { ...one, email }, asking);
      change('email', by.id, after, after.email === email);
    }
    if (what === 'giveRole' && !one.roles.includes(role)) {
      one = asWanted(one, { ...one, roles: [...one.roles, role] }, asking);
      if (role === 'administrator') write('rights', by.id, true);
    }
    if (what === 'takeRole')
      one = asWanted(one, { ...one, roles: one.roles.filter((has) => has !== role) }, asking);
    if (what === 'giveKey') one = { ...one, signingKey: KEY };
    if ((what === 'resetColleague' || what === 'nameColleague') && colleague !== who) {
      const other = keepers[colleague] as Person;
      keepers[colleague] =
        what === 'resetColleague' ? withoutSecondFactor(other, asking) : letIn(other, asking);
      touched.set(other.id, now);
    }
    if (what === 'callOff' && one.accessChanges.some(({ isHeld }) => isHeld)) {
      one = calledOff(one);
      forget(({ isDone }) => !isDone);
    }
    if (what === 'close' && organization.validUntil === null)
      organization = { ...organization, validUntil: at };
    if (what === 'reopen' && organization.validUntil !== null) reopen();
    if (what === 'settle') {
      const askers = openChanges(one, at).map(
        ({ askedBy }) => keepers.find(({ id }) => id === askedBy) ?? null,
      );
      const how = settlingBy({ person: one, organization }, by, askers, at);
      if (organization.validUntil !== null) expect(how).not.toBe('aDay');
      if (how === 'agreed') {
        const unbacked = told.filter((asked) => !isBacked(asked, now));
        for (const id of [by.id, ...unbacked.map((asked) => asked.by)])
          expect(isKnown(id), id).toBe(true);
        for (const asked of unbacked) asked.agreedBy = by.id;
      }
      if (how !== null) {
        for (const asked of told) {
          expect(isBacked(asked, now), `${how}: ${asked.kind}`).toBe(true);
          asked.isDone = true;
        }
        one = carriedOut(settled(one));
      }
    }
    look(now, told, one);
  }
  if (organization.validUntil !== null) reopen();
  return { one, now, keepers };
};

const anybody = fc.oneof(
  // Of whom nothing is held, most can go wrong.
  { weight: 3, arbitrary: fc.constant(DRAFTER) },
  { weight: 2, arbitrary: fc.constantFrom(CLERK, CHAIRMAN, { ...DRAFTER, signingKey: KEY }) },
);

test('nobody signs, seals or agrees by a way in that one administrator has changed, before a second agrees or a day is over; and nothing else hinders them', () => {
  fc.assert(
    fc.property(anybody, fc.array(deed, { maxLength: 25 }), (begun, deeds) => {
      live(begun, deeds, (now, told, one) => {
        const early = told.filter((asked) => asked.kind !== 'rights' && !isBacked(asked, now));
        expect(early.length === 0, JSON.stringify(early)).toBe(stands(one, now));
      });
    }),
    { numRuns: 2_000 },
  );
});

test('a day later everybody’s way in stands, and any administrator may let take effect what is held', () => {
  fc.assert(
    fc.property(anybody, fc.array(deed, { maxLength: 25 }), (begun, deeds) => {
      const { one, now, keepers } = live(begun, deeds, () => {});
      const later = now + A_DAY_MS;
      expect(stands(one, later)).toBe(true);
      const open = openChanges(one, instantOf(later));
      const settling = settlingBy(
        { person: one, organization: COMMUNE },
        keepers[0],
        keepers,
        instantOf(later),
      );
      expect(settling).toBe(open.length > 0 ? 'aDay' : null);
      expect(carriedOut(settled(one)).accessChanges).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
