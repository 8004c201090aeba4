// What does a browser hold of its session, and who may touch it? A cookie of this very host, asked for by the app's own pages.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { sessionApi } from '../../../functions/handlers/api/session-api.ts';
import type { SignIn, SignInProof } from '../../../functions/use-cases/ports.ts';
import { aPersonId, MORNING } from '../../support/builders.ts';
import { hearLog } from '../../support/heard-log.ts';

const AT = 'https://trinh-ky.example';
const LAN = aPersonId('phan-thi-ngoc-lan');
const VERIFIER = 'v'.repeat(43);

/** Takes the code `one`, exchanges each token once, and knows no other. */
const aSignIn = (signedInAt = MORNING) => {
  let given = 0;
  let good: string | null = null;
  const proof = (): SignInProof => {
    given += 1;
    good = `refresh-${given}`;
    return { accessToken: `access-${given}`, refreshToken: good, personId: LAN, signedInAt };
  };
  const revoked: string[] = [];
  const signIn: SignIn = {
    redeem: async (code) => (code === 'one' ? proof() : null),
    renew: async (token) => (token === good ? proof() : null),
    revoke: async (token) => void revoked.push(token),
  };
  return { signIn, revoked };
};

/** A browser at the app's address that keeps one cookie. */
const aBrowser = (signIn: SignIn, at = AT) => {
  const api = sessionApi({ signIn, clock: { now: () => MORNING } }, at);
  let cookie: string | undefined;
  const press = async (path: string, said?: unknown, headers: Record<string, string> = {}) => {
    const answer = await api.request(
      path,
      {
        method: 'POST',
        headers: {
          origin: at,
          'sec-fetch-site': 'same-origin',
          ...(said !== undefined && { 'content-type': 'application/json' }),
          ...(cookie && { cookie }),
          ...headers,
        },
        ...(said !== undefined && { body: JSON.stringify(said) }),
      },
      { event: { requestContext: {} } },
    );
    const [set = ''] = answer.headers.getSetCookie();
    const [pair = ''] = set.split(';');
    if (set !== '') cookie = pair.endsWith('=') ? undefined : pair;
    return { status: answer.status, set, body: await answer.text() };
  };
  return {
    press,
    begin: (code = 'one', headers = {}) =>
      press('/api/session', { code, verifier: VERIFIER }, headers),
    renew: (headers = {}) => press('/api/session/renewal', undefined, headers),
    end: (headers = {}) => press('/api/session/ending', undefined, headers),
    has: () => cookie,
  };
};

let logged: ReturnType<typeof hearLog>;
beforeEach(() => {
  logged = hearLog();
});
afterEach(() => vi.restoreAllMocks());

