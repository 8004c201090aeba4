// Who calls AWS here? The stack itself, which may do everything, and each function, by keys of its own.
import { randomBytes } from 'node:crypto';
import type { Caller, PolicyStatement } from './service.ts';

export type Callers = {
  /** The stack itself: for the first day, for the sign-in and for tests. */
  owner: Caller;
  /** Whoever has this name, by the same keys each time, with what it may do from now on. */
  of(name: string, mayDo: PolicyStatement[]): Caller;
  all(): Caller[];
};

const newCaller = (name: string, allows: Caller['allows']): Caller => ({
  name,
  // AWS's shape of keys that end with a session; these end with the process.
  accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64'),
  allows,
});

export const openCallers = (): Callers => {
  const owner = newCaller('local-stack', 'everything');
  const known = new Map<string, Caller>();
  return {
    owner,
    of: (name, mayDo) => {
      const caller = { ...(known.get(name) ?? newCaller(name, mayDo)), allows: mayDo };
      known.set(name, caller);
      return caller;
    },
    all: () => [owner, ...known.values()],
  };
};
