// What of Cognito's user pools does the stack use? Accounts that administrators open and move; how people sign in is
// the stand-in's of ../sign-in/, which asks for no e-mail.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { keepJson, readJson } from '../this-machine/kept-json.ts';
import { AwsError } from './aws-error.ts';
import { jsonAnswer, readInput, readJsonCall } from './protocols.ts';
import type { AccountAndRegion, Service } from './service.ts';

/** `isNew` until its owner has signed in. */
export type Account = { sub: string; email: string; isNew?: boolean };

export type UserPool = {
  service: Service;
  /** Somebody has chosen a password of their own; here, they have typed the one of all. */
  signedIn(sub: string): void;
};

const attributes = z.array(z.object({ Name: z.string(), Value: z.string() }));
const createInput = z.looseObject({
  Username: z.email(),
  UserAttributes: attributes.optional(),
  MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
});
const getInput = z.looseObject({ Username: z.string() });
const updateInput = z.looseObject({ Username: z.string(), UserAttributes: attributes });

const attributesOf = ({ sub, email }: Account) => [
  { Name: 'sub', Value: sub },
  { Name: 'email', Value: email },
];

const statusOf = ({ isNew }: Account) => (isNew ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED');

const described = (account: Account) => ({
  Username: account.sub,
  Attributes: attributesOf(account),
  UserStatus: statusOf(account),
});

/** Tells somebody how to sign in, in the words of the template. */
export type Inviting = (email: string) => Promise<void>;

/** Has nobody renew tokens of this person any more. */
export type SigningOut = (sub: string) => void;

/** The accounts in a file, and those that are there from the start. */
export const openUserPool = (
  file: string,
  place: AccountAndRegion,
  { known, invite, signOut }: { known: Account[]; invite: Inviting; signOut: SigningOut },
): UserPool => {
  const accounts = new Map(
    [...known, ...(readJson<Account[]>(file) ?? [])].map((one) => [one.sub, one]),
  );
  const keep = (account: Account) => {
    accounts.set(account.sub, account);
    keepJson(file, [...accounts.values()]);
  };
  /** By name or by address, which is not case sensitive. */
  const find = (name: string) =>
    accounts.get(name) ??
    accounts.values().find(({ email }) => email.toLowerCase() === name.toLowerCase());
  const expect = (name: string): Account => {
    const found = find(name);
    if (!found) throw new AwsError(400, 'UserNotFoundException', 'User does not exist.');
    return found;
  };

  const expectNew = (name: string): Account => {
    const found = expect(name);
    if (found.isNew) return found;
    const message = `Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`;
    throw new AwsError(400, 'UnsupportedUserStateException', message);
  };

  type Input = Record<string, unknown>;
  const open = async (input: Input) => {
    const { Username: email, MessageAction: how } = readInput(createInput, input);
    if (how === 'RESEND') {
      const invited = expectNew(email);
      await invite(invited.email);
      return { User: described(invited) };
    }
    if (find(email))
      throw new AwsError(400, 'UsernameExistsException', 'User account already exists');
    const account = { sub: randomUUID(), email, isNew: true };
    keep(account);
    if (how !== 'SUPPRESS') await invite(email);
    return { User: described(account) };
  };
  const show = (input: Input) => {
    const account = expect(readInput(getInput, input).Username);
    const { Attributes: UserAttributes, ...others } = described(account);
    return { ...others, UserAttributes };
  };
  const change = (input: Input) => {
    const { Username, UserAttributes } = readInput(updateInput, input);
    const account = expect(Username);
    const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value ?? account.email;
    const owner = find(email);
    if (owner && owner.sub !== account.sub)
      throw new AwsError(400, 'AliasExistsException', 'An account with the email already exists.');
    keep({ ...account, email });
    return {};
  };
  /** Nobody has a second factor here. */
  const forget = (input: Input) => {
    expect(readInput(getInput, input).Username);
    return {};
  };
  const signOutEverywhere = (input: Input) => {
    signOut(expect(readInput(getInput, input).Username).sub);
    return {};
  };
  const replies: Record<string, (input: Input) => object | Promise<object>> = {
    AdminCreateUser: open,
    AdminGetUser: show,
    AdminUpdateUserAttributes: change,
    AdminDeleteSoftwareToken: forget,
    AdminUserGlobalSignOut: signOutEverywhere,
  };

  const service: Service = (request) => {
    const { operation, input } = readJsonCall(request);
    const action = `cognito-idp:${operation}`;
    const pool = `arn:aws:cognito-idp:${place.region}:${place.account}:userpool/${input.UserPoolId}`;
    const answer = async () => {
      const reply = replies[operation];
      if (!reply) throw new AwsError(400, 'UnknownOperationException', action);
      return jsonAnswer(await reply(input));
    };
    return { action, needs: [{ action, resources: [pool], context: {} }], answer };
  };
  return {
    service,
    signedIn: (sub) => {
      const account = accounts.get(sub);
      if (account?.isNew) keep({ sub, email: account.email });
    },
  };
};
