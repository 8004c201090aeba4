// Who can sign in? The user pool's accounts: opened and moved for administrators, who never see a password.
import {
  AdminCreateUserCommand,
  AdminDeleteSoftwareTokenCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  AliasExistsException,
  type CognitoIdentityProviderClient,
  SoftwareTokenMFANotFoundException,
  UnsupportedUserStateException,
  UserNotFoundException,
  UsernameExistsException,
  UserStatusType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Account } from '../domain/directory/first-day.ts';
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
  const find = async (Username: string): Promise<Account | null> => {
    try {
      const asked = client.send(new AdminGetUserCommand({ UserPoolId, Username }));
      const { UserAttributes, UserStatus } = await answerOf(COGNITO, asked);
      // They have only the password that came with the invitation.
      const isNew = UserStatus === UserStatusType.FORCE_CHANGE_PASSWORD;
      return { id: subjectIn(UserAttributes), state: isNew ? 'invited' : 'active' };
    } catch (error) {
      if (error instanceof UserNotFoundException) return null;
      throw error;
    }
  };

  return {
    find,
    open: async (email) => {
      try {
        const opened = client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username: email,
            UserAttributes: addressed(email),
            MessageAction: 'SUPPRESS',
          }),
        );
        return subjectIn((await answerOf(COGNITO, opened)).User?.Attributes);
      } catch (error) {
        const owner = error instanceof UsernameExistsException ? await find(email) : null;
        if (owner === null) throw error;
        return owner.id;
      }
    },
    invite: async (email) => {
      try {
        const invited = client.send(
          new AdminCreateUserCommand({
            UserPoolId,
            Username: email,
            DesiredDeliveryMediums: ['EMAIL'],
            MessageAction: 'RESEND',
          }),
        );
        await answerOf(COGNITO, invited);
      } catch (error) {
        if (error instanceof UnsupportedUserStateException) throw new Refusal('status_wrong');
        if (error instanceof UserNotFoundException) throw new Refusal('person_not_found');
        throw error;
      }
    },
    forgetSecondFactor: async (Username) => {
      try {
        const forgotten = client.send(
          new AdminDeleteSoftwareTokenCommand({ UserPoolId, Username }),
        );
        await answerOf(COGNITO, forgotten);
      } catch (error) {
        if (error instanceof UserNotFoundException) throw new Refusal('person_not_found');
        // They have none: it was forgotten before, or they have never signed in.
        if (!(error instanceof SoftwareTokenMFANotFoundException)) throw error;
      }
      // Afterwards: whoever comes in by the old one in between is put out as well.
      const ended = client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
      await answerOf(COGNITO, ended);
    },
    expectFree: async (id, email) => {
      const [account, owner] = await Promise.all([find(id), find(email)]);
      if (account === null) throw new Refusal('person_not_found');
      if (owner !== null && owner.id !== id) throw new Refusal('email_taken');
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
