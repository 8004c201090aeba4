// How can somebody sign in, and what of it does not stand yet? As an administrator sees it who may have to agree.
import type { AccessChange } from '../../domain/directory/access-change.ts';
import type { AccountState } from '../../domain/directory/first-day.ts';
import type { Person } from '../../domain/directory/organization.ts';
import {
  dueChanges,
  hasPower,
  openChanges,
  type Settling,
  settlingBy,
} from '../../domain/directory/settled-access.ts';
import { findOrganization } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';

export type SeenAccount = {
  state: AccountState;
  /** What does not stand yet or is due, by whom it was asked for; nothing of whoever has no power that could be taken over. */
  changes: (AccessChange & { askedByName: string })[];
  /** How the caller may let it stand, null when they may not; `due`: it does, and they may have it carried out. */
  settling: Settling | 'due' | null;
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
  const due = dueChanges(person);
  const open = openChanges(person, at).filter(({ isHeld }) => isHeld || hasPower(person));
  const [organization, account, askers, askersOfDue] = await Promise.all([
    findOrganization(world, person.organizationId),
    world.accounts.find(person.id),
    askersOf(world, open),
    askersOf(world, due),
  ]);
  const named = (changes: AccessChange[], by: (Person | null)[]) =>
    changes.map((change, index) => ({ ...change, askedByName: by[index]?.name ?? '' }));
  return {
    state: account?.state ?? 'none',
    changes: [...named(due, askersOfDue), ...named(open, askers)],
    settling:
      open.length > 0
        ? settlingBy({ person, organization }, by, askers, at)
        : due.length > 0
          ? 'due'
          : null,
  };
};
