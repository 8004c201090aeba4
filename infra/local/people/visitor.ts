// How does a program use the system as a person would? It signs in by the real code flow and speaks HTTP, nothing else.
import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** What came back: a body is JSON if there is one. */
export type ApiResponse<Body = unknown> = { status: number; etag: string | null; body: Body };

export type Visitor = {
  token: string;
  get<Body>(path: string): Promise<ApiResponse<Body>>;
  /** Each press has a key of its own unless one is given. */
  post<Body>(
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<ApiResponse<Body>>;
  put<Body>(path: string, body: unknown, etag: string): Promise<ApiResponse<Body>>;
};

type Config = {
  provider: { authorization_endpoint: string; token_endpoint: string };
  clientId: string;
  apiBase: string;
};

/** A sign-in is five redirects long; twice that is a circle. */
const REDIRECTS = 10;

/** Follows redirects by hand, keeping cookies as a browser would, until `arrived` says that this is the place. */
const browse = () => {
  const cookies = new Map<string, string>();
  const step = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  return {
    follow: async (start: string, arrived: (url: URL) => boolean, form?: URLSearchParams) => {
      let url = start;
      let response = await step(url, form);
      for (let redirects = 0; redirects < REDIRECTS; redirects += 1) {
        const location = response.headers.get('location');
        if (location === null) return { url: new URL(url), response };
        url = new URL(location, url).href;
        if (arrived(new URL(url))) return { url: new URL(url), response };
        response = await step(url);
      }
      throw new Error('the sign-in goes in circles');
    },
  };
};

const readJson = async <Body>(response: Response): Promise<Body> => {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return (await response.json()) as Body;
};

/** The way to the provider and back with a code, always with a fresh sign-in (RFC 6749, 4.1; PKCE, RFC 7636). */
export const signInWith = async (url: string, person: string, password: string) => {
  const browser = browse();
  const { provider, clientId } = await readJson<Config>(await fetch(`${url}/config.json`));
  const verifier = randomBytes(32).toString('base64url');
  const state = randomUUID();
  const redirect = `${url}/signed-in`;
  const ask = new URL(provider.authorization_endpoint);
  ask.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'openid profile',
    prompt: 'login',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const isForm = (place: URL) => place.pathname.startsWith('/oidc/sign-in/');
  const isBack = (place: URL) => place.href.startsWith(redirect);
  const { url: form } = await browser.follow(ask.href, isForm);
  const { url: back } = await browser.follow(
    form.href,
    isBack,
    new URLSearchParams({ username: person, password }),
  );
  const code = back.searchParams.get('code');
  if (code === null || back.searchParams.get('state') !== state) {
    throw new Error(`${person} could not sign in`);
  }
  return { tokenEndpoint: provider.token_endpoint, clientId, redirect, code, verifier };
};

/** A program holds no session: it is given its token by the sign-in itself. */
const signInByCode = async (url: string, person: string, password: string): Promise<string> => {
  const { tokenEndpoint, ...came } = await signInWith(url, person, password);
  const wish = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: came.clientId,
    redirect_uri: came.redirect,
    code: came.code,
    code_verifier: came.verifier,
  });
  const { access_token } = await readJson<{ access_token: string }>(
    await fetch(tokenEndpoint, { method: 'POST', body: wish }),
  );
  return access_token;
};

/** Speaks to the API with a token, or without one. */
export const visitorWith = (url: string, token: string | null): Visitor => {
  const send = async <Body>(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<ApiResponse<Body>> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        // As a browser says it of the app's own page.
        ...(method !== 'GET' && { origin: url }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: (text === '' ? null : JSON.parse(text)) as Body,
    };
  };
  return {
    token: token ?? '',
    get: (path) => send('GET', path),
    post: (path, body, headers) =>
      send('POST', path, { 'idempotency-key': randomUUID(), ...headers }, body),
    put: (path, body, etag) => send('PUT', path, { 'if-match': etag }, body),
  };
};

/** Signs a person in and speaks for them. */
export const visit = async (url: string, person: string, password: string): Promise<Visitor> =>
  visitorWith(url, await signInByCode(url, person, password));

/** Signs in whoever is asked for, each once. */
export const visitEachOnce = (url: string, password: string) => {
  const signedIn = new Map<string, Promise<Visitor>>();
  return (person: string): Promise<Visitor> => {
    const visitor = signedIn.get(person) ?? visit(url, person, password);
    signedIn.set(person, visitor);
    return visitor;
  };
};
