// How does a clerk send a report elsewhere when its recipient could not be reached, or sent it back?
import { chained } from '../../domain/audit-event.ts';
import type { Organization } from '../../domain/directory/organization.ts';
import { deliveryIdOf, type OrganizationId } from '../../domain/ids.ts';
import { type HeldDelivery, hasSentBack, sendOn } from '../../domain/issued/held-delivery.ts';
import { Refusal } from '../../domain/refusal.ts';
import { expectStatus, touch } from '../../domain/workflow/report.ts';
import { arrivalOf } from '../effects/arrival.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { tellRecipient } from '../effects/tell-people.ts';
import { findReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { reach } from '../reading/reach.ts';
import type { Needs, WorldOf } from '../world.ts';
import { findHeld, type Which } from './find-held.ts';

/** Where it is to go, if something can be delivered there. Refusals: organization_not_found, recipient_closed, recipient_unattended. */
const findReachable = async (
  world: Needs<'directory'>,
  id: OrganizationId,
  { at }: Caller,
): Promise<Organization> => {
  const { organization, why } = await reach(world, id, at);
  if (organization === null) throw new Refusal('organization_not_found');
  if (why === null) return organization;
  throw new Refusal(why === 'closed' ? 'recipient_closed' : 'recipient_unattended', {
    fields: [{ path: ['organizationId'], message: why }],
  });
};

/** Whoever may open it there, unless somebody has. */
const tellOfArrival = async (
  world: Needs<'deliveries' | 'directory' | 'clock' | 'mail'>,
  held: HeldDelivery,
): Promise<void> => {
  if (held.status !== 'sentOn') return;
  const delivery = await world.deliveries.read(deliveryIdOf(held.reportId, held.sentOn.to));
  if (delivery?.status === 'arrived') await tellRecipient(world, delivery);
};

const NEEDS = ['reports', 'deliveries', 'commit', 'presses', 'directory', 'mail', 'clock'] as const;

/**
 * Gửi đến. It arrives there at once; where the report is already, nothing more arrives. An office that had sent it back
 * gets it once more in another's place, for the clerk says so, and never in its own. Its officers are told; by two mails
 * rather than by none, where the function ended before the press was answered. Pressing again changes nothing.
 * Refusals: not_permitted, delivery_not_found, already_decided, organization_not_found, recipient_closed,
 * recipient_unattended, recipient_sent_back.
 */
export const sendHeldDelivery = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  { organizationId, ...which }: Which & { organizationId: OrganizationId },
): Promise<HeldDelivery> => {
  const act = async () => {
    const before = await findHeld(world, caller, which);
    const wasSent = before.status === 'sentOn' && before.sentOn.to === organizationId;
    if (wasSent) return { held: before, arrives: false };
    const by = caller.person.id;
    const to = await findReachable(world, organizationId, caller);
    if (hasSentBack(before, to.id)) {
      const fields = [{ path: ['organizationId'], message: 'has sent it back' }];
      throw new Refusal('recipient_sent_back', { fields });
    }
    const after = sendOn(before, to, by, caller.at);
    const { reportId, submissionId, recipientId, recipientName } = before;
    const report = expectStatus(await findReport(world, reportId), 'issued');
    const there = await world.deliveries.read(deliveryIdOf(reportId, to.id));
    const place = {
      ...{ recipientId: to.id, there },
      ...(to.id !== recipientId && { insteadOf: recipientId }),
    };
    const happening = {
      kind: 'deliverySentOn',
      submissionId,
      recipientId,
      recipientName,
      to: to.id,
      toName: to.name,
    } as const;
    const arrival = arrivalOf(report, caller.organization, place, caller.at);
    await world.commit({
      report: { before: report, ...chained(touch(report, caller.at), by, caller.at, happening) },
      held: { before, after },
      ...arrival,
      ...markOf(caller),
    });
    return { held: after, arrives: arrival.delivery !== undefined };
  };
  const found = async () => ({ held: await findHeld(world, caller, which), arrives: true });
  const { held, arrives } = await retryConflicts(() => pressOnce(world, caller, act, found));
  if (arrives) await tellOfArrival(world, held);
  return held;
};
sendHeldDelivery.needs = NEEDS;
