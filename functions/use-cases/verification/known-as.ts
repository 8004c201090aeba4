// What may anyone learn of a file that was issued here? As what, by whom, under which number; and not where it lies.

import type { FileView } from '../../contracts/views.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { KnownFile } from '../../domain/issued/known-file.ts';

export const knownAs = (sha256: Sha256, file: KnownFile | null): FileView => {
  if (file === null) return { known: false, sha256 };
  const { role, organizationName, number, symbol, date } = file;
  return { known: true, sha256, role, organizationName, number, symbol, date };
};
