// Where are mails kept that did not leave? In a list for each organization, from which they expire by themselves (TTL).

import { UnsentMail } from '../../domain/directory/unsent-mail.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { UnsentMails } from '../../use-cases/ports.ts';
import type { Item, Read } from './item.ts';
import { unsentKey, unsentOf } from './keys.ts';
import { readable, readPage } from './reads.ts';
import type { Table } from './table.ts';
import { writeAll } from './writes.ts';

/** Thirty days: an administrator looks at the staff that often, and who is not reached for so long is known to be. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

const itemOf = (mail: UnsentMail): Item => ({
  ...unsentKey(mail.organizationId, mail.at, mail.personId),
  record: UnsentMail.parse(mail),
  ttl: Math.floor(Date.parse(mail.at) / 1_000) + KEPT_SECONDS,
});

const mailIn = ({ record }: Read): UnsentMail => UnsentMail.parse(record);

export const unsentMailsIn = (table: Table): UnsentMails => ({
  keep: (mail) => writeAll(table, [{ put: itemOf(mail) }]),
  of: async (organizationId: OrganizationId, page) => {
    const list = { of: 'table', partition: unsentOf(organizationId), newestFirst: true } as const;
    const { items, cursor } = await readPage(table, list, page);
    return { items: readable(table, items, mailIn), cursor };
  },
});
