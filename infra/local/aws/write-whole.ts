// How is a file replaced so that a reader, or a start after a kill, never finds half of it? By an atomic write:
// written beside it, then renamed over it.
import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';

/** Writes beside the target and renames over it. Readable by its owner only: keys and papers lie here. */
export const writeWhole = async (path: string, content: string | Buffer): Promise<void> => {
  const beside = `${path}.${randomUUID()}.part`;
  await writeFile(beside, content, { mode: 0o600 });
  await rename(beside, path);
};
