// Is this page of the version that is published, or of one before? Whoever has it open for days is told, and reloads when it suits them.
import { useSyncExternalStore } from 'react';
import { ProblemError } from '../api/problem.ts';

/**
 * Milliseconds between two looks. A version comes some times a month, and a look that finds nothing new costs a few hundred
 * bytes (304): often enough for who comes back to the page, and seldom enough for who goes to and fro all day.
 */
const LOOK = 10 * 60_000;

/** Built files carry a hash in their names, so that the page of another version begins with another one. */
const beginning = document.querySelector('script[type=module][src]')?.getAttribute('src') ?? null;

let isNewer = false;
let looked = performance.now();
const hearers = new Set<() => void>();

/** Whatever hinders, such as no network, tells nothing of a version. */
const look = async (): Promise<void> => {
  if (isNewer || beginning === null) return;
  looked = performance.now();
  // Asked about each time, answered by 304 while it is the same.
  const answer = await fetch('/', { cache: 'no-cache', credentials: 'omit' });
  const isPage = answer.ok && answer.headers.get('content-type')?.includes('text/html');
  if (!isPage || (await answer.text()).includes(beginning)) return;
  isNewer = true;
  for (const hear of hearers) hear();
};
const lookQuietly = () => void look().catch(() => {});

const lookNowAndThen = () => {
  if (document.visibilityState === 'visible' && performance.now() - looked >= LOOK) lookQuietly();
};

export const watchVersion = (): void => {
  addEventListener('focus', lookNowAndThen);
  document.addEventListener('visibilitychange', lookNowAndThen);
  // For who never looks away.
  setInterval(lookNowAndThen, LOOK);
};

/** Is there a newer version than this page? */
export const useNewerVersion = (): boolean =>
  useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => isNewer,
  );

/** A part that is loaded when first needed. When it cannot be had, it may be of a version that is gone. Refusal: offline. */
export const laterPart = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  try {
    return await load();
  } catch (cause) {
    lookQuietly();
    throw new ProblemError('offline', {}, { cause });
  }
};
