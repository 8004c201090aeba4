// Who stands behind the way in of somebody who signs, seals or keeps the office? Not one administrator alone, who could come
// in as them: a second one, or a day in which the person has been told of it. Until then they neither sign nor seal, nor agree
// to what another administrator changes; and of whoever signs or seals, neither address nor second factor is changed before.
//
// Somebody named signer or clerk is so at once: nobody signs without a key, which no administrator makes, and a clerk seals
// what is signed. Where there is one administrator, an office begins on one day, and somebody stands in for a sick clerk.
import type { Instant, PersonId } from '../ids.ts';
import { instantOf } from '../instant-of.ts';
import { Refusal } from '../refusal.ts';
import type { AccessChange } from './access-change.ts';
import { isValidAt, type Organization, type Person, type Role } from './organization.ts';
import { signsOrSeals } from './signs-or-seals.ts';

/** A mail is read within a day by whoever works, and somebody who lost their telephone stands still for no longer. */
const A_DAY_MS = 24 * 60 * 60 * 1000;

type Changed = Pick<Person, 'accessChanges'>;
type Asking = { by: PersonId; at: Instant };

/** From this moment on it needs nobody else. */
export const standsFrom = ({ askedAt }: AccessChange): Instant =>
  instantOf(Date.parse(askedAt) + A_DAY_MS);

const isYoung = (change: AccessChange, at: Instant): boolean =>
  Date.parse(at) < Date.parse(standsFrom(change));

const isDue = (change: AccessChange): boolean => change.isDue === true;

/** What stands, and has yet to be carried out. Nobody calls it off any more: part of it may be done. */
export const dueChanges = ({ accessChanges }: Changed): AccessChange[] =>
  accessChanges.filter(isDue);

/** What nobody but its asker stands behind, and what is held. */
export const openChanges = ({ accessChanges }: Changed, at: Instant): AccessChange[] =>
  accessChanges.filter((change) => !isDue(change) && (change.isHeld || isYoung(change, at)));

/** Since then, and until it stands, nobody is behind it but its asker. */
const doubtsAt = (person: Changed, at: Instant): AccessChange[] =>
  openChanges(person, at).filter(
    (change) => Date.parse(change.askedAt) <= Date.parse(at) && isYoung(change, at),
  );

/** By these nobody can be sure who comes in as them, whenever they came to sign or to seal: before, or since. */
const doubtsOfWayIn = (person: Changed, at: Instant): AccessChange[] =>
  doubtsAt(person, at).filter(({ kind }) => kind !== 'rights');

/** Refusal: access_unsettled, with the moment from which on they may (`until`) if nobody agrees before. */
export const requireSettled = (person: Changed, at: Instant): void => {
  const until = doubtsOfWayIn(person, at).map(standsFrom).toSorted().at(-1);
  if (until !== undefined) throw new Refusal('access_unsettled', { facts: { until } });
};

/** Whether nobody doubts at that moment who comes in as them. */
export const isSettled = (person: Changed, at: Instant): boolean =>
  doubtsOfWayIn(person, at).length === 0;

/** Whether second factor and address are held. */
export const isProtected = ({ roles, signingKey }: Person): boolean =>
  signsOrSeals({ roles, hasKey: signingKey !== null });

/** Whether it matters to anybody else how they come in. */
export const hasPower = (person: Person): boolean =>
  isProtected(person) || person.roles.includes('administrator');

/**
 * What was held gives way to what is held now, for it never was; what was done stays beside what another administrator
 * does, who is not to be taken for both.
 */
const givesWay = (earlier: AccessChange, later: AccessChange): boolean =>
  earlier.kind === later.kind &&
  earlier.isHeld === later.isHeld &&
  (later.isHeld || earlier.askedBy === later.askedBy);

const withChange = (person: Person, change: AccessChange): Person => {
  const open = openChanges(person, change.askedAt);
  const before = open.find((earlier) => givesWay(earlier, change));
  // From where they came is not forgotten: there they read their mail.
  const from = before?.kind === 'email' && { from: before.from };
  const others = open.filter((earlier) => earlier !== before);
  return { ...person, accessChanges: [...dueChanges(person), ...others, { ...change, ...from }] };
};

