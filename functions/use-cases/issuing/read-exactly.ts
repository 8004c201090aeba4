// Are these the very bytes that are meant? Whoever signs, seals, stores or copies a file reads it by its hash.
import { sha256 } from '../../domain/canonical-hash.ts';
import type { Sha256 } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Needs } from '../world.ts';

/** The file, if its bytes are the ones expected. Refusals: file_not_found, file_differs. */
export const readExactly = async (
  { working }: Needs<'working'>,
  key: string,
  expected: Sha256,
): Promise<Uint8Array> => {
  const bytes = await working.read(key);
  if (bytes === null) throw new Refusal('file_not_found');
  if (sha256(bytes) !== expected) throw new Refusal('file_differs');
  return bytes;
};
