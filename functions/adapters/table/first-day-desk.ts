// How does a directory begin? In one transaction, once: what is there is never written over.
import { FirstOffice } from '../../domain/directory/first-day.ts';
import { PersonId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Beginning, FirstDayDesk } from '../../use-cases/operation/first-day-desk.ts';
import { organizationItem, personItem } from './directory-item.ts';
import { eventItem } from './event-item.ts';
import { changesHeadKey, FIRST_OFFICE, organizationKey, personKey, TRUST_ANCHORS } from './keys.ts';
import { readOne } from './reads.ts';
import type { Table } from './table.ts';
import { never, unlessPresent, type Write, writeAll } from './writes.ts';

const writesOf = ({ organization, administrator, chain, events }: Beginning): Write[] => {
  const record = FirstOffice.parse({
    organizationId: organization.id,
    administratorId: administrator.id,
  });
  return [
    { ...FIRST_OFFICE, record },
    organizationItem(organization),
    personItem(administrator),
    { ...changesHeadKey(organization.id), record: chain },
    ...events.map((event) => eventItem(organization.id, event)),
  ].map((put) => ({ put, condition: unlessPresent }));
};

/** Nobody and nothing: only whether the keys may be written is asked. */
const REHEARSED = [
  FIRST_OFFICE,
  TRUST_ANCHORS,
  organizationKey('org_nobody'),
  personKey(PersonId.parse('nobody')),
  changesHeadKey('org_nobody'),
];

export const firstDayDeskIn = (table: Table): FirstDayDesk => ({
  begun: () => readOne(table, FIRST_OFFICE, ({ record }) => FirstOffice.parse(record)),
  rehearse: async () => {
    try {
      // Rights are judged before conditions, so this is refused for the one or the other.
      const writes = REHEARSED.map((key) => ({ put: { ...key, record: {} }, condition: never }));
      await writeAll(table, writes);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'revision_conflict')) throw error;
    }
  },
  begin: (beginning) => writeAll(table, writesOf(beginning)),
});
