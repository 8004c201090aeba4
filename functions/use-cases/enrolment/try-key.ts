// Could a holder sign with this key? A dry run, done where the key may be used, and nowhere else.
import type { KeyTried } from '../../contracts/hand-offs.ts';
import { openKey } from '../reading/open-key.ts';
import type { WorldOf } from '../world.ts';
import { holderNamed } from './holder-named.ts';

const NEEDS = ['directory', 'trust', 'keys', 'clock'] as const;

/** Passes when the holder could sign with this key. Refusals: person_not_found, organization_not_found, those of `openKey`. */
export const tryKey = async (
  world: WorldOf<typeof NEEDS>,
  { holder, reference }: KeyTried,
): Promise<void> => {
  const { organization } = await holderNamed(world, holder);
  const { anchors } = await world.trust.trusted();
  await openKey(world, reference, organization, anchors);
};
tryKey.needs = NEEDS;
