// How do use cases get a directory without a table? In memory, under the same conditions; and accounts without a user pool.
import type { AuditEvent, ChainHead } from '../../functions/domain/audit-event.ts';
import { canonicalHash } from '../../functions/domain/canonical-hash.ts';
import { Organization, Person } from '../../functions/domain/directory/organization.ts';
import { type OrganizationId, PersonId } from '../../functions/domain/ids.ts';
import { Refusal } from '../../functions/domain/refusal.ts';
import type { Page, PageOf } from '../../functions/use-cases/ports.ts';
import type { Needs } from '../../functions/use-cases/world.ts';

export const wholePage = <Item>(items: Item[], { limit }: PageOf): Page<Item> => ({
  items: items.slice(0, limit),
  cursor: null,
});

const expectStill = (before: object | null, there: object | undefined): void => {
  if (canonicalHash(before) !== canonicalHash(there ?? null))
    throw new Refusal('revision_conflict');
};

type Begun = { organizations: Organization[]; people: Person[]; anchors: Uint8Array[] };

/** `people` and `organizations` may be changed behind everybody's back. */
export const memoryDirectory = ({ commit }: Needs<'commit'>, begun: Begun) => {
  const organizations = new Map(begun.organizations.map((one) => [one.id, one]));
  const people = new Map(begun.people.map((one) => [one.id, one]));
  const chains = new Map<OrganizationId, { head: ChainHead; events: AuditEvent[] }>();

  const directory: Needs<'directory'>['directory'] = {
    organization: async (id) => organizations.get(id) ?? null,
    organizations: async (page) => wholePage([...organizations.values()], page),
    person: async (id) => people.get(id) ?? null,
    people: async (id) => [...people.values()].filter((one) => one.organizationId === id),
    changes: async (of, page) => wholePage(chains.get(of)?.events.toReversed() ?? [], page),
  };
  const directoryDesk: Needs<'directoryDesk'>['directoryDesk'] = {
    chain: async (of) => chains.get(of)?.head ?? null,
    commit: async ({ of, chain, events, organization, person, register, mark }) => {
      const { head, events: earlier } = chains.get(of) ?? { head: undefined, events: [] };
      expectStill(chain.before, head);
      if (organization) expectStill(organization.before, organizations.get(organization.after.id));
      if (person) expectStill(person.before, people.get(person.after.id));
      if (register || mark)
        await commit({ ...(register && { counter: register }), ...(mark && { mark }) });
      if (organization)
        organizations.set(organization.after.id, Organization.parse(organization.after));
      if (person) people.set(person.after.id, Person.parse(person.after));
      chains.set(of, { head: chain.after, events: [...earlier, ...events] });
    },
  };
  const trust: Needs<'trust'>['trust'] = {
    trusted: async () => ({ anchors: begun.anchors }),
  };
  return { directory, directoryDesk, trust, people, organizations };
};

export type MemoryAccounts = Needs<'accounts'>['accounts'] & {
  /** Whose second factor was reset. */
  forgotten: Set<PersonId>;
  /** Under which addresses somebody was told how to sign in, in order. */
  told: string[];
};

/** Whoever is in the directory has an account that they have used; a new one is named after its address. */
export const memoryAccounts = (people: Map<string, Person>): MemoryAccounts => {
  const addresses = new Map([...people.values()].map(({ id, email }) => [id, email]));
  const invited = new Set<PersonId>();
  const forgotten = new Set<PersonId>();
  const told: string[] = [];
  const ownerOf = (email: string) => [...addresses].find(([, address]) => address === email)?.[0];
  const expectFree = async (id: PersonId, email: string) => {
    if (!addresses.has(id)) throw new Refusal('person_not_found');
    const owner = ownerOf(email);
    if (owner !== undefined && owner !== id) throw new Refusal('email_taken');
  };
  const find = async (name: string) => {
    const id = [...addresses.keys()].find((known) => known === name) ?? ownerOf(name);
    if (id === undefined) return null;
    return { id, state: invited.has(id) ? ('invited' as const) : ('active' as const) };
  };
  return {
    forgotten,
    told,
    find,
    expectFree,
    open: async (email) => {
      const known = ownerOf(email);
      if (known !== undefined) return known;
      const id = PersonId.parse(email.replaceAll(/[^a-z]/g, '-'));
      addresses.set(id, email);
      invited.add(id);
      return id;
    },
    forgetSecondFactor: async (id) => {
      if (!addresses.has(id)) throw new Refusal('person_not_found');
      forgotten.add(id);
    },
    invite: async (email) => {
      const account = await find(email);
      if (account === null) throw new Refusal('person_not_found');
      if (account.state !== 'invited') throw new Refusal('status_wrong');
      told.push(email);
    },
    move: async (id, email) => {
      await expectFree(id, email);
      addresses.set(id, email);
    },
  };
};
