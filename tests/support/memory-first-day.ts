// How does the first day get an empty directory without a table and without a user pool? In memory, under the same conditions.
import { isDeepStrictEqual } from 'node:util';
import type { AuditEvent, ChainHead } from '../../functions/domain/audit-event.ts';
import { type Anchor, trustedNow } from '../../functions/domain/directory/anchor.ts';
import { versionOf } from '../../functions/domain/directory/entry-version.ts';
import type { Account, FirstOffice } from '../../functions/domain/directory/first-day.ts';
import type { Organization, Person } from '../../functions/domain/directory/organization.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { FirstDayWorld } from '../../functions/use-cases/operation/bootstrap.ts';
import type { Beginning } from '../../functions/use-cases/operation/first-day-desk.ts';
import { aPersonId, MORNING } from './builders.ts';

const notAsked = async (): Promise<never> => {
  throw new Error('the first day does not ask that');
};

export const anEmptyDay = () => {
  const organizations: Organization[] = [];
  const people: Person[] = [];
  const accounts = new Map<string, Account>();
  const invitations: string[] = [];
  let first: FirstOffice | null = null;
  let beginning: Beginning | null = null;
  let head: ChainHead | null = null;
  const changes: AuditEvent[] = [];
  let anchors: Anchor[] = [];
  const world: FirstDayWorld = {
    clock: { now: () => MORNING },
    ids: {
      organization: () => 'org_first',
      report: () => 'rpt_none',
      submission: () => 'sbm_none',
      upload: () => 'upl_none',
    },
    directory: {
      organization: async (id) => organizations.find((one) => one.id === id) ?? null,
      organizations: async () => ({ items: organizations, cursor: null }),
      person: async (id) => people.find((one) => one.id === id) ?? null,
      people: async () => people,
      changes: async () => ({ items: changes.toReversed(), cursor: null }),
    },
    directoryDesk: {
      chain: async () => head,
      commit: async ({ chain, events, person }) => {
        const at = people.findIndex(({ id }) => id === person?.after.id);
        const isStill = person?.before && versionOf(person.before) === versionOf(people[at] ?? {});
        if (!isStill || chain.before !== head) throw new Refusal('revision_conflict');
        people[at] = person.after;
        head = chain.after;
        changes.push(...events);
      },
    },
    accounts: {
      find: async (name) =>
        accounts.get(name) ?? accounts.values().find(({ id }) => id === name) ?? null,
      open: async (email) => {
        const id = aPersonId(`sub-${accounts.size}`);
        const account = accounts.get(email) ?? { id, state: 'invited' };
        accounts.set(email, account);
        return account.id;
      },
      invite: async (email) => {
        if (accounts.get(email)?.state !== 'invited') throw new Refusal('status_wrong');
        invitations.push(email);
      },
      forgetSecondFactor: notAsked,
      expectFree: notAsked,
      move: async (id, email) => {
        const [before, account] = [...accounts].find(([, one]) => one.id === id) ?? [];
        if (before === undefined || account === undefined) throw new Refusal('person_not_found');
        if ((accounts.get(email) ?? account).id !== id) throw new Refusal('email_taken');
        accounts.delete(before);
        accounts.set(email, account);
      },
    },
    firstDayDesk: {
      begun: async () => first,
      rehearse: async () => {},
      begin: async (all) => {
        if (first !== null) throw new Refusal('revision_conflict');
        beginning = all;
        head = all.chain;
        changes.push(...all.events);
        organizations.push(all.organization);
        people.push(all.administrator);
        first = { organizationId: all.organization.id, administratorId: all.administrator.id };
      },
    },
    trustDesk: {
      anchors: async () => anchors,
      change: async ({ before, after, link: { chain, events } }) => {
        if (!isDeepStrictEqual(before, anchors) || chain.before !== head)
          throw new Refusal('revision_conflict');
        anchors = after;
        head = chain.after;
        changes.push(...events);
      },
    },
  };
  return {
    world,
    organizations,
    people,
    changes,
    head: () => head,
    accounts,
    invitations,
    beginning: () => beginning,
    anchors: () => anchors,
    trusted: () => trustedNow(anchors).map(({ certificate }) => certificate),
  };
};
