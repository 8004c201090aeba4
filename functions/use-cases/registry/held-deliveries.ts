// What does a clerk do about a recipient who could not be reached, or sent it back? He sends the report to another organization, or writes it off.
import type { HeldDeliveryView } from '../../contracts/views.ts';
import { chained } from '../../domain/audit-event.ts';
import { type HeldDelivery, hasSentBack, sendOn, writeOff } from '../../domain/held-delivery.ts';
import { deliveryIdOf, type OrganizationId, type ReportId } from '../../domain/ids.ts';
import type { Organization } from '../../domain/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import { expectStatus, touch } from '../../domain/report.ts';
import { arrivalOf } from '../effects/arrival.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { tellRecipient } from '../effects/tell-people.ts';
import type { Page, PageOf } from '../ports.ts';
import { findReport } from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { reach } from '../reading/reach.ts';
import type { Needs } from '../world.ts';

type Which = { reportId: ReportId; recipientId: OrganizationId };

/** Refusals: not_permitted; delivery_not_found, also for other organizations. */
const findHeld = async (
  { records }: Needs<'records'>,
  caller: Caller,
  { reportId, recipientId }: Which,
): Promise<HeldDelivery> => {
  requireRole(caller, 'clerk');
  const held = await records.held(reportId, recipientId);
  if (held === null || held.senderId !== caller.organization.id) {
    throw new Refusal('delivery_not_found');
  }
  return held;
};

/** What waits for the clerks of an organization, longest first. Refusals: not_permitted, cursor_invalid. */
export const listHeldDeliveries = async (
  { records }: Needs<'records'>,
  caller: Caller,
  page: PageOf,
): Promise<Page<HeldDelivery>> => {
  requireRole(caller, 'clerk');
  return records.heldBy(caller.organization.id, page);
};

/** Whom it could go to: itself, if it can be reached after all, who follows it, who is above it. */
const offersFor = async (
  world: Needs<'directory'>,
  held: HeldDelivery,
  { at }: Caller,
): Promise<HeldDeliveryView['offers']> => {
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

/** With whom it could go to, while it waits. Refusals: not_permitted, delivery_not_found. */
export const readHeldDelivery = async (
  world: Needs<'records' | 'directory'>,
  caller: Caller,
  which: Which,
): Promise<HeldDeliveryView> => {
  const held = await findHeld(world, caller, which);
  const offers = held.status === 'waiting' ? await offersFor(world, held, caller) : [];
  return { held, offers };
};

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
  world: Needs<'records' | 'directory' | 'clock' | 'mail'>,
  held: HeldDelivery,
): Promise<void> => {
  if (held.status !== 'sentOn') return;
  const delivery = await world.records.delivery(deliveryIdOf(held.reportId, held.sentOn.to));
  if (delivery?.status === 'arrived') await tellRecipient(world, delivery);
};

/**
 * Gửi đến. It arrives there at once; where the report is already, nothing more arrives. An office that had sent it back
 * gets it once more in another's place, for the clerk says so, and never in its own. Its officers are told; by two mails
 * rather than by none, where the function ended before the press was answered. Pressing again changes nothing.
 * Refusals: not_permitted, delivery_not_found, already_decided, organization_not_found, recipient_closed,
 * recipient_unattended, recipient_sent_back.
 */
export const sendHeldDelivery = async (
  world: Needs<'records' | 'directory' | 'presses' | 'clock' | 'mail'>,
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
    const there = await world.records.delivery(deliveryIdOf(reportId, to.id));
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
    await world.records.commit({
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

/**
 * Ghi nhận không gửi được. Pressing again changes nothing.
 * Refusals: not_permitted, delivery_not_found, already_decided, reason_missing.
 */
export const writeOffHeldDelivery = (
  world: Needs<'records' | 'presses'>,
  caller: Caller,
  { reason, ...which }: Which & { reason: string },
): Promise<HeldDelivery> => {
  const act = async () => {
    const before = await findHeld(world, caller, which);
    if (before.status === 'writtenOff' && before.writtenOff.reason === reason.trim()) return before;
    const by = caller.person.id;
    const after = writeOff(before, reason, by, caller.at);
    const { submissionId, recipientId, recipientName } = before;
    const report = await findReport(world, before.reportId);
    const happening = {
      kind: 'deliveryWrittenOff',
      submissionId,
      recipientId,
      recipientName,
      reason: after.writtenOff.reason,
    } as const;
    await world.records.commit({
      report: { before: report, ...chained(touch(report, caller.at), by, caller.at, happening) },
      held: { before, after },
      ...markOf(caller),
    });
    return after;
  };
  return retryConflicts(() => pressOnce(world, caller, act, () => findHeld(world, caller, which)));
};
