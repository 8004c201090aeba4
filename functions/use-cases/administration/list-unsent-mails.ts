// Whom of an office did our mails not reach? For those who keep its addresses.
import type { UnsentMail } from '../../domain/directory/unsent-mail.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';

const NEEDS = ['directory', 'unsentMails'] as const;

/** Newest first. Refusals: not_permitted, organization_not_found, cursor_invalid. */
export const listUnsentMails = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: OrganizationId,
  page: PageOf,
): Promise<Page<UnsentMail & { personName: string }>> => {
  await findAdministered(world, caller, id);
  const { items, cursor } = await world.unsentMails.of(id, page);
  const names = new Map(
    (await world.directory.people(id)).map((person) => [person.id, person.name]),
  );
  return {
    items: items.map((mail) => ({ ...mail, personName: names.get(mail.personId) ?? '' })),
    cursor,
  };
};
listUnsentMails.needs = NEEDS;
