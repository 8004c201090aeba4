// Whom does the sign-in offer? Everybody of the directory, as it is when the page is shown: who was let in a moment ago, too.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { directoryIn } from '../../functions/adapters/directory.ts';
import type { Organization } from '../../functions/domain/organization.ts';
import type { Directory } from '../../functions/use-cases/ports.ts';
import type { SignInPerson } from './sign-in-page.ts';

/** What the sign-in asks of the directory. */
export type SignInPeople = {
  all(): Promise<SignInPerson[]>;
  find(id: string): Promise<SignInPerson | null>;
};

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

export const signInPeople = (
  aws: ConstructorParameters<typeof DynamoDBClient>[0],
  table: string,
): SignInPeople & { close(): void } => {
  const client = new DynamoDBClient(aws ?? {});
  const directory = directoryIn({ client, name: table });
  return {
    all: async () => {
      const organizations = await allOrganizations(directory);
      const people = await Promise.all(
        organizations.map(async ({ id, name }) =>
          (await directory.people(id)).map((person) => ({
            id: person.id,
            name: person.name,
            title: person.title,
            organization: name,
          })),
        ),
      );
      return people.flat();
    },
    find: async (id) => {
      const person = await directory.person(id);
      const organization = person && (await directory.organization(person.organizationId));
      return (
        person && {
          id,
          name: person.name,
          title: person.title,
          organization: organization?.name ?? '',
        }
      );
    },
    close: () => client.destroy(),
  };
};
