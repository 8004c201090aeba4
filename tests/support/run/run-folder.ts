// Where do files of a test run lie? In one folder that ends with the run, however its workers end; it is made once, before them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMED = 'TRINH_KY_RUN_FOLDER';
/** A database that was just ended may still let go of its file. */
const RETRIES = { maxRetries: 10, retryDelay: 100 };

/** Where that is, while a run is under way. */
export const runFolder = (): string | undefined => process.env[NAMED];

/** A new folder in that of the run; outside of a run, such as in the bench, among the machine's. */
export const newFolder = (name: string): string =>
  mkdtempSync(join(process.env[NAMED] ?? tmpdir(), `${name}-`));

/** Workers inherit where it is; what is returned takes it away. Each of vitest's projects asks; the first makes it. */
export default (): (() => void) => {
  if (process.env[NAMED]) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'trinh-ky-run-'));
  process.env[NAMED] = folder;
  return () => rmSync(folder, { recursive: true, force: true, ...RETRIES });
};
