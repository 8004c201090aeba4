// Where are sign-in and API? The one thing that differs between places, read before anything else.
type Configuration = {
  /** The OpenID Connect provider. */
  issuer: string;
  clientId: string;
  /** What the API's paths begin with; `/` when it has the app's own address. */
  apiBase: string;
};

export const configuration: Configuration = await (await fetch('/config.json')).json();
