// What may somebody not do yet because one administrator alone has changed how they come in, or made them one; and until when?
import type { AccessChangeView } from '../../functions/contracts/views.ts';
import type { Role } from '../../functions/domain/directory/organization.ts';
import type { Instant } from '../../functions/domain/ids.ts';
import { words } from '../words/words.ts';

const { power } = words.unsettled;
type Power = keyof typeof power;

const latest = (changes: readonly AccessChangeView[]): Instant | undefined =>
  changes
    .map(({ standsFrom }) => standsFrom)
    .toSorted()
    .at(-1);

/** What ends at the same moment is said together. Whoever has a key and no such role signs. */
export const waitingPowers = (
  roles: readonly Role[],
  changes: readonly AccessChangeView[],
): { does: string; until: Instant }[] => {
  const ofWayIn = changes.filter(({ what }) => what !== 'rights');
  const held = (Object.keys(power) as Power[]).filter((role) => roles.includes(role));
  const powers: Power[] = held.length > 0 ? held : ['signer'];
  const byMoment = Map.groupBy(powers, (one) =>
    latest(one === 'administrator' ? changes : ofWayIn),
  );
  return [...byMoment].flatMap(([until, does]) =>
    until !== undefined && Date.parse(until) > Date.now()
      ? [{ does: does.map((one) => power[one]).join(', '), until }]
      : [],
  );
};
