// Who is who? The directory is read anew at every request, so that a right that is taken away is gone at once.
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
import { readable, readItem, readPage, readWhole } from './reads.ts';
import type { Table } from './table.ts';

export const directoryIn = (table: Table): Directory => ({
  organization: async (id) => {
    const read = await readItem(table, organizationKey(id));
    return read === null ? null : organizationIn(read);
  },
  organizations: async (page) => {
    const list = { of: 'index', partition: ORGANIZATIONS } as const;
    const { items, cursor } = await readPage(table, list, page);
    return { items: readable(table, items, organizationIn), cursor };
  },
  person: async (id) => {
    const read = await readItem(table, personKey(id));
    return read === null ? null : personIn(read);
  },
  people: async (organizationId) => {
    const list = { of: 'index', partition: peopleKey(organizationId) } as const;
    return readable(table, await readWhole(table, list), personIn);
  },
  changes: async (of, page) => {
    const partition = chainKey(of);
    const within = { prefix: EVENT_PREFIX };
    const list = { of: 'table', partition, within, newestFirst: true } as const;
    const { items, cursor } = await readPage(table, list, page);
    return { items: items.map(eventIn), cursor };
  },
});

export const trustIn = (table: Table): Trust => ({
  anchors: async () => {
    const read = await readItem(table, TRUST_ANCHORS);
    return read === null ? [] : trustAnchorsIn(read);
  },
});
