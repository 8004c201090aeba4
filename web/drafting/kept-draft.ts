// Where is what has been typed but not yet saved? In the browser's own database, until the API has it.
import type { ReportView } from '../../functions/contracts/views.ts';
import type { ReportContent } from '../../functions/domain/report-content.ts';

/** `revision` is the one that was being edited; `sent` is what was to be saved over it, and may have been. */
export type KeptDraft = { content: ReportContent; revision: number; sent?: ReportContent | null };

const isSame = (one: ReportContent, other: ReportContent): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * What a desk starts with: the kept words on the revision that they were written on, or on the one that they were saved
 * as when the answer did not come; on another's the drafter has to choose.
 */
export const startOf = (report: ReportView, kept: KeptDraft | null) => {
  if (kept === null || isSame(kept.content, report.content))
    return { content: report.content, conflict: null };
  const isOwn =
    kept.revision === report.revision || (kept.sent && isSame(kept.sent, report.content));
  return { content: kept.content, conflict: isOwn ? null : report };
};

const STORE = 'drafts';

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const opening = indexedDB.open('trinh-ky', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
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

/** The newest of each report that is still to be written; null is to be forgotten. */
const wanted = new Map<string, KeptDraft | null>();
let isWriting = false;

/** One after another, so that the newest wins; whoever types faster than the disk writes skips what is old already. */
const writeWanted = async (): Promise<void> => {
  isWriting = true;
  // Not within the key itself: 40 pages take some milliseconds to be copied, and the letter is to be seen first.
  await new Promise((resolve) => setTimeout(resolve));
  try {
    for (const [reportId, draft] of wanted) {
      wanted.delete(reportId);
      await (draft === null
        ? within('readwrite', (store) => store.delete(reportId))
        : within('readwrite', (store) => store.put(draft, reportId)));
    }
  } finally {
    isWriting = false;
  }
};

/** Keeps the draft, or forgets it when it is null: then the API has it. */
export const keepDraft = (reportId: string, draft: KeptDraft | null): void => {
  wanted.set(reportId, draft);
  if (!isWriting) void writeWanted();
};

export const keptDraft = async (reportId: string): Promise<KeptDraft | null> =>
  (await within<KeptDraft | undefined>('readonly', (store) => store.get(reportId))) ?? null;
