// Which tokens could somebody send? Ones like those that sign-in gives out, for anybody and any moment, and ones that only look so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  decodeJwt,
  decodeProtectedHeader,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
} from 'jose';
import { visit } from '../../infra/local/people/visitor.ts';
import type { Stack } from '../../infra/local/stack.ts';

type Keys = { keys: (JWK & { kid: string })[] };

/** Past any leeway that an authorizer grants to clocks. */
const LONG_AGO_SECONDS = 10 * 60;

const seconds = (ago = 0): number => Math.floor(Date.now() / 1000) - ago;

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

export type TokenMint = Awaited<ReturnType<typeof openTokenMint>>;

/** Takes a real token of the code flow as its model, and signs with the key of the sign-in of the stack in `folder`. */
export const openTokenMint = async ({ url, password, people }: Stack, folder: string) => {
  const [someone] = await people();
  if (!someone) throw new Error('nobody can sign in');
  const model = (await visit(url, someone.id, password)).token;
  const header = { ...decodeProtectedHeader(model), alg: 'RS256' };
  const { keys } = JSON.parse(readFileSync(join(folder, 'sign-in/keys.json'), 'utf8')) as Keys;
  const key = await importJWK(keys.find(({ kid }) => kid === header.kid) ?? {}, 'RS256');
  const { privateKey: otherKey } = await generateKeyPair('RS256');

  const claimsOf = (person: string, signedInAgo = 0, expired = false) => ({
    ...decodeJwt(model),
    sub: person,
    username: person,
    auth_time: seconds(signedInAgo),
    iat: seconds(signedInAgo),
    exp: seconds(expired ? LONG_AGO_SECONDS : -LONG_AGO_SECONDS),
  });
  const sign = (claims: object, by: Parameters<SignJWT['sign']>[0]): Promise<string> =>
    new SignJWT({ ...claims }).setProtectedHeader(header).sign(by);

  return {
    /** As sign-in gives it to whoever signed in that many seconds ago. */
    valid: (person: string, signedInAgo = 0) => sign(claimsOf(person, signedInAgo), key),
    expired: (person: string) => sign(claimsOf(person, 0, true), key),
    signedWithAnotherKey: (person: string) => sign(claimsOf(person), otherKey),
    unsigned: (person: string) =>
      `${encoded({ ...header, alg: 'none' })}.${encoded(claimsOf(person))}.`,
    /** Somebody else's token with this person's name written over it. */
    rewritten: (person: string) => {
      const [head, , signature] = model.split('.');
      return `${head}.${encoded(claimsOf(person))}.${signature}`;
    },
  };
};
