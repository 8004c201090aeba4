// Where do sessions and codes of the sign-in live, so that a restart signs nobody out?
// One file, written whole; the provider's models are asked for by id, and a few by a second name.
import { keepJson, readJson } from '../this-machine/kept-json.ts';

type Payload = Record<string, unknown> & {
  uid?: string;
  userCode?: string;
  grantId?: string;
  accountId?: string;
  consumed?: number;
};
type Entry = { payload: Payload; expiresAt: number | null };

/** One write for everything that happens together. */
const WRITE_AFTER_MILLISECONDS = 20;

const inSeconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/**
 * What Cognito does with a refresh token that was exchanged for another: for a while it is as good as before, for whoever
 * did not hear the answer; then it is as if it had never been, and its successors stay. The provider alone would end those too.
 */
const asCognitoFinds = (payload: Payload | undefined, graceSeconds: number) => {
  if (payload?.consumed === undefined) return payload;
  const { consumed, ...unused } = payload;
  return inSeconds(Date.now()) - consumed < graceSeconds ? unused : undefined;
};

export const openSignInStore = (file: string, graceSeconds: number) => {
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
      find: async (id: string) => {
        const found = live(entries.get(prefix + id));
        return model === 'RefreshToken' ? asCognitoFinds(found, graceSeconds) : found;
      },
      findByUid: async (uid: string) => findBy('uid', uid),
      findByUserCode: async (userCode: string) => findBy('userCode', userCode),
      consume: async (id: string) => {
        const entry = entries.get(prefix + id);
        // From the first time on: whoever comes again does not begin the time of grace anew.
        if (entry) entry.payload.consumed ??= inSeconds(Date.now());
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

  /** Nobody renews tokens of this person any more; what the provider knows of their browsers stays. */
  const endTokensOf = (accountId: string) => {
    for (const [key, { payload }] of entries) {
      if (key.startsWith('RefreshToken:') && payload.accountId === accountId) entries.delete(key);
    }
    changed();
  };
  return { adapter, endTokensOf, flush };
};
