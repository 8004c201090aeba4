// May this process use the data folder? Only if no other does: two would write the same files. As with a lock file,
// but nothing is left behind: the lock ends with its process.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, constants, mkdirSync, openSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalStackError } from './local-stack-error.ts';

/** open(2) of macOS: locks the file as it opens it, and refuses (EAGAIN) where another has it. */
const O_EXLOCK = 0x20;

/** A lock that ends with its process, and how to release it: on Linux a Unix socket without a file, which macOS has not. */
const lockUnder = async (name: string): Promise<() => Promise<void>> => {
  if (process.platform === 'darwin') {
    const { O_CREAT, O_NONBLOCK, O_RDWR } = constants;
    const file = openSync(join(tmpdir(), name), O_RDWR | O_CREAT | O_NONBLOCK | O_EXLOCK, 0o600);
    return async () => closeSync(file);
  }
  const lock = createServer().listen(`\0${name}`);
  await once(lock, 'listening');
  return async () => {
    lock.close();
    await once(lock, 'close');
  };
};

/** Holds the folder until released, or until this process ends, however it ends. */
export const holdFolder = async (folder: string): Promise<() => Promise<void>> => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new LocalStackError(`The data folder ${folder} cannot be made or used.`, {
      cause: error,
    });
  }
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex');
  try {
    return await lockUnder(`trinh-ky-${name}`);
  } catch (error) {
    throw new LocalStackError(`Another local stack is running on ${folder}; stop it first.`, {
      cause: error,
    });
  }
};

/** Two commands started together take turns. */
const LOOK_AGAIN_MILLISECONDS = 200;

const orLater = (error: Error): undefined => {
  const { code } = error.cause as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE' && code !== 'EAGAIN') throw error;
};

/** Does the work while holding the folder; waits for whoever holds it first. */
export const inTurn = async (folder: string, work: () => Promise<void>): Promise<void> => {
  for (;;) {
    const release = await holdFolder(folder).catch(orLater);
    if (release) return work().finally(release);
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
};