/** A new administrator may be the one who names them, by another name. */
const withRights = (before: readonly Role[], after: Person, { by, at }: Asking): Person =>
  after.roles.includes('administrator') && !before.includes('administrator')
    ? withChange(after, { kind: 'rights', isHeld: false, askedBy: by, askedAt: at })
    : after;

/** Somebody whom an administrator lets in. */
export const letIn = (person: Person, asking: Asking): Person => withRights([], person, asking);

/** The same, what is held as if it had been asked for at that moment: before, they could object to nothing. */
export const heldAnew = (person: Person, at: Instant): Person => ({
  ...person,
  accessChanges: person.accessChanges.map((change) =>
    change.isHeld ? { ...change, askedAt: at } : change,
  ),
});

/** Somebody who is back in office. */
export const takenBack = (person: Person, asking: Asking): Person =>
  letIn(heldAnew(person, asking.at), asking);

/** The same person as an administrator wants them to be, as far as that may be at once. */
export const asWanted = (before: Person, wanted: Person, asking: Asking): Person => {
  const after = withRights(before.roles, wanted, asking);
  const [from, to] = [before.email, wanted.email];
  if (from === to) return after;
  const isHeld = isProtected(before);
  const as = { ...after, email: isHeld ? from : to };
  const isAsked = before.accessChanges.some(
    (change) => change.kind === 'email' && change.isHeld && change.to === to,
  );
  if (isHeld && isAsked) return as;
  const { by: askedBy, at: askedAt } = asking;
  return withChange(as, { kind: 'email', from, to, isHeld, askedBy, askedAt });
};

/** They have lost their second factor; who was asked about before stays so. */
export const withoutSecondFactor = (person: Person, { by, at }: Asking): Person => {
  const isHeld = isProtected(person);
  const isAsked = person.accessChanges.some(
    (change) => change.kind === 'secondFactor' && change.isHeld,
  );
  if (isHeld && isAsked) return person;
  return withChange(person, { kind: 'secondFactor', isHeld, askedBy: by, askedAt: at });
};

/** Whether they get in at that moment: nobody does whose office is over, or whose organization is closed. */
export const canObject = (person: Person, organization: Organization, at: Instant): boolean =>
  isValidAt(person, at) && isValidAt(organization, at);

/** By a second administrator, or by the day that has passed, in which the person could object. */
export type Settling = 'agreed' | 'aDay';

/**
 * How this administrator may let it stand, null when they may not. A second one is another than whoever asked and than
 * whom it is about; and of both, role and way in stand: else one could let themself in as the other, or make another.
 */
export const settlingBy = (
  { person, organization }: { person: Person; organization: Organization },
  by: Person,
  askers: readonly (Person | null)[],
  at: Instant,
): Settling | null => {
  const open = openChanges(person, at);
  if (open.length === 0) return null;
  const isOver = open.every((change) => !isYoung(change, at));
  if (isOver && canObject(person, organization, at)) return 'aDay';
  const isSecond = by.id !== person.id && open.every(({ askedBy }) => askedBy !== by.id);
  const stands = (one: Person | null) => one !== null && doubtsAt(one, at).length === 0;
  return isSecond && stands(by) && askers.every(stands) ? 'agreed' : null;
};

/** Everything that was open stands, and what was held is due. */
export const settled = (person: Person): Person => {
  const held = person.accessChanges.filter((change) => change.isHeld);
  const moved = held.find((change) => change.kind === 'email');
  const email = moved?.kind === 'email' ? moved.to : person.email;
  const due = held.map((change) => ({ ...change, isHeld: false, isDue: true as const }));
  return { ...person, email, accessChanges: [...dueChanges(person), ...due] };
};

/** The account has heard of what was due. */
export const carriedOut = (person: Person): Person => ({
  ...person,
  accessChanges: person.accessChanges.filter((change) => !isDue(change)),
});

/** What was held will not be; what was done stays. Refusal: status_wrong when nothing is held. */
export const calledOff = (person: Person): Person => {
  const accessChanges = person.accessChanges.filter(({ isHeld }) => !isHeld);
  if (accessChanges.length === person.accessChanges.length) throw new Refusal('status_wrong');
  return { ...person, accessChanges };
};
