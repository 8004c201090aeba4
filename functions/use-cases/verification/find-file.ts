// Was this file issued here? Whoever holds it may ask, by the hash of its bytes.
import type { Sha256 } from '../../domain/ids.ts';
import type { KnownFile } from '../../domain/issued/known-file.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['knownFiles'] as const;

export const findFile = (
  { knownFiles }: WorldOf<typeof NEEDS>,
  sha256: Sha256,
): Promise<KnownFile | null> => knownFiles.read(sha256);
findFile.needs = NEEDS;
