// How do tests look at the web? As people do: in a real Chromium, each in a profile that knows nothing yet.
import { execFileSync } from 'node:child_process';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type ViewportSize,
} from 'playwright-core';
import { signInWith } from '../../infra/local/people/visitor.ts';
import { borrowStack, type LocalStack } from './local-stack.ts';

/** Where people come in. */
type Door = Pick<LocalStack, 'url' | 'password'>;

/** What the app knows a browser by in which this person has just signed in: its cookie. */
const sessionOf = async ({ url, password }: Door, person: string) => {
  const { code, verifier } = await signInWith(url, person, password);
  const begun = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ code, verifier }),
  });
  const [cookie = ''] = begun.headers.getSetCookie();
  const [, name = '', value = ''] = cookie.match(/^([^=]+)=([^;]+)/) ?? [];
  const where = { domain: new URL(url).hostname, path: '/' };
  const how = { httpOnly: true, secure: false, sameSite: 'Strict' } as const;
  return { name, value, ...where, ...how };
};

/** What set-up.sh looks for: Chromium without a window, which takes a tenth less of the processor, or with one. */
const CHROMIUM = execFileSync(
  'sh',
  ['-c', 'command -v chromium-headless-shell || command -v chromium'],
  { encoding: 'utf8' },
).trim();

/** It runs as root in containers, and calls nobody. */
const QUIETLY = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of a profile share a process, so that the next one need not read and compile the web anew.
  '--process-per-site',
];

let lent: Promise<Browser> | undefined;

/** The Chromium of this worker, which ends with it. Whoever opens contexts and pages in it closes them. */
export const borrowBrowser = (): Promise<Browser> => {
  lent ??= chromium.launch({ executablePath: CHROMIUM, args: QUIETLY });
  return lent;
};

/** An office PC of ten years ago. */
const DESK: ViewportSize = { width: 1366, height: 768 };

/** Several functions start for the first time, on a machine that does other things as well. */
const PATIENCE_MS = 90_000;

/**
 * A browser's profile. A page that stays in it, and shows next to nothing, keeps its process: there fonts, styles and
 * scripts are ready, which took a new process a third of what it did in all.
 */
type Profile = { context: BrowserContext; empty: () => Promise<void> };

const openProfile = async (url: string, viewport: ViewportSize): Promise<Profile> => {
  const context = await (await borrowBrowser()).newContext({
    viewport,
    baseURL: url,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // What glides is drawn sixty times a second, without a graphics card by the processor that all else waits for.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  // What a page brings ahead of a press costs the processor that all else waits for; the test about it says otherwise.
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', {
      value: { saveData: true },
      configurable: true,
    });
  });
  const kept = await context.newPage();
  await kept.goto('/icon.svg');
  const storage = await context.newCDPSession(kept);
  return {
    context,
    empty: async () => {
      for (const page of context.pages()) if (page !== kept) await page.close();
      await context.setOffline(false);
      await context.clearCookies();
      // All that a page can write down; what was fetched and may be kept for ever stays.
      await storage.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'all' });
    },
  };
};

/** Emptied, and waiting for whoever sits down next in this worker; by the door that they stand before and the size of their screens. */
const unused = new Map<string, Profile[]>();

const waitingFor = (url: string, { width, height }: ViewportSize): Profile[] => {
  const kind = `${url} ${width}×${height}`;
  const waiting = unused.get(kind) ?? [];
  unused.set(kind, waiting);
  return waiting;
};

/** A person at a screen of their own, who is forgotten there when they leave. */
type Seat = { page: Page; context: BrowserContext; leave: () => Promise<void> };

/** Screens before a door. */
type Seats = {
  /** A person whom the sign-in knows already at a new screen, at the address they asked for. */
  sitDown(person: string, path: string): Promise<Seat>;
  /** The same, by the provider's own page. */
  signIn(person: string, path: string): Promise<Seat>;
  /** Anyone at a screen, not signed in. */
  walkIn(path: string): Promise<Seat>;
  /** Presses on a person at the provider's page, wherever the way there began. */
  proveIdentity(page: Page, person: string): Promise<void>;
  /** What the pages found wrong, such as a refused inline style or a failed request. */
  complaints: string[];
  /** Everybody leaves: a page that stays open goes on asking and drawing beside whatever is tested next. */
  close(): Promise<void>;
};

/** The whole system on this machine with a browser in front of it. */
export type BrowserOffice = Seats & {
  /** What people do over HTTP, where a test is about what follows. */
  byPost: LocalStack['desks'];
  /** Makes calls to AWS fail on purpose. */
  faults: LocalStack['faults'];
  /** What nobody at a desk can do. */
  stack: LocalStack;
};

/** As a link of the app leads there: a page that is loaded anew first finds out who is there. */
export const goWithin = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((to) => {
    if (location.pathname === to) return;
    document.querySelector('h1')?.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('[data-left]').waitFor({ state: 'detached' });
};

/** A busy machine makes a function late; to ask again is the app's own work, and whether it does is seen by what follows. */
const isPassing = (complaint: string) => complaint.includes('status of 503');

/** Before the door of any system; each seat in a profile that knows nothing yet. */
export const openSeats = async (door: Door, viewport: ViewportSize = DESK): Promise<Seats> => {
  const waiting = waitingFor(door.url, viewport);
  const taken = new Set<Profile>();
  const complaints: string[] = [];

  const proveIdentity = async (page: Page, person: string) => {
    await page.waitForURL(/\/oidc\//);
    await page.locator(`button[name=person][value="${person}"]`).click();
  };

  const leave = async (profile: Profile) => {
    if (!taken.delete(profile)) return;
    try {
      await profile.empty();
    } catch (error) {
      // What may still know somebody is for nobody else.
      await profile.context.close();
      throw error;
    }
    waiting.push(profile);
  };

  const seat = async (): Promise<Seat> => {
    const profile = waiting.pop() ?? (await openProfile(door.url, viewport));
    taken.add(profile);
    const { context } = profile;
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !isPassing(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    return { page, context, leave: () => leave(profile) };
  };

  const walkIn = async (path: string): Promise<Seat> => {
    const seated = await seat();
    await seated.page.goto(path);
    return seated;
  };

  return {
    complaints,
    proveIdentity,
    walkIn,
    signIn: async (person, path) => {
      const seated = await walkIn(path);
      await proveIdentity(seated.page, person);
      await seated.page.waitForURL(`**${path}`);
      return seated;
    },
    sitDown: async (person, path) => {
      const seated = await seat();
      const { page } = seated;
      await seated.context.addCookies([await sessionOf(door, person)]);
      // To the end: a route that a test sets while a page is still coming may not hear what that asks for.
      await page.goto(path);
      return seated;
    },
    close: async () => {
      const left = await Promise.allSettled([...taken].map(leave));
      const stuck = left.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      if (stuck.length > 0) throw new AggregateError(stuck, 'Not everybody could leave.');
    },
  };
};

/** On the first day of this worker's stack. */
export const openOffice = async (viewport: ViewportSize = DESK): Promise<BrowserOffice> => {
  const stack = await borrowStack();
  const seats = await openSeats(stack, viewport);
  return { ...seats, faults: stack.faults, stack, byPost: stack.desks };
};
