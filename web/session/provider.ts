// What is the provider asked, and what has it answered? The code flow with PKCE, in the words of OpenID Connect.
import { OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { configuration } from './configuration.ts';

/** The provider's page speaks no Vietnamese; without this it would go on in whatever language it was last asked for. */
const LANGUAGE_OF_PAGE = 'en';

const client = (signedInAt: string) =>
  new OidcClient({
    authority: configuration.provider.issuer,
    // Not asked of the provider: a first page waits for no further answer.
    metadata: configuration.provider,
    client_id: configuration.clientId,
    redirect_uri: signedInAt,
    scope: 'openid profile',
    // Only the code verifier of a sign-in under way, which must outlive the redirect.
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });

/** The address at which somebody is asked who they are, whoever was known there; they come back to `signedInAt`. */
export const askingWho = async (returnTo: string, signedInAt: string): Promise<string> => {
  const { url } = await client(signedInAt).createSigninRequest({
    state: returnTo,
    prompt: 'login',
    extraQueryParams: { lang: LANGUAGE_OF_PAGE },
  });
  return url;
};

/** What the address says to which the provider has sent somebody back; good once. */
export const answered = async (
  address: string,
): Promise<{ code: string; verifier: string; returnTo: unknown }> => {
  const { state, response } = await client(location.origin).readSigninResponseState(address, true);
  if (response.code === null || state.code_verifier === undefined)
    throw new Error('the provider gave no code');
  return { code: response.code, verifier: state.code_verifier, returnTo: state.data };
};
