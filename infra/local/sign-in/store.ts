// Where do sessions and codes of the sign-in live, so that a restart signs nobody out?
// One file, written whole; the provider's models are asked for by id, and a few by a second name.
import { keepJson, readJson } from '../this-machine/kept-json.ts';

type Payload = Record<string, unknown> & {
  uid?: string;
  userCode?: string;
  grantId?: string;
  consumed?: number;
};
type Entry = { payload: Payload; expiresAt: number | null };

/** One write for everything that happens together. */
const WRITE_AFTER_MILLISECONDS = 20;

export const openSignInStore = (file: string) => {
  const entries = new Map(Object.entries(readJson<Record<string, Entry>>(file) ?? {}));
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const [key, { expiresAt }] of entries) {
      if (expiresAt !== null && expiresAt < Date.now()) entries.delete(key);
    }
    keepJson(file, Object.fromEntries(entries));
  };
  const changed = () => {
    timer ??= setTimeout(flush, WRITE_AFTER_MILLISECONDS);
  };
  const live = (entry: Entry | undefined): Payload | undefined =>
    entry && (entry.expiresAt === null || entry.expiresAt >= Date.now())
      ? entry.payload
      : undefined;

  /** The adapter that the provider makes one of for each of its models. */
  const adapter = (model: string) => {
    const prefix = `${model}:`;
    const findBy = (field: 'uid' | 'userCode', value: string) => {
      for (const [key, entry] of entries) {
        if (key.startsWith(prefix) && entry.payload[field] === value) return live(entry);
      }
      return undefined;
    };
    return {
      upsert: async (id: string, payload: Payload, expiresIn?: number) => {
        const expiresAt = expiresIn === undefined ? null : Date.now() + expiresIn * 1000;
        entries.set(prefix + id, { payload, expiresAt });
        changed();
      },
      find: async (id: string) => live(entries.get(prefix + id)),
      findByUid: async (uid: string) => findBy('uid', uid),
      findByUserCode: async (userCode: string) => findBy('userCode', userCode),
      consume: async (id: string) => {
        const entry = entries.get(prefix + id);
        if (entry) entry.payload.consumed = Math.floor(Date.now() / 1000);
        changed();
      },
      destroy: async (id: string) => {
        entries.delete(prefix + id);
        changed();
      },
      revokeByGrantId: async (grantId: string) => {
        for (const [key, { payload }] of entries) {
          if (payload.grantId === grantId) entries.delete(key);
        }
        changed();
      },
    };
  };
  return { adapter, flush };
};
