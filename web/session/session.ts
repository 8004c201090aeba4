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

/** What the provider has said of itself, kept for the way there and back: it need not be asked twice. */
const ITS_WORDS = 'provider';
const itsWords = sessionStorage.getItem(ITS_WORDS);
sessionStorage.removeItem(ITS_WORDS);

const manager = new UserManager({
  ...(itsWords && { metadata: JSON.parse(itsWords) }),
  authority: configuration.issuer,
  client_id: configuration.clientId,
  redirect_uri: location.origin + OPEN.signedIn,
  post_logout_redirect_uri: `${location.origin}/`,
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
  const said = await manager.metadataService.getMetadata();
  sessionStorage.setItem(ITS_WORDS, JSON.stringify(said));
  await manager.signinRedirect(how);
  return new Promise(() => {});
};

/** Leaves for the provider and comes back to `returnTo`. Never resolves: the page is left. */
export const signIn = (returnTo = here()): Promise<never> => leave({ state: returnTo });

/** The same, but the person has to prove his presence again, as signing asks. */
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

export const signOut = async (): Promise<void> => {
  const idToken = user?.id_token;
  user = null;
  await manager.removeUser();
  await manager.signoutRedirect(idToken ? { id_token_hint: idToken } : {});
};
