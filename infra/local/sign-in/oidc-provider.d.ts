// Which part of oidc-provider, which ships no types, does the sign-in use?
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type OidcContext = { cookies: { set(name: string): void } };

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    createContext(request: IncomingMessage, response: ServerResponse): OidcContext;
    cookieName(kind: 'session'): string;
    Session: { get(context: OidcContext): Promise<{ destroy(): Promise<void> }> };
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<object>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string; remember: boolean } },
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
