// How does a browser hold its session? In a cookie that no script sees, that no neighbour can plant, and that these routes alone
// are given, by the app's own pages alone.
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SIGNED_IN_SECONDS } from '../../contracts/agreed-names.ts';
import * as routes from '../../contracts/routes/session.ts';
import { Refusal } from '../../domain/refusal.ts';
import { beginSession } from '../../use-cases/session/begin-session.ts';
import { endSession } from '../../use-cases/session/end-session.ts';
import { renewSession } from '../../use-cases/session/renew-session.ts';
import { portsOf, type WorldOf } from '../../use-cases/world.ts';
import { log } from '../log.ts';
import { answering } from './answering.ts';
import { type House, onlyJson, publicApp } from './house-app.ts';

const NEEDS = portsOf(beginSession, renewSession, endSession);
type Session = Awaited<ReturnType<typeof beginSession>>;

/** Bytes: a code and its verifier, with room. */
const LONGEST_BODY = 4_096;

/**
 * By the prefix a browser takes it from this very host alone (RFC 6265bis, 4.1.3.2). A neighbour under the same domain could otherwise
 * set one of this name for the whole domain, and whoever opens the app would work in the neighbour's account. The prefix asks for
 * `Path=/`, so the browser sends it with every request; CloudFront passes it on to these routes alone (`web-stack.ts`), and writes
 * it down nowhere.
 *
 * `Secure` and the prefix belong to HTTPS. On one machine the app is at `http://127.0.0.1`: Chrome and Firefox would take such a
 * cookie from there, Safari would not. Nobody listens on the way to oneself, and no neighbour has that address, so there it is
 * left out.
 */
const cookieAt = (webUrl: string) => {
  const secure = new URL(webUrl).protocol === 'https:';
  return {
    name: `${secure ? '__Host-' : ''}trinh-ky-session`,
    options: { httpOnly: true, secure, sameSite: 'Strict', path: '/' } as const,
  };
};

/**
 * A page of another site can have a browser ask, with its cookies: never with this one, which is `SameSite=Strict`. And as that
 * says nothing of a neighbour under the same domain, a browser's own word is heard as well, of which page asks:
 * `Origin`, which every browser sends with a POST, and `Sec-Fetch-Site`, which the newer ones do.
 */
const ownPagesOnly =
  (webUrl: string): MiddlewareHandler<House> =>
  async (context, next) => {
    const { origin, 'sec-fetch-site': site = 'same-origin' } = context.req.header();
    if (origin !== new URL(webUrl).origin || site !== 'same-origin')
      throw new Refusal('not_permitted');
    await next();
  };

export const sessionApi = (world: WorldOf<typeof NEEDS>, webUrl: string) => {
  const app = publicApp();
  app.use(ownPagesOnly(webUrl), onlyJson(LONGEST_BODY));
  const { name, options } = cookieAt(webUrl);

  /** Keeps what only the browser may have, and gives what its page may. The cookie may outlive its token, which is refused then. */
  const begun = (c: Context, { refreshToken, ...session }: Session) => {
    setCookie(c, name, refreshToken, { ...options, maxAge: SIGNED_IN_SECONDS });
    return session;
  };

  return answering(app, routes, {
    beginSession: async (c) => {
      const { code, verifier } = c.req.valid('json');
      return begun(c, await beginSession(world, code, verifier));
    },
    renewSession: async (c) => {
      const kept = getCookie(c, name);
      if (kept === undefined) return { session: null };
      const session = await renewSession(world, kept);
      if (session !== null) return { session: begun(c, session) };
      deleteCookie(c, name, options);
      return { session: null };
    },
    endSession: async (c) => {
      const kept = getCookie(c, name);
      // Whatever comes of it: somebody leaves a browser that others use.
      deleteCookie(c, name, options);
      if (kept !== undefined)
        await endSession(world, kept).catch(() => log('warn', 'a session was not revoked'));
      return {};
    },
  });
};
sessionApi.needs = NEEDS;
