// How do people sign in here? An OpenID Connect provider in the place of Cognito, on the app's own
// address: code flow with PKCE, everybody of the directory, one password for all of them.
import { createHash, generateKeyPairSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Provider } from 'oidc-provider';
import type { DeployedClient } from '../template/assembly.ts';
import { keepJson, readJson } from '../this-machine/kept-json.ts';
import { messagePage, signInPage, signOutPage } from './page.ts';
import type { SignInPeople } from './people.ts';
import { openSignInStore } from './store.ts';

/** Whom the sign-in knows, and who hears that somebody has come in. */
type SignInHouse = { people: SignInPeople; signedIn(id: string): void };

export type SignIn = {
  issuer: string;
  password: string;
  /** Everything under `/oidc/`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): void;
};

type Kept = { keys: Record<string, unknown>[]; cookieKey: string; password: string };

/** Cognito's usual times: access and ID tokens an hour, refresh tokens a day of work and one more. */
const TOKEN_SECONDS = 3_600;
const SESSION_SECONDS = 2 * 24 * 3_600;
/** Cognito's addresses. */
const ROUTES = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  userinfo: '/oauth2/userInfo',
  end_session: '/logout',
};
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

/**
 * Cognito knows nothing of RP-Initiated Logout 1.0: it wants `client_id` and `logout_uri`. The provider hears the
 * standard's words for them, and none of the standard's that Cognito would not have heard.
 */
const inStandardWords = (address: string): string => {
  const { pathname, searchParams: said } = new URL(address, 'http://here');
  if (pathname !== ROUTES.end_session) return address;
  const heard = new URLSearchParams({
    client_id: said.get('client_id') ?? '',
    post_logout_redirect_uri: said.get('logout_uri') ?? '',
  });
  return `${pathname}?${heard}`;
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
  const store = openSignInStore(join(folder, 'sessions.json'));
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
          post_logout_redirect_uris: client.signedOutPaths.map((path) => url + path),
        },
      ],
      routes: ROUTES,
      scopes: ['openid', 'profile', 'email', 'offline_access'],
      claims: { openid: ['sub', 'auth_time'], profile: ['name'], email: ['email'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      rotateRefreshToken: true,
      issueRefreshToken: async () => true,
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
        rpInitiatedLogout: {
          enabled: true,
          logoutSource: (context: { body: string }, form: string) => {
            context.body = signOutPage(form);
          },
          postLogoutSuccessSource: (context: { body: string }) => {
            context.body = messagePage('Đã đăng xuất', 'Bạn có thể đóng trang này.');
          },
        },
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
        Grant: SESSION_SECONDS,
        Interaction: TOKEN_SECONDS,
        RefreshToken: SESSION_SECONDS,
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
    entities: { AuthorizationCode?: Entity; RefreshToken?: Entity };
  };
};

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

  const showForm = async (response: ServerResponse, uid: string, wrong: boolean) => {
    const form = signInPage(`/oidc/sign-in/${uid}`, await people.all(), wrong);
    response.writeHead(wrong ? 401 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(form);
  };

  const signIn = async (request: IncomingMessage, response: ServerResponse, uid: string) => {
    await provider.interactionDetails(request, response);
    if (request.method !== 'POST') return showForm(response, uid, false);
    const form = await formOf(request);
    const person = await people.find(form.get('person') ?? '');
    if (!person || !isSame(form.get('password') ?? '', kept.password)) {
      return showForm(response, uid, true);
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

  return {
    issuer,
    password: kept.password,
    handle: async (request, response) => {
      const uid = request.url?.match(/^\/oidc\/sign-in\/([\w-]+)/)?.[1];
      if (uid === undefined) {
        // The provider learns where it is mounted from the difference of the two.
        request.url = inStandardWords(request.url?.replace(/^\/oidc/, '') || '/');
        Object.assign(request, { originalUrl: `/oidc${request.url}` });
        await answer(request, response);
        return;
      }
      try {
        await signIn(request, response, uid);
      } catch {
        response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
        response.end(
          messagePage('Phiên đăng nhập đã hết hạn', 'Vui lòng quay lại ứng dụng và đăng nhập lại.'),
        );
      }
    },
    stop: store.flush,
  };
};
