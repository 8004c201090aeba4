// Which code is running? Known by its bytes, and by the engine under it, so that nobody must remember to raise a number.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../domain/canonical-hash.ts';

/** Of the whole bundle: some 3 ms, once per container. */
export const ownCode = (): string =>
  `${sha256(readFileSync(fileURLToPath(import.meta.url)))} on Node.js ${process.version}`;
