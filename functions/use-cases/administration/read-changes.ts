// Who changed what of an office, its people and its settings? For those who keep it.
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { OrganizationId } from '../../domain/ids.ts';
import type { Page, PageOf } from '../ports.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findAdministered } from './find-administered.ts';

const NEEDS = ['directory'] as const;

/** A page of the chain, newest first. Refusals: not_permitted, organization_not_found, cursor_invalid. */
export const readChanges = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: OrganizationId,
  page: PageOf,
): Promise<Page<AuditEvent & { actorName: string }>> => {
  await findAdministered(world, caller, id);
  const { items, cursor } = await world.directory.changes(id, page);
  const actors = new Set(items.map(({ actor }) => actor));
  const nameOf = async (actor: AuditEvent['actor']): Promise<string> =>
    actor === 'workflow' || actor === 'operator'
      ? ''
      : ((await world.directory.person(actor))?.name ?? '');
  const names = new Map(
    await Promise.all([...actors].map(async (actor) => [actor, await nameOf(actor)] as const)),
  );
  return {
    items: items.map((event) => ({ ...event, actorName: names.get(event.actor) ?? '' })),
    cursor,
  };
};
readChanges.needs = NEEDS;
