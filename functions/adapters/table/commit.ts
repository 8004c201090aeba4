// What is written when something changes? Each part of the change, under the condition that nobody was faster (optimistic concurrency).

import type { AuditEvent } from '../../domain/audit-event.ts';
import type { DeliveryId, ReportId } from '../../domain/ids.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import type { Change, Commit } from '../../use-cases/ports.ts';
import { deliveryCopyItem, deliveryItem } from './delivery-item.ts';
import { eventItem } from './event-item.ts';
import { wordItems, wordKeys } from './findable-item.ts';
import { heldItem } from './held-delivery-item.ts';
import { askedKey, queuedKey, reportKey } from './keys.ts';
import { knownFileItem } from './known-file-item.ts';
import { effectItem } from './press-item.ts';
import {
  counterItem,
  incomingCounterItem,
  incomingItem,
  outgoingItem,
  queuedItem,
} from './register-item.ts';
import { discardedItem, forgottenItem, reportItem, setAsideItem } from './report-item.ts';
import {
  askedItem,
  correctionItem,
  decidedItem,
  frozenItem,
  stepItem,
  submissionItem,
  tokenItem,
} from './submission-item.ts';
import type { Happened, Table } from './table.ts';
import {
  unlessDiscarded,
  unlessKept,
  unlessPresent,
  type Write,
  whileStill,
  writeAll,
} from './writes.ts';

const atRevision = (before: { revision: number } | null) =>
  before === null ? unlessPresent : whileStill('revision', before.revision);
const atNumber = (before: { lastNumber: number } | null) =>
  before === null ? unlessPresent : whileStill('lastNumber', before.lastNumber);

const events = (of: ReportId | DeliveryId, links: AuditEvent[]): Write[] =>
  links.map((link) => ({ put: eventItem(of, link), condition: unlessPresent }));

const report = ({ before, after, events: links }: NonNullable<Change['report']>): Write[] => [
  { put: reportItem(after), condition: atRevision(before) },
  ...events(after.id, links),
];

const discarded = ({ before, after, events: links }: NonNullable<Change['discarded']>): Write[] => [
  { put: discardedItem(after), condition: atRevision(before) },
  ...events(after.id, links),
];

/** By themselves they hang on the report; what is saved over them hangs on it already. */
const setAside = (words: NonNullable<Change['setAside']>, isSaved: boolean): Write[] => [
  { put: setAsideItem(words) },
  ...(isSaved ? [] : [{ check: reportKey(words.reportId), condition: unlessDiscarded }]),
];

const forgotten = ({ reportId, hashes, at }: NonNullable<Change['forgotten']>): Write[] =>
  hashes.map((hash) => ({ put: forgottenItem(reportId, hash, at) }));

const submission = ({
  before,
  after,
  frozen,
  correction,
}: NonNullable<Change['submission']>): Write[] => [
  { put: submissionItem(after), condition: atRevision(before) },
  ...(frozen ? [{ put: frozenItem(after, frozen), condition: unlessPresent }] : []),
  ...(correction ? [{ put: correctionItem(after.id, correction), condition: unlessPresent }] : []),
];

const delivery = ({ before, after, events: links }: NonNullable<Change['delivery']>): Write[] => [
  { put: deliveryItem(after), condition: atRevision(before) },
  // The copy follows the item above in the same transaction, so one condition guards both.
  { put: deliveryCopyItem(after) },
  ...events(after.id, links),
];

const held = ({ before, after }: NonNullable<Change['held']>): Write => ({
  put: heldItem(after),
  condition: atRevision(before),
});

const outgoing = ({ before, after }: NonNullable<Change['outgoing']>): Write => ({
  put: outgoingItem(after),
  condition: before === null ? unlessPresent : whileStill('status', before.status),
});

/** A number is given by the conditions of submission and counter; the queue only says to whom it may be given. */
const queue = ({ add, remove }: NonNullable<Change['queue']>): Write[] => [
  ...add.map((one) => ({ put: queuedItem(one) })),
  ...remove.map((one) => ({ remove: queuedKey(one.submissionId) })),
];

