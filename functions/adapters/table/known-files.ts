// Who issued a file? Found by its bytes.
import type { KnownFiles } from '../../use-cases/ports.ts';
import { fileKey } from './keys.ts';
import { knownFileIn } from './known-file-item.ts';
import { readOne } from './reads.ts';
import type { Table } from './table.ts';

export const knownFilesIn = (table: Table): KnownFiles => ({
  read: (sha256) => readOne(table, fileKey(sha256), knownFileIn),
});
