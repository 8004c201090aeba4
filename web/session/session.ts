// Who is signed in? Code flow with PKCE; tokens live in this page's memory and nowhere else.
// After a reload the provider's own session signs the person in again without a question.
import {
  InMemoryWebStorage,
  type SigninRedirectArgs,
  type User,
  UserManager,
  WebStorageStateStore,
} from 'oidc-client-ts';
import { configuration } from './configuration.ts';

/** The addresses of those who are not, or not yet, signed in. */
export const OPEN = { front: '/', verification: '/kiem-tra', signedIn: '/signed-in' } as const;

export const isForAnyone = (path: string): boolean =>
  path === OPEN.front || path === OPEN.verification;

/** Where the provider sends people back to. */
export const isReturn = (path: string): boolean => path === OPEN.signedIn;

const manager = new UserManager({
  authority: configuration.provider.issuer,
  // Not asked of the provider: a first page waits for no further answer.
  metadata: configuration.provider,
  client_id: configuration.clientId,
  redirect_uri: location.origin + OPEN.signedIn,
  scope: 'openid profile',
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  // Only the code verifier of a sign-in under way, which must outlive the redirect.
  stateStore: new WebStorageStateStore({ store: sessionStorage }),
  automaticSilentRenew: false,
});

let user: User | null = null;

/** The present access token, or null when nobody is signed in here. */
export const accessToken = (): string | null => user?.access_token ?? null;

const here = () => location.pathname + location.search;

const leave = async (how: SigninRedirectArgs): Promise<never> => {
  await manager.signinRedirect(how);
  return new Promise(() => {});
};

/** Leaves for the provider and comes back to `returnTo`. Never resolves: the page is left. */
export const signIn = (returnTo = here()): Promise<never> => leave({ state: returnTo });

/** The same, but the person has to prove their presence again, as signing asks. */
export const signInAfresh = (returnTo = here()): Promise<never> =>
  leave({ state: returnTo, prompt: 'login', max_age: 0 });

const complete = async (): Promise<string> => {
  user = (await manager.signinCallback()) ?? null;
  const returnTo = user?.state;
  return typeof returnTo === 'string' && /^\/(?!\/)/.test(returnTo) ? returnTo : OPEN.front;
};
let completing: Promise<string> | null = null;

/** Takes up what the provider has sent, which is good once; says where the person was going. */
export const completeSignIn = (): Promise<string> => {
  completing ??= complete();
  return completing;
};

/** New tokens by the refresh token, if there is one. */
export const renewQuietly = async (): Promise<boolean> => {
  if (!user?.refresh_token) return false;
  user = await manager.signinSilent().catch(() => null);
  return user !== null;
};

/** Leaves for the provider, which comes back to the front page. Cognito's own words (its logout endpoint), for it knows no others. */
export const signOut = async (): Promise<void> => {
  user = null;
  await manager.removeUser();
  const { clientId } = configuration;
  await manager.signoutRedirect({
    extraQueryParams: { client_id: clientId, logout_uri: `${location.origin}/` },
  });
};
