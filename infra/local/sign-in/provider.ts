// How do people sign in here? An OpenID Connect provider in the place of Cognito, on the app's own
// address: code flow with PKCE, everybody of the directory, by one press or with one password for all of them.
import { createHash, generateKeyPairSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Provider } from 'oidc-provider';
import type { DeployedClient } from '../template/assembly.ts';
import { keepJson, readJson } from '../this-machine/kept-json.ts';
import { keepChoice, takeChoice } from './choice.ts';
import { LIST_PATH, messagePage, peoplePage, signInPage } from './page.ts';
import type { SignInPeople } from './people.ts';
import { openSignInStore } from './store.ts';

/** Whom the sign-in knows, and who hears that somebody has come in. */
type SignInHouse = { people: SignInPeople; signedIn(id: string): void };

export type SignIn = {
  issuer: string;
  password: string;
  /**
   * Whether it asks again who somebody is when it is told to (`prompt=login`), as Cognito's managed login does; the classic
   * page does not. For tests, which walk both ways.
   */
  hears: { prompt: boolean };
  /**
   * As AdminUserGlobalSignOut: nobody renews tokens of this person any more. It does not end what the page knows of
   * their browsers, which Cognito forgets an hour after the sign-in, or when they sign out there.
   */
  signOutEverywhere(id: string): void;
  /** Everything under `/oidc/`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): void;
};

type Kept = { keys: Record<string, unknown>[]; cookieKey: string; password: string };

/** Cognito's usual time of access and ID tokens. */
const TOKEN_SECONDS = 3_600;
/** For how long Cognito's page knows a browser after a sign-in, whatever is set. */
const SESSION_SECONDS = 3_600;
/** Cognito's addresses. */
const ROUTES = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  revocation: '/oauth2/revoke',
  userinfo: '/oauth2/userInfo',
};
const SIGN_OUT = '/logout';
/** What managed login speaks. Its stand-in speaks Vietnamese whatever it is asked for, but lets nobody count on that. */
const LANGUAGES = 'de en es fr id it ja ko pt-BR zh-CN zh-TW'.split(' ');
/** A form with a name and a password is far smaller. */
const FORM_BYTES = 10_000;
/** Any absolute address will do: it turns opaque access tokens into JWTs, and is taken out again. */
const RESOURCE = 'urn:trinh-ky:api';

const makeKept = (): Kept => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    keys: [
      {
        ...privateKey.export({ format: 'jwk' }),
        use: 'sig',
        alg: 'RS256',
        kid: randomBytes(8).toString('hex'),
      },
    ],
    cookieKey: randomBytes(32).toString('hex'),
    // 40 bits, in digits and letters that a person can copy from the terminal.
    password: randomBytes(5).toString('hex'),
  };
};

const isSame = (one: string, other: string) => {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
};

/** What of a question Cognito hears: it knows no `max_age`, and its classic page no `prompt`. */
const asHeard = (address: string, hears: SignIn['hears']): string => {
  const { pathname, searchParams: said } = new URL(address, 'http://here');
  if (pathname !== ROUTES.authorization) return address;
  said.delete('max_age');
  if (!hears.prompt) said.delete('prompt');
  return `${pathname}?${said}`;
};

/** A language that Cognito does not speak, asked for all the same. */
const unspokenIn = (address: string): string | undefined => {
  const language = new URL(address, 'http://here').searchParams.get('lang');
  return language === null || LANGUAGES.includes(language) ? undefined : language;
};

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > FORM_BYTES) throw new Error('the form is too long');
  }
  return new URLSearchParams(text);
};

