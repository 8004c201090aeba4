// Does somebody who signs in here reach their function, as they would through Cognito and API Gateway?
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { throughCloudFront } from '../../../infra/local/door/front-door.ts';
import { createHttpApi } from '../../../infra/local/door/http-api.ts';
import { type Functions, startFunctions } from '../../../infra/local/lambda/functions.ts';
import { LIST_PATH, LIST_TITLE } from '../../../infra/local/sign-in/page.ts';
import { type SignIn, startSignIn } from '../../../infra/local/sign-in/provider.ts';
import { type DeployedClient, readAssembly } from '../../../infra/local/template/assembly.ts';
import { passesCookies } from '../../../infra/local/template/distribution.ts';
import { synthesizeSmallApp } from './small-app.ts';

const ECHO =
  'export const handler = async (event) => ({ statusCode: 200, headers: { "x-own": "1" }, cookies: ["a=1"], body: JSON.stringify(event) });';
const ofCommune = (id: string, name: string, title: string) => ({
  ...{ id, name, title, email: `${id}@example.com`, roles: [] },
  ...{ organizationId: 'org_xa' as const, organization: 'UBND xã' },
});
const TWO = [
  ofCommune('lan', 'Phan Thị Ngọc Lan', 'Văn thư'),
  ofCommune('minh', 'Nguyễn Văn Minh', 'Chủ tịch'),
];
const HOUSE = {
  people: {
    all: async () => TWO,
    find: async (wanted: string) => TWO.find(({ id }) => id === wanted) ?? null,
    work: async () => new Map([['minh', [{ kind: 'toSign' as const, count: 2, isMore: false }]]]),
  },
  signedIn: () => {},
};

