// Who is who? The directory is read anew at every request, so that a right that is taken away is gone at once.
import { type Anchor, believed } from '../../domain/directory/anchor.ts';
import type { Directory, Trust } from '../../use-cases/ports.ts';
import { organizationIn, personIn, trustAnchorsIn } from './directory-item.ts';
import { eventIn } from './event-item.ts';
import {
  chainKey,
  EVENT_PREFIX,
  ORGANIZATIONS,
  organizationKey,
  peopleKey,
  personKey,
  TRUST_ANCHORS,
} from './keys.ts';
import { readOne, readPage, readProof, readWhole, rows, undamaged } from './reads.ts';
import type { Table } from './table.ts';

export const directoryIn = (table: Table): Directory => ({
  organization: (id) => readOne(table, organizationKey(id), organizationIn),
  organizations: async (page) => {
    const list = { of: 'index', partition: ORGANIZATIONS } as const;
    const { items, cursor } = await readPage(table, list, page);
    return { items: undamaged(table, items, organizationIn), cursor };
  },
  person: (id) => readOne(table, personKey(id), personIn),
  people: async (organizationId) => {
    const list = { of: 'index', partition: peopleKey(organizationId) } as const;
    return undamaged(table, await readWhole(table, list), personIn);
  },
  changes: (of, page) => {
    const list = { ...rows(chainKey(of), EVENT_PREFIX), newestFirst: true };
    return readProof(table, list, page, eventIn);
  },
});

/** All that are trusted or were, with their dates. */
export const anchorsIn = async (table: Table): Promise<Anchor[]> =>
  (await readOne(table, TRUST_ANCHORS, trustAnchorsIn)) ?? [];

export const trustIn = (table: Table): Trust => ({
  trusted: async () => believed(await anchorsIn(table)),
});
