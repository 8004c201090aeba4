// Who is asking, and what may they do right now? The token says who; the directory says what.

import {
  hasRole,
  isValidAt,
  type Organization,
  type Person,
  type Role,
} from '../../domain/directory/organization.ts';
import { type Instant, PersonId } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';
import type { Effect, Press } from '../../domain/press.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Needs } from '../world.ts';

/** A signed-in person at one moment. */
export type Caller = {
  person: Person;
  organization: Organization;
  at: Instant;
  /** When they last proved their presence. */
  signedInAt: Instant;
  /** The press they make; null where they read or save. */
  press: Press | null;
  /** What this press did when it came before. */
  pressed: Effect | null;
};

/** Refusal: person_unknown, also when the office is over: a right that is taken away is gone at once. */
export const identify = async (
  { directory, clock }: Needs<'directory' | 'clock'>,
  token: { subject: string; authTime: number },
): Promise<Caller> => {
  const at = clock.now();
  const subject = PersonId.safeParse(token.subject);
  const person = subject.success ? await directory.person(subject.data) : null;
  if (person === null || !isValidAt(person, at)) throw new Refusal('person_unknown');
  const organization = await directory.organization(person.organizationId);
  if (organization === null || !isValidAt(organization, at)) throw new Refusal('person_unknown');
  const signedInAt = instantOf(token.authTime * 1000);
  return { person, organization, at, signedInAt, press: null, pressed: null };
};

/** Refusal: not_permitted. */
export const requireRole = ({ person, at }: Caller, ...roles: Role[]): void => {
  if (!roles.some((role) => hasRole(person, role, at))) {
    throw new Refusal('not_permitted', { facts: { needs: roles.join(' | ') } });
  }
};
