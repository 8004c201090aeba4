// How are the registers stored? A counter and its rows, one partition for each organization, year and series; on the index by day.
import {
  IncomingCounter,
  IncomingEntry,
  OutgoingEntry,
  Queued,
  RegisterCounter,
} from '../../domain/issued/register.ts';
import type { Item, Read } from './item.ts';
import {
  byDay,
  counterKey,
  incomingCounterKey,
  incomingEntryKey,
  incomingKey,
  listed,
  outgoingEntryKey,
  outgoingKey,
  placeInQueue,
  queuedKey,
  queueKey,
} from './keys.ts';

export const counterItem = (counter: RegisterCounter): Item => ({
  ...counterKey(counter.organizationId, counter.year, counter.series),
  record: RegisterCounter.parse(counter),
});

export const counterIn = ({ record }: Read): RegisterCounter => RegisterCounter.parse(record);

export const queuedItem = (queued: Queued): Item => ({
  ...queuedKey(queued.submissionId),
  ...listed(queueKey(queued.organizationId, queued.series), placeInQueue(queued)),
  record: Queued.parse(queued),
});

export const queuedIn = ({ record }: Read): Queued => Queued.parse(record);

export const outgoingItem = (entry: OutgoingEntry): Item => ({
  ...outgoingEntryKey(entry.organizationId, entry.year, entry.series, entry.number),
  ...listed(
    outgoingKey(entry.organizationId, entry.year, entry.series),
    byDay(entry.date, entry.number),
  ),
  record: OutgoingEntry.parse(entry),
});

export const outgoingIn = ({ record }: Read): OutgoingEntry => OutgoingEntry.parse(record);

export const incomingCounterItem = (counter: IncomingCounter): Item => ({
  ...incomingCounterKey(counter.organizationId, counter.year),
  record: IncomingCounter.parse(counter),
});

export const incomingCounterIn = ({ record }: Read): IncomingCounter =>
  IncomingCounter.parse(record);

export const incomingItem = (entry: IncomingEntry): Item => ({
  ...incomingEntryKey(entry.organizationId, entry.year, entry.incomingNumber),
  ...listed(
    incomingKey(entry.organizationId, entry.year),
    byDay(entry.arrivedOn, entry.incomingNumber),
  ),
  record: IncomingEntry.parse(entry),
});

export const incomingIn = ({ record }: Read): IncomingEntry => IncomingEntry.parse(record);
