// Was this file issued here? Whoever holds it may ask, by the hash of its bytes.
import type { FileView } from '../../contracts/views.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { Needs } from '../world.ts';
import { knownAs } from './known-as.ts';

export const findFile = async ({ records }: Needs<'records'>, sha256: Sha256): Promise<FileView> =>
  knownAs(sha256, await records.fileByHash(sha256));
