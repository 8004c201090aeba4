// How does a press in the list of people reach the sign-in that it begins? By a cookie that is good once, for the next minute.
import type { IncomingMessage, ServerResponse } from 'node:http';

export const CHOICE = 'chosen_person';
/** From the press through the app to the provider are three redirects; a machine that does other things as well may take a while. */
const SECONDS = 60;
const cookie = (value: string, seconds: number) =>
  `${CHOICE}=${value}; Path=/oidc; Max-Age=${seconds}; HttpOnly; SameSite=Strict`;

export const keepChoice = (response: ServerResponse, id: string): void => {
  response.appendHeader('set-cookie', cookie(encodeURIComponent(id), SECONDS));
};

/** Null where nobody was chosen; a choice is taken once. */
export const takeChoice = (request: IncomingMessage, response: ServerResponse): string | null => {
  const [, chosen] =
    new RegExp(`(?:^|; )${CHOICE}=([^;]*)`).exec(request.headers.cookie ?? '') ?? [];
  if (!chosen) return null;
  response.appendHeader('set-cookie', cookie('', 0));
  return decodeURIComponent(chosen);
};
