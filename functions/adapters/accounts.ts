// Who can sign in? The user pool's accounts: opened and moved for administrators, who never see a password.
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AliasExistsException,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { PersonId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Accounts } from '../use-cases/ports.ts';
import { answerOf } from './unavailable.ts';

const COGNITO = 'Cognito';

/** The administrator answers for the address: only so does the pool help whoever forgets their password. */
const addressed = (email: string) => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
];

type Attributes = { Name: string | undefined; Value?: string | undefined }[] | undefined;
const subjectIn = (attributes: Attributes): PersonId =>
  PersonId.parse(attributes?.find(({ Name }) => Name === 'sub')?.Value);

export const accountsIn = (client: CognitoIdentityProviderClient, UserPoolId: string): Accounts => {
  /** Whose account it is, by its id or its address; null when there is none. */
  const ownerOf = async (Username: string): Promise<PersonId | null> => {
    try {
      const there = client.send(new AdminGetUserCommand({ UserPoolId, Username }));
      return subjectIn((await answerOf(COGNITO, there)).UserAttributes);
    } catch (error) {
      if (error instanceof UserNotFoundException) return null;
      throw error;
    }
  };

  return {
    open: async ({ email }) => {
      try {
        const opened = client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username: email,
            UserAttributes: addressed(email),
            DesiredDeliveryMediums: ['EMAIL'],
          }),
        );
        return subjectIn((await answerOf(COGNITO, opened)).User?.Attributes);
      } catch (error) {
        const owner = error instanceof UsernameExistsException ? await ownerOf(email) : null;
        if (owner === null) throw error;
        return owner;
      }
    },
    expectFree: async (id, email) => {
      const [account, owner] = await Promise.all([ownerOf(id), ownerOf(email)]);
      if (account === null) throw new Refusal('person_not_found');
      if (owner !== null && owner !== id) throw new Refusal('email_taken');
    },
    move: async (id, email) => {
      try {
        const moved = client.send(
          new AdminUpdateUserAttributesCommand({
            UserPoolId,
            Username: id,
            UserAttributes: addressed(email),
          }),
        );
        await answerOf(COGNITO, moved);
      } catch (error) {
        if (error instanceof AliasExistsException) throw new Refusal('email_taken');
        if (error instanceof UserNotFoundException) throw new Refusal('person_not_found');
        throw error;
      }
    },
  };
};
