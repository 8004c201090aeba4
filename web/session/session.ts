// Who is signed in? Code flow with PKCE. What keeps somebody signed in for a day is a cookie that no script can read; the
// access token that it is renewed for lives in this page's memory and nowhere else.
import type { SessionView } from '../../functions/contracts/views.ts';
import { ProblemError } from '../api/problem.ts';
import { beginSession, endSession, renewSession } from '../api/session.ts';
import { GUIDE } from '../guide/chapters.ts';
import { configuration } from './configuration.ts';

/** The addresses of those who are not, or not yet, signed in. */
export const OPEN = {
  front: '/',
  verification: '/kiem-tra',
  guide: GUIDE,
  signedIn: '/signed-in',
  signedOut: '/signed-out',
} as const;

export const isForAnyone = (path: string): boolean =>
  path === OPEN.front || path === OPEN.verification || path.startsWith(OPEN.guide);

/** Where the provider sends people back to: who have signed in, and who are to do so after they were signed out there. */
export const isReturn = (path: string): boolean => path === OPEN.signedIn;
export const isToSignIn = (path: string): boolean => path === OPEN.signedOut;

/** Comes when somebody has to sign in: nearly everybody who opens a page is signed in. */
const provider = async () => {
  try {
    return await import('./provider.ts');
  } catch (cause) {
    throw new ProblemError('offline', {}, { cause });
  }
};

let session: SessionView | null = null;

/** Whose this page is. What it shows, and what is half done at it, stays theirs when their session has ended. */
let owner: SessionView['personId'] | null = null;

/** Nobody has been signed in on this page; whoever has signed out was. */
export const isNobodys = (): boolean => owner === null;

/** By which what is kept for them is found again. */
export const whose = (): SessionView['personId'] | null => owner;

const take = (given: SessionView): void => {
  session = given;
  owner = given.personId;
};

/**
 * A page is left one way: a list that is asked for again meanwhile, and finds that nobody is signed in any more, leads
 * nowhere else.
 */
let isLeft = false;

/** The browser has kept this page aside when it was left, and shows it again. */
export const stay = (): void => {
  isLeft = false;
  entering = null;
};

/** Nothing here is for whoever sits here now. */
export const goToFront = (): void => {
  isLeft = true;
  location.replace(OPEN.front);
};

/**
 * Whoever signs out does so in all tabs of this browser. What was typed is kept, and comes back to them alone; nothing else of them
 * stays for whoever sits down next.
 */
const signedOut = new BroadcastChannel('signed-out');
signedOut.onmessage = () => {
  if (owner === null) return;
  session = null;
  goToFront();
};

/** The present access token, or null when nobody is signed in here. */
export const accessToken = (): string | null => session?.accessToken ?? null;

const here = () => location.pathname + location.search;

/** Never resolves: the page is left. */
const never = (): Promise<never> => new Promise(() => {});
const leaveFor = (url: string): Promise<never> => {
  isLeft = true;
  location.assign(url);
  return never();
};

/** Always with the question who somebody is: who has a session here is not led there, and who has none may be anybody. */
const askWho = async (returnTo: string): Promise<never> => {
  const { askingWho } = await provider();
  const asking = await askingWho(returnTo, location.origin + OPEN.signedIn);
  return isLeft ? never() : leaveFor(asking);
};

/** By the provider's own sign-out, in Cognito's words (its logout endpoint), for it knows no others. */
const leaveThere = (backTo: string): Promise<never> => {
  const said = { client_id: configuration.clientId, logout_uri: location.origin + backTo };
  return leaveFor(`${configuration.provider.end_session_endpoint}?${new URLSearchParams(said)}`);
};

let wasAsked = true;

/** Did the provider ask nobody when it was told to, and took them for who they were before? */
export const wasNotAsked = (): boolean => !wasAsked;

/** Outlives the way through the sign-out. */
const KEPT_AS = 'sign in for';

/**
 * Leaves for the provider and comes back to `returnTo`, with proof that somebody is there. If it did not ask the last time, it
 * is made to forget who they are before: then it can do nothing else.
 */
export const signIn = (returnTo = here()): Promise<never> => {
  isLeft = false;
  if (wasAsked) return askWho(returnTo);
  sessionStorage.setItem(KEPT_AS, returnTo);
  return leaveThere(OPEN.signedOut);
};

let entering: Promise<never> | null = null;

/** The same where nobody has pressed for it. The beginning of a page and its first screen both find that somebody has to sign in: one leaves. */
export const enter = (returnTo = here()): Promise<never> => {
  if (isLeft) return never();
  entering ??= signIn(returnTo).catch((error: unknown) => {
    entering = null;
    throw error;
  });
  return entering;
};

/** Back from the sign-out of `signIn`. */
export const goOnToSignIn = (): Promise<never> =>
  askWho(sessionStorage.getItem(KEPT_AS) ?? OPEN.front);

/**
 * Tabs share the cookie: one asks after the other, so that each comes with what the last was given, and an answer that is under way
 * brings nothing back that somebody has ended meanwhile.
 */
const afterOtherTabs = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
  'locks' in navigator ? navigator.locks.request('session', work) : work();

const complete = async (): Promise<string> => {
  const { answered } = await provider();
  const { code, verifier, returnTo } = await answered(location.href);
  const begun = await afterOtherTabs(() => beginSession(code, verifier));
  take(begun);
  wasAsked = begun.isFresh;
  return typeof returnTo === 'string' && /^\/(?!\/)/.test(returnTo) ? returnTo : OPEN.front;
};
let completing: Promise<string> | null = null;

/** Takes up what the provider has sent, which is good once; says where the person was going. */
export const completeSignIn = (): Promise<string> => {
  completing ??= complete();
  return completing;
};

const renew = async (): Promise<boolean> => {
  const renewed = await afterOtherTabs(renewSession);
  if (renewed === null) {
    session = null;
    return false;
  }
  // Somebody else has signed in at another tab: what stands here is not theirs.
  if (owner !== null && renewed.personId !== owner) {
    location.reload();
    return new Promise(() => {});
  }
  take(renewed);
  return true;
};
let renewing: Promise<boolean> | null = null;

/** Another token for whoever has a session in this browser; whether there is one. Fails when that cannot be found out now. */
export const renewQuietly = (): Promise<boolean> => {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
};

/** Takes up the session that the browser may have. */
export const isSignedIn = async (): Promise<boolean> => session !== null || renewQuietly();

/** Ends the session here and there, and comes back to the front page. Fails where it cannot be ended: then they are still signed in. */
export const signOut = async (): Promise<never> => {
  await afterOtherTabs(async () => {
    await endSession();
    // Before it is anybody's turn to sign in.
    signedOut.postMessage(null);
  });
  session = null;
  return leaveThere(OPEN.front);
};