/** Who is asked anew is not taken off: a transaction takes one write for each item. */
const asked = ({ add, remove }: NonNullable<Change['asked']>): Write[] => {
  const keyOf = (one: Asked) => askedKey(one.submissionId, one.wait, one.asked);
  const kept = new Set(add.map((one) => keyOf(one).sk));
  const gone = remove.map(keyOf).filter(({ sk }) => !kept.has(sk));
  return [...add.map((one) => ({ put: askedItem(one) })), ...gone.map((key) => ({ remove: key }))];
};
/** The record that is found is guarded by its own condition in the same transaction. */
const findable = ({ before, after }: NonNullable<Change['findable']>): Write[] => {
  const puts = wordItems(after);
  const kept = new Set(puts.map(({ pk, sk }) => `${pk} ${sk}`));
  const gone = before === null ? [] : wordKeys(before);
  return [
    ...puts.map((put) => ({ put })),
    ...gone.filter(({ pk, sk }) => !kept.has(`${pk} ${sk}`)).map((remove) => ({ remove })),
  ];
};

/** A press is marked once, so that whatever it changes is changed once. */
export const mark = (change: NonNullable<Change['mark']>): Write => ({
  put: effectItem(change),
  condition: unlessKept(change.press.at),
});

/** Every write of a change; at most the 100 that one transaction takes (twice 44 words and a dozen more). */
const writesOf = (change: Change): Write[] => [
  ...(change.report ? report(change.report) : []),
  ...(change.discarded ? discarded(change.discarded) : []),
  ...(change.submission ? submission(change.submission) : []),
  ...(change.successor ? submission(change.successor) : []),
  ...(change.delivery ? delivery(change.delivery) : []),
  ...(change.held ? [held(change.held)] : []),
  ...(change.counter
    ? [{ put: counterItem(change.counter.after), condition: atNumber(change.counter.before) }]
    : []),
  ...(change.queue ? queue(change.queue) : []),
  ...(change.setAside ? setAside(change.setAside, change.report !== undefined) : []),
  ...(change.forgotten ? forgotten(change.forgotten) : []),
  ...(change.step ? [{ put: stepItem(change.step) }] : []),
  ...(change.decided ? [{ put: decidedItem(change.decided) }] : []),
  ...(change.outgoing ? [outgoing(change.outgoing)] : []),
  ...(change.incomingCounter
    ? [
        {
          put: incomingCounterItem(change.incomingCounter.after),
          condition: atNumber(change.incomingCounter.before),
        },
      ]
    : []),
  ...(change.incoming ? [{ put: incomingItem(change.incoming), condition: unlessPresent }] : []),
  ...(change.asked ? asked(change.asked) : []),
  ...(change.token ? [{ put: tokenItem(change.token) }] : []),
  ...(change.told
    ? [{ put: tokenItem(change.told), condition: whileStill('token', change.told.token) }]
    : []),
  ...(change.file ?? []).map((file) => ({ put: knownFileItem(file), condition: unlessPresent })),
  ...(change.findable ? findable(change.findable) : []),
  ...(change.mark ? [mark(change.mark)] : []),
];

const happenedIn = ({ report, discarded, delivery }: Change): Happened[] => [
  ...[report, discarded].flatMap((changed) =>
    (changed?.events ?? []).map(({ happening: { kind } }) => ({
      kind,
      reportId: changed?.after.id,
    })),
  ),
  ...(delivery?.events ?? []).map(({ happening: { kind } }) => ({
    kind,
    deliveryId: delivery?.after.id,
  })),
];

export const commitIn =
  (table: Table): Commit =>
  async (...changes) => {
    await writeAll(table, changes.flatMap(writesOf));
    for (const event of changes.flatMap(happenedIn)) table.happened?.(event);
  };
