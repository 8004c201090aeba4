// Why is a delivery held, and to whom could the report go instead?
import type { OrganizationId } from '../../domain/ids.ts';
import { type HeldDelivery, hasSentBack } from '../../domain/issued/held-delivery.ts';
import type { Caller } from '../reading/identify.ts';
import { reach } from '../reading/reach.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findHeld, type Which } from './find-held.ts';

type Offer = { id: OrganizationId; name: string; how: 'itself' | 'successor' | 'parent' };

/** Whom it could go to: itself, if it can be reached after all, who follows it, who is above it. */
const offersFor = async (
  world: Needs<'directory'>,
  held: HeldDelivery,
  { at }: Caller,
): Promise<Offer[]> => {
  const { recipientId } = held;
  const recipient = await world.directory.organization(recipientId);
  if (recipient === null) return [];
  const { successorId, parentId } = recipient;
  const near = new Map([
    ...(parentId ? [[parentId, 'parent'] as const] : []),
    ...(successorId ? [[successorId, 'successor'] as const] : []),
    ...(hasSentBack(held, recipientId) ? [] : [[recipientId, 'itself'] as const]),
  ]);
  const reached = await Promise.all(
    [...near].toReversed().map(async ([id, how]) => ({ how, ...(await reach(world, id, at)) })),
  );
  return reached.flatMap(({ how, organization, why }) =>
    organization !== null && why === null
      ? [{ id: organization.id, name: organization.name, how }]
      : [],
  );
};

const NEEDS = ['deliveries', 'directory'] as const;

/** With whom it could go to, while it waits. Refusals: not_permitted, delivery_not_found. */
export const readHeldDelivery = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  which: Which,
): Promise<{ held: HeldDelivery; offers: Offer[] }> => {
  const held = await findHeld(world, caller, which);
  const offers = held.status === 'waiting' ? await offersFor(world, held, caller) : [];
  return { held, offers };
};
readHeldDelivery.needs = NEEDS;
