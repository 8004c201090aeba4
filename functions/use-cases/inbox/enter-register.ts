// How is an incoming document checked, numbered and acknowledged?
// Decree 30/2020, Articles 21 and 22: authenticity and integrity first, one yearly series, the sender told the same day.
import { chained } from '../../domain/audit-event.ts';
import type { DeliveryId, PersonId } from '../../domain/ids.ts';
import { type Delivery, type Receipt, receive } from '../../domain/issued/delivery.ts';
import { evidenceOf } from '../../domain/issued/issue.ts';
import { typeAndSubject } from '../../domain/issued/register.ts';
import { officeDayOf, yearOf } from '../../domain/office-calendar.ts';
import { Refusal } from '../../domain/refusal.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findOwnDelivery } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { judgeDelivered } from './judge-delivered.ts';

export const REGISTERING = [
  'deliveries',
  'incoming',
  'commit',
  'presses',
  'trust',
  'signed',
] as const;

/** The person's and the agency's: a document has the value of an original only with both (Decree 30/2020, Article 5). */
const SIGNATURES = 2;

/** Refusals: file_not_found, file_differs, signature_invalid. */
const check = async (
  world: Needs<'signed' | 'trust'>,
  delivery: Delivery,
): Promise<Receipt['signatures']> => {
  const { file, signatures } = await judgeDelivered(world, delivery);
  if (file.verdict !== 'valid' || signatures.length < SIGNATURES) {
    throw new Refusal('signature_invalid');
  }
  return signatures.map(({ signer }) => ({
    signer: signer?.commonName ?? '',
    organization: signer?.organization || null,
  }));
};

/** The receipt of the same person's same press, if they pressed before. */
const received = (delivery: Delivery, by: PersonId): boolean =>
  delivery.status === 'received' && delivery.receipt.by === by;

const receiveFrom = async (
  world: Needs<'deliveries' | 'incoming' | 'signed' | 'trust' | 'commit'>,
  caller: Caller,
  id: DeliveryId,
): Promise<Delivery> => {
  const found = await findOwnDelivery(world, caller, id);
  if (received(found, caller.person.id)) return found;
  if (found.status === 'sentBack')
    throw new Refusal('already_decided', { facts: { status: found.status } });
  const signatures = await check(world, found);
  return retryConflicts(async () => {
    const before = await findOwnDelivery(world, caller, id);
    if (received(before, caller.person.id)) return before;
    const arrivedOn = officeDayOf(caller.at);
    const year = yearOf(arrivedOn);
    const organizationId = caller.organization.id;
    const counter = await world.incoming.counter(organizationId, year);
    const incomingNumber = (counter?.lastNumber ?? 0) + 1;
    const { pdf, attachments, number, symbol, date } = before.issue;
    const by = caller.person.id;
    const receipt = {
      by,
      at: caller.at,
      sha256: pdf.sha256,
      attachments: attachments.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
      signatures,
      year,
      incomingNumber,
    };
    const { after, events } = chained(receive(before, receipt), by, caller.at, {
      kind: 'received',
      incomingNumber,
      sha256: pdf.sha256,
      ...evidenceOf(attachments),
    });
    await world.commit({
      delivery: { before, after, events },
      incomingCounter: {
        before: counter,
        after: { organizationId, year, lastNumber: incomingNumber },
      },
      incoming: {
        organizationId,
        year,
        incomingNumber,
        arrivedOn,
        author: before.senderName,
        number,
        symbol,
        date,
        typeAndSubject: typeAndSubject(before.type, before.subject),
        receivedBy: caller.person.name,
        receivedAt: caller.at,
        deliveryId: id,
        note: '',
      },
      ...markOf(caller),
    });
    return after;
  });
};

/**
 * In one press, or by what is one of many in it; however often that comes, there is one number.
 * Refusals: delivery_not_found, already_decided, file_not_found, file_differs, signature_invalid.
 */
export const enterRegister = (
  world: WorldOf<typeof REGISTERING>,
  caller: Caller,
  id: DeliveryId,
): Promise<Delivery> =>
  pressOnce(
    world,
    caller,
    () => receiveFrom(world, caller, id),
    () => findOwnDelivery(world, caller, id),
  );
