// How does a command reach the files it is told of? What cannot be read or written is wrong usage, in plain words.
import { readFileSync, writeFileSync } from 'node:fs';
import { Refused } from './refused.ts';

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'is a directory',
  ENOTDIR: 'is not in a directory',
  EACCES: 'may not be opened',
  EPERM: 'may not be opened',
  EROFS: 'cannot be written here',
  ENOSPC: 'has no room left',
};

const orRefused = <Value>(path: string, wanting: string, attempt: () => Value): Value => {
  try {
    return attempt();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = code === 'ENOENT' ? wanting : REASONS[code];
    throw new Refused(2, `${path}: ${reason ?? `cannot be opened ${code}`.trim()}`);
  }
};

export const read = (path: string): Buffer =>
  orRefused(path, 'is not there', () => readFileSync(path));

export const write = (path: string, content: Uint8Array | string): void =>
  orRefused(path, 'has no folder to stand in', () => writeFileSync(path, content));
