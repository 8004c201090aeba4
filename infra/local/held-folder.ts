// May this process use the data folder? Only if no other does: two would write the same files.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalStackError } from './local-stack-error.ts';

/**
 * Holds the folder until released, or until this process ends, however it ends: the lock is a Unix
 * socket without a file, which Linux takes away with its process.
 */
export const holdFolder = async (folder: string): Promise<() => Promise<void>> => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new LocalStackError(`The data folder ${folder} cannot be made or used.`, {
      cause: error,
    });
  }
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex');
  const lock = createServer().listen(`\0trinh-ky-${name}`);
  try {
    await once(lock, 'listening');
  } catch (error) {
    throw new LocalStackError(`Another local stack is running on ${folder}; stop it first.`, {
      cause: error,
    });
  }
  return async () => {
    lock.close();
    await once(lock, 'close');
  };
};

/** Two commands started together take turns. */
const LOOK_AGAIN_MILLISECONDS = 200;

const orLater = (error: Error): undefined => {
  if ((error.cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
};

/** Does the work while holding the folder; waits for whoever holds it first. */
export const inTurn = async (folder: string, work: () => Promise<void>): Promise<void> => {
  for (;;) {
    const release = await holdFolder(folder).catch(orLater);
    if (release) return work().finally(release);
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
};
