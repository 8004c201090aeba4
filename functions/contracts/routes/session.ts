// How does a browser stay signed in for a day of work? It gives the code of a sign-in for a cookie that no script can read,
// and is given access tokens for that. Anyone may ask, by the pages of the app alone: from elsewhere it is `not_permitted`.
import { z } from '@hono/zod-openapi';
import { body, json, route } from '../route.ts';
import { Nothing, SessionView } from '../views.ts';

/** As the sign-in gave it, and as RFC 7636, 4.1, has it. Cognito's codes are UUIDs. */
const SignInCode = z.strictObject({
  code: z.string().min(1).max(2_048),
  verifier: z.string().regex(/^[\w.~-]{43,128}$/),
});

export const beginSession = route({
  method: 'post',
  path: '/api/session',
  summary:
    'Begin a session with the code of a sign-in: an access token, and a cookie by which it is renewed',
  security: [],
  request: { body: body(SignInCode) },
  responses: { 201: json(SessionView, 'The cookie is good for twelve hours, the token for one') },
  refuses: ['not_permitted', 'signed_out'],
});

export const renewSession = route({
  method: 'post',
  path: '/api/session/renewal',
  summary: 'Another access token, and another cookie, for whoever has a session in this browser',
  security: [],
  responses: {
    200: json(
      z.object({ session: SessionView.nullable() }),
      'Null when nobody is signed in here (any more)',
    ),
  },
  refuses: ['not_permitted'],
});

export const endSession = route({
  method: 'post',
  path: '/api/session/ending',
  summary:
    'End the session of this browser: its cookie is taken away, and nothing is renewed by it',
  security: [],
  responses: { 200: json(Nothing, 'Nobody is signed in here any more') },
  refuses: ['not_permitted'],
});
