// How does the first day get an empty directory without a table and without a user pool? In memory, under the same conditions.
import { sha256 } from '../../functions/domain/canonical-hash.ts';
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
  let anchors: Uint8Array[] = [];
  const hashes = (all: Uint8Array[]) => all.map((der) => sha256(der)).join();
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
      changes: notAsked,
    },
    trust: { anchors: async () => anchors },
    accounts: {
      find: async (name) => accounts.get(name) ?? null,
      open: async ({ email, isTold = true }) => {
        const id = aPersonId(`sub-${accounts.size}`);
        const account = accounts.get(email) ?? { id, state: 'invited' };
        accounts.set(email, account);
        if (isTold) invitations.push(email);
        return account.id;
      },
      invite: async (email) => {
        if (accounts.get(email)?.state !== 'invited') throw new Refusal('status_wrong');
        invitations.push(email);
      },
      forgetSecondFactor: notAsked,
      expectFree: notAsked,
      move: notAsked,
    },
    firstDayDesk: {
      begun: async () => first,
      rehearse: async () => {},
      begin: async (all) => {
        if (first !== null) throw new Refusal('revision_conflict');
        beginning = all;
        organizations.push(all.organization);
        people.push(all.administrator);
        first = { organizationId: all.organization.id, administratorId: all.administrator.id };
      },
      trust: async ({ before, after }) => {
        if (hashes(before) !== hashes(anchors)) throw new Refusal('revision_conflict');
        anchors = after;
      },
    },
  };
  return {
    world,
    organizations,
    accounts,
    invitations,
    beginning: () => beginning,
    anchors: () => anchors,
  };
};
