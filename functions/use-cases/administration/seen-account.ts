// How can somebody sign in, and what of it does not stand yet? As an administrator sees it who may have to agree.
import type { AccessChange } from '../../domain/directory/access-change.ts';
import type { AccountState } from '../../domain/directory/first-day.ts';
import type { Person } from '../../domain/directory/organization.ts';
import {
  hasPower,
  openChanges,
  type Settling,
  settlingBy,
} from '../../domain/directory/settled-access.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

export type SeenAccount = {
  state: AccountState;
  /** What does not stand yet, by whom it was asked for; nothing of whoever has no power that could be taken over. */
  changes: (AccessChange & { askedByName: string })[];
  /** How the caller may let it stand; null when they may not. */
  settling: Settling | null;
};

/** Who asked for what does not stand yet, each once for each change, as the directory knows them now. */
export const askersOf = (
  { directory }: Needs<'directory'>,
  changes: readonly AccessChange[],
): Promise<(Person | null)[]> =>
  Promise.all(changes.map(({ askedBy }) => directory.person(askedBy)));

export const seenAccount = async (
  world: Needs<'directory' | 'accounts'>,
  { person: by, at }: Caller,
  person: Person,
): Promise<SeenAccount> => {
  const open = openChanges(person, at).filter(({ isHeld }) => isHeld || hasPower(person));
  const [account, askers] = await Promise.all([
    world.accounts.find(person.id),
    askersOf(world, open),
  ]);
  return {
    state: account?.state ?? 'none',
    changes: open.map((change, index) => ({ ...change, askedByName: askers[index]?.name ?? '' })),
    settling: open.length === 0 ? null : settlingBy(person, by, askers, at),
  };
};
