// How does a change get into the directory? In one transaction with the link of the audit chain that tells of it.
import { EMPTY_CHAIN, extendChain, type Happening } from '../../domain/audit-event.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { DirectoryChange } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs } from '../world.ts';
import { markOf } from './press-once.ts';
import { retryConflicts } from './retry-conflicts.ts';

type Wish = Pick<DirectoryChange, 'organization' | 'person' | 'register'> & {
  /** One, or several of one press. */
  happening: Happening | Happening[];
  /** The id of what there was not before. */
  made?: string;
};

/**
 * Makes the change in `of`'s part of the directory; again when somebody else changed another part of it meanwhile.
 * `make` reads what the change depends on, and is asked each time; null when it is so already.
 * Refusal: entry_changed when this part was changed.
 */
export const changeDirectory = async (
  { directoryDesk }: Needs<'directoryDesk'>,
  caller: Caller,
  of: OrganizationId,
  make: () => Promise<Wish | null>,
): Promise<void> => {
  try {
    await retryConflicts(async () => {
      const before = await directoryDesk.chain(of);
      const wish = await make();
      if (wish === null) return;
      const { happening, made, ...changed } = wish;
      const happenings = [happening].flat();
      const { person: actor, at } = caller;
      const { head, events } = extendChain(before ?? EMPTY_CHAIN, actor.id, at, happenings);
      const chain = { before, after: head };
      await directoryDesk.commit({ of, chain, events, ...changed, ...markOf(caller, made) });
    });
  } catch (error) {
    const overtaken = error instanceof Refusal && error.code === 'revision_conflict';
    throw overtaken ? new Refusal('entry_changed') : error;
  }
};