describe('a session', () => {
  test('begins with a code: the page is given what it asks with, and a cookie that no script sees and that no neighbour under the same domain can set', async () => {
    const { begin } = aBrowser(aSignIn().signIn);
    const { status, set, body } = await begin();
    expect(status).toBe(201);
    expect(JSON.parse(body)).toEqual({ accessToken: 'access-1', personId: LAN, isFresh: true });
    expect(set.split('; ').toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Strict',
      'Secure',
      '__Host-trinh-ky-session=refresh-1',
    ]);
  });

  test('has a cookie without HTTPS’s own words on one machine, where there is no HTTPS', async () => {
    const { begin } = aBrowser(aSignIn().signIn, 'http://127.0.0.1:3000');
    const { set } = await begin();
    expect(set).toMatch(/^trinh-ky-session=refresh-1; /);
    expect(set).not.toMatch(/Secure/);
    expect(set).toMatch(/HttpOnly/);
  });

  test('is not begun with a code that is none, or was used', async () => {
    const { begin, has } = aBrowser(aSignIn().signIn);
    const { status, body } = await begin('two');
    expect([status, JSON.parse(body).code, has()]).toEqual([401, 'signed_out', undefined]);
  });

  test('says when the sign-in has not asked who somebody is, but taken them for who they were an hour before', async () => {
    const { begin } = aBrowser(aSignIn('2026-03-02T00:00:00.000Z').signIn);
    expect(JSON.parse((await begin()).body)).toMatchObject({ isFresh: false });
  });

  test('goes on with another token each time, and the page sees none of those that renew', async () => {
    const browser = aBrowser(aSignIn().signIn);
    await browser.begin();
    const { status, set, body } = await browser.renew();
    expect([status, JSON.parse(body).session.accessToken]).toEqual([200, 'access-2']);
    expect(set).toContain('__Host-trinh-ky-session=refresh-2; Max-Age=43200; Path=/');
    expect(JSON.parse((await browser.renew()).body).session.accessToken).toBe('access-3');
    expect(body).not.toContain('refresh');
  });

  test('is nobody’s where there is no cookie, and the sign-in is not asked', async () => {
    const renew = vi.fn<SignIn['renew']>();
    const { status, set, body } = await aBrowser({ ...aSignIn().signIn, renew }).renew();
    expect([status, set, JSON.parse(body)]).toEqual([200, '', { session: null }]);
    expect(renew).not.toHaveBeenCalled();
  });

  test('is over when its token is not taken any more, and its cookie goes', async () => {
    const { signIn } = aSignIn();
    const browser = aBrowser({ ...signIn, renew: async () => null });
    await browser.begin();
    expect(JSON.parse((await browser.renew()).body)).toEqual({ session: null });
    expect(browser.has()).toBeUndefined();
  });

  test('outlives a moment in which the sign-in does not answer', async () => {
    const { signIn } = aSignIn();
    const renew = vi.spyOn(signIn, 'renew').mockRejectedValueOnce(new Unavailable('the sign-in'));
    const browser = aBrowser(signIn);
    await browser.begin();
    expect((await browser.renew()).status).toBe(503);
    expect(JSON.parse((await browser.renew()).body).session.accessToken).toBe('access-2');
    expect(renew).toHaveBeenCalledTimes(2);
  });

  test('is ended for whoever has its token, and for this browser whether the sign-in hears of it or not', async () => {
    const { signIn, revoked } = aSignIn();
    const one = aBrowser(signIn);
    await one.begin();
    expect((await one.end()).status).toBe(200);
    expect([revoked, one.has()]).toEqual([['refresh-1'], undefined]);
    const revoke = () => Promise.reject(new Unavailable('the sign-in'));
    const other = aBrowser({ ...signIn, revoke });
    await other.begin();
    expect((await other.end()).status).toBe(200);
    expect(other.has()).toBeUndefined();
  });

  test('of nobody may be ended', async () => {
    const { signIn, revoked } = aSignIn();
    expect((await aBrowser(signIn).end()).status).toBe(200);
    expect(revoked).toEqual([]);
  });

  test('leaves no token in the log, whatever happens', async () => {
    const { signIn } = aSignIn();
    const renew = () => Promise.reject(new Error('what is refresh-1'));
    const browser = aBrowser({ ...signIn, renew });
    await browser.begin('two');
    await browser.begin();
    expect((await browser.renew()).status).toBe(500);
    await browser.end({ origin: 'https://evil.example' });
    expect(logged.length).toBeGreaterThan(2);
    expect(JSON.stringify(logged)).not.toMatch(/refresh-|access-|one|v{43}/);
  });
});

describe('from anywhere but the app’s own pages', () => {
  test.each([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same domain', { origin: AT, 'sec-fetch-site': 'same-site' }],
    ['whoever does not say which page asks', { origin: 'null' }],
    ['this address without TLS', { origin: AT.replace('https', 'http') }],
  ])('%s may neither begin nor renew nor end a session', async (_, headers) => {
    const { signIn, revoked } = aSignIn();
    const browser = aBrowser(signIn);
    await browser.begin();
    const answers = [
      await browser.begin('one', headers),
      await browser.renew(headers),
      await browser.end(headers),
    ];
    expect(answers.map(({ status, set }) => [status, set])).toEqual(Array(3).fill([403, '']));
    expect([revoked, browser.has()]).toEqual([[], '__Host-trinh-ky-session=refresh-1']);
  });

  test('an older browser, which says less of itself, is let in by its origin', async () => {
    const api = sessionApi({ signIn: aSignIn().signIn, clock: { now: () => MORNING } }, `${AT}`);
    const headers = { origin: AT };
    const init = { method: 'POST', headers };
    expect((await api.request('/api/session/renewal', init, {})).status).toBe(200);
  });
});

describe('what is sent', () => {
  test('is a code and its verifier, and no more of either than there is', async () => {
    const { press } = aBrowser(aSignIn().signIn);
    const sent = async (said: unknown, headers = {}) => {
      const { status, body } = await press('/api/session', said, headers);
      return [status, JSON.parse(body).code];
    };
    expect(await sent({ code: 'one' })).toEqual([422, 'input_invalid']);
    expect(await sent({ code: 'one', verifier: 'short' })).toEqual([422, 'input_invalid']);
    expect(await sent({ code: 'one', verifier: VERIFIER, more: 1 })).toEqual([
      422,
      'input_invalid',
    ]);
    expect(await sent({ code: 'x'.repeat(5_000), verifier: VERIFIER })).toEqual([
      413,
      'content_too_large',
    ]);
    expect(await sent({}, { 'content-type': 'text/plain' })).toEqual([
      415,
      'media_type_unsupported',
    ]);
  });
});
