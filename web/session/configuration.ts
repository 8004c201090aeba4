// Where are sign-in and API? The one thing that differs between places, read before anything else.
type Configuration = {
  /** The OpenID Connect provider, in the words of its discovery document. */
  provider: {
    issuer: string;
    authorization_endpoint: string;
    end_session_endpoint: string;
  };
  clientId: string;
  /** Where the API's routes are, all of which begin with `/api`: as a path here, or as an address elsewhere. */
  apiBase: string;
};

export const configuration: Configuration = await (await fetch('/config.json')).json();
