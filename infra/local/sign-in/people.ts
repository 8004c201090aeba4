// Whom does the sign-in offer? Everybody of the directory, as it is when the page is shown: who was let in a moment ago, too.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { deliveriesIn } from '../../../functions/adapters/table/deliveries.ts';
import { directoryIn } from '../../../functions/adapters/table/directory.ts';
import { reportsIn } from '../../../functions/adapters/table/reports.ts';
import { waitingIn } from '../../../functions/adapters/table/waits.ts';
import {
  type Organization,
  type Person,
  ROLES,
  type Role,
} from '../../../functions/domain/directory/organization.ts';
import { type OrganizationId, PersonId } from '../../../functions/domain/ids.ts';
import type { Directory } from '../../../functions/use-cases/ports.ts';
import { type Work, workOf } from './work.ts';

/** Whom the page offers, and what for. */
export type SignInPerson = {
  id: string;
  name: string;
  title: string;
  email: string;
  organizationId: OrganizationId;
  organization: string;
  roles: Role[];
};

/** What the sign-in asks of the directory, and of what waits. */
export type SignInPeople = {
  all(): Promise<SignInPerson[]>;
  find(id: string): Promise<SignInPerson | null>;
  /** What waits for each, by id, of as many as a glance takes in; nobody is kept out where it cannot be found out. */
  work(people: SignInPerson[]): Promise<Map<string, Work[]>>;
};

/** Each costs up to five small reads; a directory with more has other ways to find somebody. */
const MOST_ASKED = 40;

const allOrganizations = async (directory: Directory): Promise<Organization[]> => {
  const all: Organization[] = [];
  let cursor: string | null = null;
  do {
    const page = await directory.organizations({ limit: 100, cursor });
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== null);
  return all;
};

const offered = (
  { id, name, title, email, organizationId, roles }: Person,
  organization: string,
): SignInPerson => ({ id, name, title, email, organizationId, organization, roles });

/** As a document goes: whoever drafts, then who checks, signs, seals. */
const inTheOrderOfWork = ({ roles: one }: SignInPerson, { roles: other }: SignInPerson): number =>
  Math.min(...one.map((role) => ROLES.indexOf(role))) -
  Math.min(...other.map((role) => ROLES.indexOf(role)));

/** An office in which the whole way can be gone comes before those that only receive. */
const withMostRolesFirst = (one: SignInPerson[], other: SignInPerson[]): number => {
  const rolesIn = (people: SignInPerson[]) => new Set(people.flatMap(({ roles }) => roles)).size;
  return rolesIn(other) - rolesIn(one);
};

export const signInPeople = (
  aws: ConstructorParameters<typeof DynamoDBClient>[0],
  table: string,
): SignInPeople & { stop(): void } => {
  const client = new DynamoDBClient(aws ?? {});
  const where = { client, name: table };
  const directory = directoryIn(where);
  const kept = {
    waiting: waitingIn(where),
    reports: reportsIn(where),
    deliveries: deliveriesIn(where),
  };
  return {
    all: async () => {
      const organizations = await allOrganizations(directory);
      const people = await Promise.all(
        organizations.map(async ({ id, name }) =>
          (await directory.people(id))
            .map((person) => offered(person, name))
            .toSorted(inTheOrderOfWork),
        ),
      );
      return people.toSorted(withMostRolesFirst).flat();
    },
    find: async (id) => {
      const known = PersonId.safeParse(id);
      const person = known.success ? await directory.person(known.data) : null;
      const organization = person && (await directory.organization(person.organizationId));
      return person && offered(person, organization?.name ?? '');
    },
    work: async (people) => {
      const found = await Promise.all(
        people
          .slice(0, MOST_ASKED)
          .map(async (person) => [person.id, await workOf(person, kept).catch(() => [])] as const),
      );
      return new Map(found);
    },
    stop: () => client.destroy(),
  };
};
