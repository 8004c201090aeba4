// Is a file one that was issued here? Whoever holds it may ask, by the hash of its bytes.
import type { FileView } from '../../contracts/views.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Needs } from '../world.ts';

export const findFile = async (
  { records }: Needs<'records'>,
  sha256: Sha256,
): Promise<FileView> => {
  const file = await records.fileByHash(sha256);
  if (file === null) return { known: false, sha256 };
  const { role, organizationName, number, symbol, date } = file;
  return { known: true, sha256, role, organizationName, number, symbol, date };
};