describe('the address of the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-gateway-'));
  let server: Server;
  let url: string;
  let functions: Functions;
  let signIn: SignIn;
  let client: DeployedClient;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void (request.url?.startsWith('/oidc') ? signIn.handle : api)(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const assembly = readAssembly(
      synthesizeSmallApp(folder, {
        Echo: { source: ECHO, path: 'POST /api/reports/{reportId}' },
        Session: { source: ECHO, path: 'GET /api/session/mine', public: true },
        Open: { source: ECHO, path: 'GET /api/open', public: true },
        Failing: {
          source: 'export const handler = async () => { throw new Error("secret"); };',
          path: 'GET /api/failing',
          public: true,
        },
        Slow: {
          source: 'export const handler = () => new Promise(() => {});',
          path: 'GET /api/slow',
          public: true,
          timeoutSeconds: 1,
        },
      }),
      url,
    );
    client = assembly.userPoolClient;
    functions = startFunctions(assembly.functions, join(folder, 'logs'), () => ({}));
    const gateway = createHttpApi(
      () => assembly.routes,
      functions.invoke,
      () => {},
    );
    const api = throughCloudFront(
      {
        added: () => ({}),
        passesCookies: (path) => passesCookies(assembly.cookieRules, path),
      },
      gateway.handle,
    );
    signIn = startSignIn(join(folder, 'sign-in'), url, client, HOUSE);
  });
  afterAll(async () => {
    signIn.stop();
    await functions.stop();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });

  /** A browser that keeps cookies and follows nothing by itself. */
  const browser = () => {
    const cookies = new Map<string, string>();
    return async (address: string, init: RequestInit = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(new URL(address, url), {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, cookie },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
        if (value) cookies.set(name, value);
        else cookies.delete(name);
      }
      return response;
    };
  };

  const verifier = randomBytes(32).toString('base64url');
  const authorizeUrl = (extra: Record<string, string> = {}) =>
    `/oidc/oauth2/authorize?${new URLSearchParams({
      client_id: client.id,
      response_type: 'code',
      redirect_uri: `${url}/signed-in`,
      scope: 'openid profile',
      state: 'state',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...extra,
    })}`;

  const follow = async (
    go: ReturnType<typeof browser>,
    start: string,
    form: Record<string, string> = { username: 'lan', password: signIn.password },
  ) => {
    let response = await go(start);
    for (let step = 0; step < 8; step += 1) {
      const location = response.headers.get('location');
      if (location?.includes('/signed-in?')) return new URL(location).searchParams;
      if (location) response = await go(location);
      else {
        const action = (await response.text()).match(/action="([^"]+)"/)?.[1] ?? '';
        response = await go(action, {
          method: 'POST',
          body: new URLSearchParams(form),
        });
        if (response.status === 401) return undefined;
      }
    }
    throw new Error('the sign-in goes in circles');
  };

  const tokens = async (parameters: URLSearchParams | undefined) => {
    const response = await fetch(`${url}/oidc/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: client.id,
        code: parameters?.get('code') ?? '',
        redirect_uri: `${url}/signed-in`,
        code_verifier: verifier,
      }),
    });
    return (await response.json()) as { access_token: string; refresh_token: string };
  };

  const post = (token: string | undefined, body = '{"a":1}') =>
    fetch(`${url}/api/reports/rpt_1%2F2?x=1&x=2`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });

  it('gives an access token like those of Cognito, with which the function learns who asks', async () => {
    const { access_token } = await tokens(await follow(browser(), authorizeUrl()));
    const response = await post(access_token);
    const event = await response.json();
    const claims = decodeJwt(access_token);
    expect(claims).toMatchObject({
      sub: 'lan',
      client_id: client.id,
      token_use: 'access',
      iss: `${url}/oidc`,
    });
    expect(claims).not.toHaveProperty('aud');
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /api/reports/{reportId}',
      rawPath: '/api/reports/rpt_1%2F2',
      rawQueryString: 'x=1&x=2',
      queryStringParameters: { x: '1,2' },
      pathParameters: { reportId: 'rpt_1/2' },
      body: '{"a":1}',
      isBase64Encoded: false,
      requestContext: {
        authorizer: { jwt: { claims: { sub: 'lan', auth_time: String(claims.auth_time) } } },
      },
    });
    expect(response.headers.get('x-own')).toBe('1');
    expect(response.headers.getSetCookie()).toEqual(['a=1']);
  });

  it('keeps cookies from every function but those that the distribution passes them to', async () => {
    const headers = { cookie: '__Host-session=secret; other=1' };
    const heard = async (path: string) => (await fetch(`${url}${path}`, { headers })).json();
    expect(await heard('/api/session/mine')).toMatchObject({
      cookies: ['__Host-session=secret', 'other=1'],
    });
    const open = await heard('/api/open');
    expect(open).toMatchObject({ routeKey: 'GET /api/open' });
    expect(JSON.stringify(open)).not.toContain('secret');
  });

  it('refuses a wrong password, and a person whom it does not know', async () => {
    for (const wrong of [
      { username: 'lan', password: 'wrong' },
      { username: 'ai', password: signIn.password },
      { username: 'lan' },
      { person: 'ai' },
      {},
    ])
      expect(await follow(browser(), authorizeUrl(), wrong)).toBeUndefined();
  });

  it('knows whoever types their address, in whichever letters', async () => {
    const typed = { username: 'Minh@example.com', password: signIn.password };
    const { access_token } = await tokens(await follow(browser(), authorizeUrl(), typed));
    expect(decodeJwt(access_token).sub).toBe('minh');
  });

  it('offers everybody with what waits for them, and lets in by one press', async () => {
    const go = browser();
    const form = (await go(authorizeUrl())).headers.get('location') ?? '';
    const shown = await (await go(form)).text();
    expect(shown).toMatch(/Nguyễn Văn Minh[\s\S]*2 văn bản chờ ký/);
    expect(shown).not.toMatch(/Phan Thị Ngọc Lan[\s\S]*văn bản chờ ký[\s\S]*Nguyễn Văn Minh/);
    const { access_token } = await tokens(
      await follow(browser(), authorizeUrl(), { person: 'minh' }),
    );
    expect(decodeJwt(access_token)).toMatchObject({ sub: 'minh', client_id: client.id });
  });

  it('changes the person by one press in the list, which begins the very sign-in of the app', async () => {
    const go = browser();
    const press = (origin: string) =>
      go(LIST_PATH, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ person: 'minh' }),
      });
    await follow(go, authorizeUrl());
    expect((await press('https://elsewhere.example')).status).toBe(400);

    const sent = await press(url);
    const again = authorizeUrl({ prompt: 'login' });
    const { access_token } = await tokens(await follow(go, again));

    expect(client.signedOutPaths).toContain(sent.headers.get('location'));
    expect(decodeJwt(access_token).sub).toBe('minh');
    // The choice was good once: the next sign-in asks.
    const asked = (await go(again)).headers.get('location') ?? '';
    expect(await (await go(asked)).text()).toContain(LIST_TITLE);
  });

  it('asks for the password again when the app wants fresh proof', async () => {
    const go = browser();
    const first = decodeJwt((await tokens(await follow(go, authorizeUrl()))).access_token);
    const silent = await go(authorizeUrl());
    const again = await go(authorizeUrl({ prompt: 'login' }));
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const renewed = decodeJwt(
      (await tokens(await follow(go, authorizeUrl({ prompt: 'login' })))).access_token,
    );
    expect(silent.headers.get('location')).toContain('code=');
    expect(again.headers.get('location')).toContain('/oidc/sign-in/');
    expect(Number(renewed.auth_time)).toBeGreaterThan(Number(first.auth_time));
  });

  it('asks nobody again where it does not hear that it should, as the classic page does not', async () => {
    const go = browser();
    await follow(go, authorizeUrl());
    signIn.hears.prompt = false;
    const again = await go(authorizeUrl({ prompt: 'login', max_age: '0' }));
    signIn.hears.prompt = true;
    expect(again.headers.get('location')).toContain('code=');
  });

  it('knows no max_age, and refuses a language that Cognito does not speak', async () => {
    const go = browser();
    await follow(go, authorizeUrl({ lang: 'en' }));
    expect((await go(authorizeUrl({ max_age: '0' }))).headers.get('location')).toContain('code=');
    expect((await go(authorizeUrl({ lang: 'vi' }))).status).toBe(400);
  });

  it('signs out whoever asks as Cognito wants it asked, at once, and sends them nowhere else', async () => {
    const go = browser();
    const { refresh_token } = await tokens(await follow(go, authorizeUrl()));
    const signOut = (back: string) =>
      go(`/oidc/logout?${new URLSearchParams({ client_id: client.id, logout_uri: back })}`);

    const elsewhere = await signOut('https://evil.example/');
    const known = await go(authorizeUrl());
    const left = await signOut(`${url}/`);
    const next = await go(authorizeUrl());

    expect(elsewhere.status).toBe(400);
    expect(known.headers.get('location')).toContain('code=');
    expect(left.headers.get('location')).toBe(`${url}/`);
    expect(next.headers.get('location')).toContain('/oidc/sign-in/');
    // What was given out is for whoever has it to give back.
    expect((await renew(refresh_token)).access_token).toBeDefined();
  });

  const ask = (path: string, said: Record<string, string>) =>
    fetch(`${url}/oidc/oauth2/${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: client.id, ...said }),
    });
  const renew = async (refresh_token: string) => {
    const response = await ask('token', { grant_type: 'refresh_token', refresh_token });
    return (await response.json()) as Partial<Awaited<ReturnType<typeof tokens>>> & {
      error?: string;
    };
  };

  it('renews tokens without moving the time of the sign-in, also after a restart', async () => {
    const first = await tokens(await follow(browser(), authorizeUrl()));
    signIn.stop();
    signIn = startSignIn(join(folder, 'sign-in'), url, client, HOUSE);
    const { access_token = '' } = await renew(first.refresh_token);
    expect(decodeJwt(access_token).auth_time).toBe(decodeJwt(first.access_token).auth_time);
    expect((await post(access_token)).status).toBe(200);
  });

  describe('as time goes by', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
    afterEach(() => void vi.useRealTimers());
    const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

    it('takes a token again for a minute after it was exchanged for another, and then leaves that other alone', async () => {
      const { refresh_token: first } = await tokens(await follow(browser(), authorizeUrl()));
      const { refresh_token: second = '' } = await renew(first);
      pass(59);
      expect((await renew(first)).access_token).toBeDefined();
      pass(1);
      expect(await renew(first)).toMatchObject({ error: 'invalid_grant' });
      expect(second).not.toBe(first);
      expect((await renew(second)).access_token).toBeDefined();
    });

    it('lets nobody stay longer than a day of work, however often they renew, and forgets their browser after an hour', async () => {
      const go = browser();
      let { refresh_token = '' } = await renew(
        (await tokens(await follow(go, authorizeUrl()))).refresh_token,
      );
      pass(3_601);
      expect((await go(authorizeUrl())).headers.get('location')).toContain('/oidc/sign-in/');
      pass(10.9 * 3_600);
      ({ refresh_token = '' } = await renew(refresh_token));
      expect(refresh_token).not.toBe('');
      pass(0.2 * 3_600);
      expect(await renew(refresh_token)).toMatchObject({ error: 'invalid_grant' });
    });
  });

  it('takes back what somebody gives back, and what an administrator ends everywhere, and knows their browser all the same', async () => {
    const go = browser();
    const one = await tokens(await follow(go, authorizeUrl()));
    const other = await tokens(await follow(go, authorizeUrl()));
    expect((await ask('revoke', { token: one.refresh_token })).status).toBe(200);
    expect(await renew(one.refresh_token)).toMatchObject({ error: 'invalid_grant' });
    const { refresh_token = '' } = await renew(other.refresh_token);
    signIn.signOutEverywhere('lan');
    expect(await renew(refresh_token)).toMatchObject({ error: 'invalid_grant' });
    expect((await go(authorizeUrl())).headers.get('location')).toContain('code=');
  });

  it('keeps its keys and sessions from other users of the machine', async () => {
    const modes = ['keys.json', 'sessions.json'].map(async (name) => {
      const { mode } = await stat(join(folder, 'sign-in', name));
      return mode & 0o777;
    });
    expect(await Promise.all(modes)).toEqual([0o600, 0o600]);
    expect(await readFile(join(folder, 'sign-in', 'keys.json'), 'utf8')).toContain(signIn.password);
  });

  it("answers with AWS's own words when a token is missing, forged or expired", async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({ client_id: client.id })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(`${url}/oidc`)
      .setSubject('minh')
      .setExpirationTime('1h')
      .sign(privateKey);
    const { access_token } = await tokens(await follow(browser(), authorizeUrl()));
    const damaged = `${access_token.slice(0, -6)}AAAAAA`;
    for (const token of [undefined, 'nonsense', forged, damaged]) {
      const response = await post(token);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ message: 'Unauthorized' });
    }
  });

  it('hands over bytes that are no text in base64', async () => {
    const { access_token } = await tokens(await follow(browser(), authorizeUrl()));
    const response = await fetch(`${url}/api/reports/one`, {
      method: 'POST',
      body: Buffer.from([0, 255, 1]),
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/pdf' },
    });
    expect(await response.json()).toMatchObject({ body: 'AP8B', isBase64Encoded: true });
  });

  it("keeps the gateway's limits and hides why a function failed", async () => {
    const { access_token } = await tokens(await follow(browser(), authorizeUrl()));
    const answers = await Promise.all([
      fetch(`${url}/api/nowhere`),
      fetch(`${url}/api/open`),
      fetch(`${url}/api/failing`),
      fetch(`${url}/api/slow`),
      post(access_token, 'x'.repeat(7_000_000)),
      post(access_token, 'x'.repeat(11_000_000)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 200, 500, 503, 413, 413]);
    expect(await answers[0]?.json()).toEqual({ message: 'Not Found' });
    expect(await answers[2]?.json()).toEqual({ message: 'Internal Server Error' });
    expect(await answers[3]?.json()).toEqual({ message: 'Service Unavailable' });
    expect(await answers[5]?.json()).toEqual({ message: 'Request Entity Too Large' });
  });
});
