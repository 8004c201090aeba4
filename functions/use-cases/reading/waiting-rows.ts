// What waits for somebody, and who sent it?
import type { Asked } from '../../domain/workflow/asked.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Needs } from '../world.ts';
import type { Caller } from './identify.ts';

/** Without a name for somebody whose office is over. */
export type Waiting = Asked & { drafterName: string };

/** A page of who is asked, with the names of those who sent it. */
export const waitingRows = async (
  { waiting, directory }: Needs<'waiting' | 'directory'>,
  { organization }: Caller,
  asked: Asked['asked'],
  page: PageOf,
): Promise<Page<Waiting>> => {
  const [found, people] = await Promise.all([
    waiting.of(organization.id, asked, page),
    directory.people(organization.id),
  ]);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return {
    items: found.items.map((one) => ({ ...one, drafterName: nameOf.get(one.drafterId) ?? '' })),
    cursor: found.cursor,
  };
};
