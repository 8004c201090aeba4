// How is a small fact kept on disk so that a kill at any moment leaves the old one or the new one? By an atomic write.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type * as z from 'zod';
import { LocalStackError } from './local-stack-error.ts';

/** Readable by this user alone. */
export const keepJson = (file: string, value: unknown): void => {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, JSON.stringify(value), { mode: 0o600 });
  renameSync(beside, file);
};

const damaged = (file: string, cause: unknown): LocalStackError =>
  new LocalStackError(`${file} is damaged; npm run reset begins anew.`, { cause });

/** What was kept, or undefined if nothing was. A file that cannot be read is refused, in one sentence. */
export const readJson = <Value>(file: string): Value | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new LocalStackError(`${file} cannot be read; npm run reset begins anew.`, {
      cause: error,
    });
  }
  try {
    return JSON.parse(text) as Value;
  } catch (error) {
    throw damaged(file, error);
  }
};

/** What must have been kept. A file that is missing, cut off or of another shape is refused, in one sentence. */
export const readKept = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> => {
  try {
    return schema.parse(readJson(file));
  } catch (error) {
    if (error instanceof LocalStackError) throw error;
    throw damaged(file, error);
  }
};
