// How is what waits for somebody shown in their list? With the names of those who sent it.
import type { WaitingRow } from '../../contracts/views.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Needs } from '../world.ts';
import type { Caller } from './identify.ts';

/** A page of who is asked, with the names of those who sent it. */
export const waitingRows = async (
  { records, directory }: Needs<'records' | 'directory'>,
  { organization }: Caller,
  asked: Asked['asked'],
  page: PageOf,
): Promise<Page<WaitingRow>> => {
  const [found, people] = await Promise.all([
    records.askedOf(organization.id, asked, page),
    directory.people(organization.id),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    items: found.items.map(({ organizationId: _, asked: __, drafterId, ...row }) => ({
      ...row,
      drafterName: nameOf.get(drafterId) ?? '',
    })),
    cursor: found.cursor,
  };
};
