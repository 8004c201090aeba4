// Where is what has been typed and not yet saved? In the browser's own database, for each person and each desk, until the API has it.
import type { KeptWords } from './sitting.ts';

/** A desk is one tab's sitting at one report; who opens the report after it has ended sits down at it again. */
export type DraftKey = { personId: string; reportId: string; desk: string };
/** `at` (ms): of several desks the last one is taken up first. */
type Kept = DraftKey & KeptWords & { at: number };

/** Words of `desk`, or none where one begins anew. */
export type KeptDesk = { desk: string; kept: KeptWords | null };

const STORE = 'desks';

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const opening = indexedDB.open('trinh-ky', 2);
  opening.onupgradeneeded = () => {
    const { result } = opening;
    for (const name of [...result.objectStoreNames]) result.deleteObjectStore(name);
    result.createObjectStore(STORE, { keyPath: ['personId', 'reportId', 'desk'] });
  };
  return settled(opening);
};

const within = async <Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> => {
  const database = await openDatabase();
  try {
    return await settled(act(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
};

/** The newest of each desk that is still to be written; null is to be forgotten. */
const wanted = new Map<string, { place: DraftKey; words: KeptWords | null }>();
let writing: Promise<void> | null = null;

/** One after another, so that the newest wins; whoever types faster than the disk writes skips what is old already. */
const writeWanted = async (): Promise<void> => {
  // Not within the key itself: 40 pages take some milliseconds to be copied, and the letter is to be seen first.
  await new Promise((resolve) => setTimeout(resolve));
  try {
    for (const [desk, { place, words }] of wanted) {
      wanted.delete(desk);
      await (words === null
        ? within('readwrite', (store) => store.delete([place.personId, place.reportId, place.desk]))
        : within('readwrite', (store) =>
            store.put({ ...place, ...words, at: Date.now() } satisfies Kept),
          ));
    }
  } finally {
    writing = null;
  }
};

/** Keeps the words, or forgets them when there are none: then the API has them. */
export const keepWords = (place: DraftKey, words: KeptWords | null): void => {
  wanted.set(place.desk, { place, words });
  writing ??= writeWanted();
};

// An array comes after every text.
const everyDesk = (personId: string, reportId: string) =>
  IDBKeyRange.bound([personId, reportId], [personId, reportId, []]);

/** Of a report that is thrown away nothing stays here either. */
export const forgetWords = async (personId: string, reportId: string): Promise<void> => {
  await writing;
  await within('readwrite', (store) => store.delete(everyDesk(personId, reportId)));
};

/** What is kept of somebody's words for a report, latest first, whoever sits at it. */
export const keptWords = async (personId: string, reportId: string): Promise<Kept[]> => {
  await writing;
  const all = await within<Kept[]>('readonly', (store) =>
    store.getAll(everyDesk(personId, reportId)),
  );
  return all.toSorted((one, other) => other.at - one.at);
};

/** The desks that this page sits at, and how it gets up from each. */
const held = new Map<string, { getUp: () => void; gone: Promise<void> }>();
let leaving: Promise<unknown> = Promise.resolve();

/** Nobody else sits down here as long as this page does; the browser frees the desk of a tab that is gone, however it went. */
export const sitDown = async (desk: string): Promise<boolean> => {
  await leaving;
  if (held.has(desk)) return true;
  return new Promise((resolve) => {
    const gone: Promise<void> = navigator.locks.request(
      `desk ${desk}`,
      { ifAvailable: true },
      (lock) => {
        resolve(lock !== null);
        if (lock === null) return undefined;
        return new Promise<void>((getUp) => held.set(desk, { getUp, gone }));
      },
    );
  });
};

/** The desks are free for whoever opens the report next. */
export const getUp = (desks: string[]): void => {
  for (const desk of desks) {
    const seat = held.get(desk);
    held.delete(desk);
    leaving = Promise.all([
      leaving,
      Promise.resolve(writing).then(() => seat?.getUp()),
      seat?.gone,
    ]);
  }
};

/**
 * Sits down at the desks of this person and report that nobody sits at: at the first of them, and then, one after the
 * other, at the rest. There is always one.
 */
export const takeUp = async (personId: string, reportId: string): Promise<KeptDesk[]> => {
  const free: KeptDesk[] = [];
  for (const kept of await keptWords(personId, reportId)) {
    if (await sitDown(kept.desk)) free.push({ desk: kept.desk, kept });
  }
  if (free.length > 0) return free;
  const desk = crypto.randomUUID();
  await sitDown(desk);
  return [{ desk, kept: null }];
};
