// How do the first people and registers get here? Written by whoever sets the system up; afterwards administrators change them.
import type { Organization, Person } from '../../domain/directory/organization.ts';
import type { RegisterCounter } from '../../domain/issued/register.ts';
import { organizationItem, personItem } from './directory-item.ts';
import { counterItem } from './register-item.ts';
import type { Table } from './table.ts';
import { unlessPresent, writeAll } from './writes.ts';

/** New, or changed: the directory holds what was said last. */
export const putOrganization = (table: Table, organization: Organization): Promise<void> =>
  writeAll(table, [{ put: organizationItem(organization) }]);

export const putPerson = (table: Table, person: Person): Promise<void> =>
  writeAll(table, [{ put: personItem(person) }]);

/**
 * A register that goes on where paper ended. Refusal: revision_conflict when it is open already: the numbers that it
 * has given since must not be given again.
 */
export const openRegister = (table: Table, counter: RegisterCounter): Promise<void> =>
  writeAll(table, [{ put: counterItem(counter), condition: unlessPresent }]);