const configurationOf = (
  kept: Kept,
  folder: string,
  client: DeployedClient,
  url: string,
  people: SignInPeople,
) => {
  const store = openSignInStore(join(folder, 'sessions.json'), client.graceSeconds ?? 0);
  return {
    store,
    configuration: {
      adapter: store.adapter,
      jwks: { keys: kept.keys },
      clients: [
        {
          client_id: client.id,
          token_endpoint_auth_method: 'none',
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          redirect_uris: client.signedInPaths.map((path) => url + path),
        },
      ],
      routes: ROUTES,
      scopes: ['openid', 'profile', 'email', 'offline_access'],
      claims: { openid: ['sub', 'auth_time'], profile: ['name'], email: ['email'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      rotateRefreshToken: client.graceSeconds !== null,
      issueRefreshToken: async () => true,
      // Cognito's tokens outlive what its page knows of a browser.
      expiresWithSession: async () => false,
      findAccount: async (_context: unknown, id: string) => {
        const person = await people.find(id);
        return person
          ? { accountId: id, claims: () => ({ sub: id, name: person.name }) }
          : undefined;
      },
      // Cognito asks for no consent: whoever signs in has agreed to the app.
      loadExistingGrant: async (context: OidcContext) => {
        const { client: asking, session, provider } = context.oidc;
        const grant = new provider.Grant({
          clientId: asking.clientId,
          accountId: session.accountId,
        });
        grant.addOIDCScope('openid profile email offline_access');
        grant.addResourceScope(RESOURCE, 'openid profile email offline_access');
        await grant.save();
        return grant;
      },
      features: {
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => RESOURCE,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({
            scope: 'openid profile email offline_access',
            audience: RESOURCE,
            accessTokenFormat: 'jwt',
            accessTokenTTL: TOKEN_SECONDS,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
        revocation: {
          enabled: true,
          allowedPolicy: async (_context: unknown, asking: { clientId: string }, given: object) =>
            'clientId' in given && given.clientId === asking.clientId,
        },
        rpInitiatedLogout: { enabled: false },
      },
      extraTokenClaims: (context: OidcContext) => {
        const { AuthorizationCode, RefreshToken } = context.oidc.entities;
        const entity = AuthorizationCode ?? RefreshToken;
        return { auth_time: entity?.authTime, token_use: 'access', username: entity?.accountId };
      },
      // Cognito's access tokens say whom they are for in client_id, and have no aud. The provider
      // insists on one, so it gets one that leaves no trace in JSON.
      formats: {
        customizers: {
          jwt: (
            _context: unknown,
            _token: unknown,
            parts: { payload: Record<string, unknown> },
          ) => {
            parts.payload.aud = { toJSON: () => undefined };
          },
        },
      },
      interactions: {
        url: (_context: unknown, { uid }: { uid: string }) => `/oidc/sign-in/${uid}`,
      },
      renderError: (
        context: { type: string; body: string },
        said: { error_description?: string; error: string },
      ) => {
        context.type = 'html';
        context.body = messagePage('Không đăng nhập được', said.error_description ?? said.error);
      },
      cookies: { keys: [kept.cookieKey] },
      // The app is served from the provider's own origin, which a browser names even so; no other has any business here.
      clientBasedCORS: (_context: unknown, origin: string) => origin === url,
      ttl: {
        AccessToken: TOKEN_SECONDS,
        IdToken: TOKEN_SECONDS,
        Grant: client.refreshSeconds,
        Interaction: TOKEN_SECONDS,
        RefreshToken: leftOf(client.refreshSeconds),
        Session: SESSION_SECONDS,
      },
    },
  };
};

type Entity = { authTime?: number; accountId?: string } | undefined;
type Grant = {
  addOIDCScope(scope: string): void;
  addResourceScope(resource: string, scope: string): void;
  save(): Promise<string>;
};
type OidcContext = {
  oidc: {
    client: { clientId: string };
    session: { accountId: string };
    provider: { Grant: new (of: { clientId: string; accountId: string }) => Grant };
    entities: {
      AuthorizationCode?: Entity;
      RefreshToken?: Entity;
      RotatedRefreshToken?: { remainingTTL: number };
    };
  };
};

/** A token that takes the place of another is good for as long as that would have been. */
const leftOf =
  (refreshSeconds: number) =>
  ({ oidc }: OidcContext): number =>
    oidc.entities.RotatedRefreshToken?.remainingTTL ?? refreshSeconds;

/** `url` is the app's address; `folder` keeps keys, sessions and the password, readable by this user only. */
export const startSignIn = (
  folder: string,
  url: string,
  client: DeployedClient,
  { people, signedIn }: SignInHouse,
): SignIn => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keptFile = join(folder, 'keys.json');
  const kept = readJson<Kept>(keptFile) ?? makeKept();
  keepJson(keptFile, kept);
  const issuer = `${url}/oidc`;
  const { store, configuration } = configurationOf(kept, folder, client, url, people);
  const provider = new Provider(issuer, configuration);
  const answer = provider.callback();

  const offer = async () => {
    const all = await people.all();
    return { people: all, work: await people.work(all) };
  };

  const show = (response: ServerResponse, status: number, shown: string) => {
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(shown);
  };

  /** Under the address that the letter names, or the id: Cognito knows both. */
  const named = async (username: string) =>
    (await people.find(username)) ??
    (await people.all()).find(({ email }) => email === username.toLowerCase()) ??
    null;

  /** A press on somebody is enough; whoever types has to know the password. */
  const whoIn = async (form: URLSearchParams) => {
    if (form.has('person')) return people.find(form.get('person') ?? '');
    if (!isSame(form.get('password') ?? '', kept.password)) return null;
    return named(form.get('username') ?? '');
  };

  const signIn = async (request: IncomingMessage, response: ServerResponse, uid: string) => {
    await provider.interactionDetails(request, response);
    const isAnswered = request.method === 'POST';
    const chosen = isAnswered ? null : takeChoice(request, response);
    const person = isAnswered
      ? await whoIn(await formOf(request))
      : chosen && (await people.find(chosen));
    if (!person) {
      const form = signInPage(`/oidc/sign-in/${uid}`, await offer(), isAnswered);
      return show(response, isAnswered ? 401 : 200, form);
    }
    signedIn(person.id);
    const login = { accountId: person.id, remember: true };
    return provider.interactionFinished(
      request,
      response,
      { login },
      { mergeWithLastSubmission: false },
    );
  };

  const forgetBrowser = async (request: IncomingMessage, response: ServerResponse) => {
    const context = provider.createContext(request, response);
    await (await provider.Session.get(context)).destroy();
    context.cookies.set(provider.cookieName('session'));
  };

  /** Where the app begins a sign-in by itself. */
  const beginsAgain = client.signedOutPaths.find((path) => path !== '/') ?? '/';

  /** Whoever is chosen here is signed in by the app's own way, which it begins where it is sent after a sign-out. */
  const change = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') return show(response, 200, peoplePage(await offer()));
    // A page of another site may not press here.
    if (request.headers.origin !== url)
      return refuse(response, 'Không đăng nhập được', 'Hãy bấm trong danh sách.');
    const person = await people.find((await formOf(request)).get('person') ?? '');
    if (!person) return show(response, 401, peoplePage(await offer()));
    await forgetBrowser(request, response);
    keepChoice(response, person.id);
    response.writeHead(303, { location: beginsAgain }).end();
  };

  const refuse = (response: ServerResponse, title: string, why: string) => {
    response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
    response.end(messagePage(title, why));
  };

  /**
   * Cognito knows nothing of RP-Initiated Logout 1.0: it wants `client_id` and `logout_uri`, asks nothing, forgets the browser
   * and sends it back. Tokens stay as good as they were.
   */
  const signOut = async (request: IncomingMessage, response: ServerResponse) => {
    const { searchParams: said } = new URL(request.url ?? '', url);
    const back = said.get('logout_uri') ?? '';
    const isOurs = client.signedOutPaths.some((path) => url + path === back);
    if (said.get('client_id') !== client.id || !isOurs)
      return refuse(response, 'Không đăng xuất được', 'Địa chỉ quay về không hợp lệ.');
    await forgetBrowser(request, response);
    response.writeHead(302, { location: back, 'cache-control': 'no-store' }).end();
  };

  const hears = { prompt: true };
  const hand = async (request: IncomingMessage, response: ServerResponse, address: string) => {
    const language = unspokenIn(address);
    if (language !== undefined)
      return refuse(response, 'Không đăng nhập được', `Cognito không có ngôn ngữ “${language}”.`);
    // The provider learns where it is mounted from the difference of the two.
    request.url = asHeard(address, hears);
    Object.assign(request, { originalUrl: `/oidc${request.url}` });
    await answer(request, response);
  };

  return {
    issuer,
    password: kept.password,
    hears,
    signOutEverywhere: store.endTokensOf,
    handle: async (request, response) => {
      const address = request.url?.replace(/^\/oidc/, '') || '/';
      if (address.startsWith(`${SIGN_OUT}?`)) return signOut(request, response);
      if (request.url === LIST_PATH) return change(request, response);
      const uid = address.match(/^\/sign-in\/([\w-]+)/)?.[1];
      if (uid === undefined) return hand(request, response, address);
      try {
        await signIn(request, response, uid);
      } catch {
        refuse(
          response,
          'Phiên đăng nhập đã hết hạn',
          'Vui lòng quay lại ứng dụng và đăng nhập lại.',
        );
      }
    },
    stop: store.flush,
  };
};
