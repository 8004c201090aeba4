// Whose is a page, when tabs share one session and people share one PC? Of whoever was signed in at it; and what changes the session
// is done one tab after the other.
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';

const sessionOf = (personId: string) => ({
  accessToken: `of ${personId}`,
  personId,
  isFresh: true,
});
type Session = ReturnType<typeof sessionOf>;
const [HA, HUNG] = [sessionOf('tran-thi-thu-ha'), sessionOf('le-quoc-hung')];

const PATHS = {
  configuration: '../../../web/session/configuration.ts',
  session: '../../../web/session/session.ts',
  api: '../../../web/api/session.ts',
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const path of [...Object.values(PATHS), 'oidc-client-ts']) vi.doUnmock(path);
});
// Files of a worker share what they have loaded.
afterAll(() => vi.resetModules());

/** All that has happened by itself is over. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A tab that is just loaded: what it asks, where it goes, and the turns that it shares with others. */
const aTab = async () => {
  vi.resetModules();
  const happened: string[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const request = <Answer>(_: string, work: () => Promise<Answer>): Promise<Answer> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
  const renewSession = vi.fn(async (): Promise<Session | null> => HA);
  const beginSession = async (): Promise<Session> => {
    happened.push('signed in');
    return HUNG;
  };
  const endSession = async () => void happened.push('signed out');
  let heard = () => {};
  class Channel {
    postMessage = () => void happened.push('told');
    set onmessage(listener: () => void) {
      heard = listener;
    }
  }
  class OidcClient {
    readSigninResponseState = async () => ({
      state: { code_verifier: 'v', data: '/bao-cao' },
      response: { code: 'one' },
    });
  }
  vi.stubGlobal('location', {
    origin: 'https://trinh-ky.example',
    pathname: '/bao-cao',
    search: '',
    assign: (url: string) => void happened.push(`left for ${url.replace(/\?.*/, '')}`),
    replace: (url: string) => void happened.push(`left for ${url}`),
    reload: () => void happened.push('loaded anew'),
  });
  vi.stubGlobal('navigator', { locks: { request } });
  vi.stubGlobal('sessionStorage', {});
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.doMock(PATHS.configuration, () => ({
    configuration: { provider: { end_session_endpoint: 'out' }, clientId: 'web', apiBase: '/api' },
  }));
  vi.doMock(PATHS.api, () => ({ beginSession, renewSession, endSession }));
  vi.doMock('oidc-client-ts', () => ({ OidcClient, WebStorageStateStore: class {} }));
  const session: typeof import('../../../web/session/session.ts') = await import(PATHS.session);
  return {
    ...session,
    renewSession,
    happened,
    hearsOfSignOut: () => heard(),
    /** Another tab has its turn until this is called. */
    otherTabAsks: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      void request('session', () => promise);
      return resolve;
    },
    inTurn: (what: string) => request('session', async () => void happened.push(what)),
  };
};

describe('a page', () => {
  test.each([
    ['while its session lasts', []],
    ['though its own session has ended before', [null]],
  ])('does not go on as whoever signs in after its person, %s', async (_, before) => {
    const tab = await aTab();
    expect(await tab.isSignedIn()).toBe(true);
    for (const none of before) {
      tab.renewSession.mockResolvedValueOnce(none);
      expect(await tab.renewQuietly()).toBe(false);
    }
    tab.renewSession.mockResolvedValueOnce(HUNG);
    void tab.renewQuietly();
    await settled();
    expect(tab.happened).toEqual(['loaded anew']);
    expect(tab.accessToken()).not.toBe(HUNG.accessToken);
  });

  test('is left for the front page when its person signs out at another tab, and can ask no more', async () => {
    const tab = await aTab();
    await tab.isSignedIn();
    tab.hearsOfSignOut();
    expect(tab.happened).toEqual(['left for /']);
    expect(tab.accessToken()).toBeNull();
  });

  test('at which nobody was signed in stays where it is', async () => {
    const tab = await aTab();
    tab.hearsOfSignOut();
    expect(tab.happened).toEqual([]);
  });
});

describe('behind a tab that has its session renewed', () => {
  test('a sign-out waits, so that nothing comes back that it has ended, and all tabs hear of it before the next asks', async () => {
    const tab = await aTab();
    await tab.isSignedIn();
    const answered = tab.otherTabAsks();
    void tab.signOut();
    void tab.inTurn('another asks');
    await settled();
    expect(tab.happened).toEqual([]);
    answered();
    await settled();
    expect(tab.happened.slice(0, 2)).toEqual(['signed out', 'told']);
    expect(tab.happened.slice(2).toSorted()).toEqual(['another asks', 'left for out']);
  });

  test('a sign-in waits', async () => {
    const tab = await aTab();
    const answered = tab.otherTabAsks();
    const completed = tab.completeSignIn();
    await settled();
    expect(tab.happened).toEqual([]);
    answered();
    expect(await completed).toBe('/bao-cao');
    expect(tab.happened).toEqual(['signed in']);
  });
});

describe('a question about the session', () => {
  const asking = async (fetched: typeof fetch) => {
    vi.resetModules();
    vi.doMock(PATHS.configuration, () => ({ configuration: { apiBase: '/api' } }));
    vi.stubGlobal('fetch', fetched);
    const { endSession }: typeof import('../../../web/api/session.ts') = await import(PATHS.api);
    return endSession;
  };

  test('that nobody answers is given up, so that the other tabs have their turn', async () => {
    const time = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
    const endSession = await asking(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('it took too long')));
        }),
    );
    const asked = endSession();
    time.abort();
    await expect(asked).rejects.toMatchObject({ code: 'offline' });
  });

  test.each([200, 503])('whose answer (%i) breaks off was not answered', async (status) => {
    const headers = { 'content-type': 'application/problem+json' };
    const body = new ReadableStream({ start: (stream) => stream.error(new Error('reset')) });
    const endSession = await asking(async () => new Response(body, { status, headers }));
    await expect(endSession()).rejects.toMatchObject({ code: 'offline' });
  });
});
