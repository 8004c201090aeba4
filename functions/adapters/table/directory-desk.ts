// How do administrators change the directory? Each change is one transaction with its link in the directory's one audit chain.
import { ChainHead } from '../../domain/audit-event.ts';
import type { DirectoryChange, DirectoryDesk, Link } from '../../use-cases/ports.ts';
import { mark } from './commit.ts';
import { organizationItem, personItem, personRecord } from './directory-item.ts';
import { eventItem } from './event-item.ts';
import { changesHeadKey } from './keys.ts';
import { readOne } from './reads.ts';
import { counterItem } from './register-item.ts';
import type { Table } from './table.ts';
import { unlessPresent, type Write, whileRecordIs, whileStill, writeAll } from './writes.ts';

/** The links that tell of a change, and where the chain stands with them. */
export const linkWrites = ({ of, chain, events }: Link): Write[] => [
  {
    put: { ...changesHeadKey(of), record: chain.after },
    condition: whileRecordIs(chain.before),
  },
  ...events.map((event) => ({ put: eventItem(of, event), condition: unlessPresent })),
];

/** Nothing is overwritten that the administrator has not seen. */
const writesOf = ({ organization, person, register, mark: press, ...link }: DirectoryChange) => {
  const writes = linkWrites(link);
  if (organization) {
    const { before, after } = organization;
    writes.push({ put: organizationItem(after), condition: whileRecordIs(before) });
  }
  if (person) {
    const { before, after } = person;
    writes.push({
      put: personItem(after),
      condition: whileRecordIs(before && personRecord(before)),
    });
  }
  if (register) {
    const { before, after } = register;
    // Whoever takes a number moves it; what else the record says may lack what later versions say.
    const condition = before ? whileStill('lastNumber', before.lastNumber) : unlessPresent;
    writes.push({ put: counterItem(after), condition });
  }
  if (press) writes.push(mark(press));
  return writes;
};

export const directoryDeskIn = (table: Table): DirectoryDesk => ({
  chain: (of) => readOne(table, changesHeadKey(of), ({ record }) => ChainHead.parse(record)),
  commit: (change) => writeAll(table, writesOf(change)),
});
