// How is the sign-in asked, and what is made of what it says?
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAt } from '../../../functions/adapters/sign-in.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import type { SignIn } from '../../../functions/use-cases/ports.ts';

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const ACCESS = `${encoded({ alg: 'none' })}.${encoded({ sub: 'lan', auth_time: 1_795_744_800 })}.`;
const GIVEN = { access_token: ACCESS, refresh_token: 'next', id_token: 'not needed' };

type Answer = { status: number; body: string; to?: string } | 'none' | 'half';
const asked: { path: string | undefined; said: Record<string, string> }[] = [];
let answer: Answer;
let server: Server;
let signIn: SignIn;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    asked.push({
      path: request.url,
      said: Object.fromEntries(new URLSearchParams(await text(request))),
    });
    if (answer === 'none') response.destroy();
    else if (answer === 'half')
      response.writeHead(200).write('{"access_token":', () => response.destroy());
    else
      response.writeHead(answer.status, answer.to ? { location: answer.to } : {}).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const settings = { clientId: 'web', webUrl: 'https://trinh-ky.example' };
  signIn = signInAt({ url: `http://127.0.0.1:${port}`, ...settings });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const says = (status: number, body: object | string) => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
  asked.length = 0;
};

test('a code is redeemed for who has signed in, and when', async () => {
  says(200, GIVEN);
  expect(await signIn.redeem('code', 'verifier')).toEqual({
    accessToken: ACCESS,
    refreshToken: 'next',
    personId: 'lan',
    signedInAt: '2026-11-27T02:00:00.000Z',
  });
  expect(asked).toEqual([
    {
      path: '/oauth2/token',
      said: {
        client_id: 'web',
        grant_type: 'authorization_code',
        code: 'code',
        code_verifier: 'verifier',
        redirect_uri: 'https://trinh-ky.example/signed-in',
      },
    },
  ]);
});

test('a token is exchanged for another, and given back', async () => {
  says(200, GIVEN);
  expect(await signIn.renew('this')).toMatchObject({ refreshToken: 'next' });
  says(200, '');
  await signIn.revoke('next');
  expect(asked).toEqual([{ path: '/oauth2/revoke', said: { client_id: 'web', token: 'next' } }]);
});

test('what is good for nothing is nothing', async () => {
  for (const error of ['invalid_grant', 'invalid_request']) {
    says(400, { error });
    expect([await signIn.redeem('code', 'verifier'), await signIn.renew('old')]).toEqual([
      null,
      null,
    ]);
  }
});

test('whoever does not answer now may answer later', async () => {
  const late = [{ status: 500, body: '' }, { status: 429, body: '' }, 'none', 'half'] as const;
  for (const said of late) {
    answer = said;
    await expect(signIn.renew('this')).rejects.toBeInstanceOf(Unavailable);
  }
});

test('what nobody foresaw is a mistake of ours, and says no token', async () => {
  says(400, { error: 'invalid_client', error_description: 'this' });
  await expect(signIn.renew('this')).rejects.toThrow(/^the sign-in answers invalid_client$/);
  says(200, { ...GIVEN, refresh_token: 'x'.repeat(40_000) });
  await expect(signIn.renew('this')).rejects.toThrow(/^the answer is too long$/);
  says(403, '<html>this</html>');
  await expect(signIn.renew('this')).rejects.toThrow(/^the sign-in answers 403 and no JSON$/);
});

test('an address that is none, or from which one is sent on, is a mistake of ours, however often one tries', async () => {
  answer = { status: 302, body: '', to: 'https://elsewhere.example' };
  await expect(signIn.renew('this')).rejects.toThrow(/^the sign-in answers 302 and no JSON$/);
  const nowhere = signInAt({ url: 'nowhere', clientId: 'web', webUrl: 'https://trinh-ky.example' });
  const asked = nowhere.renew('this');
  await expect(asked).rejects.toThrow(/Invalid URL/);
  await expect(asked).rejects.not.toBeInstanceOf(Unavailable);
});
