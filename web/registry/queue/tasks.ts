// What is a clerk to do today, and in which order? Seals, stuck issues and recipients not reached, in one list.
//
// The most urgent first, for its deadline is the nearest; of equals the one that has waited longest, of whichever kind. Kinds
// of their own would leave what was sent back below thirty seals, day after day.

import type { HeldDeliveryView, WaitingRow } from '../../../functions/contracts/views.ts';
import { rankOf, type Urgency } from '../../../functions/domain/content/urgency.ts';
import type { Instant } from '../../../functions/domain/ids.ts';
import { printedNumber } from '../../../functions/domain/issued/printed-number.ts';
import type { Kind } from '../../filters/filters.ts';

export type Task = {
  kind: Kind;
  key: string;
  /** Who sent it to be sealed, or whom it has not reached. */
  who: string;
  subject: string;
  /** With its number, once it has one. */
  symbol: string;
  urgency: Urgency | null;
  since: Instant;
  of: { submissionId: string } | { reportId: string; recipientId: string };
};

/** Of a recipient not reached; a submission's is its id. */
export const heldKey = (reportId: string, recipientId: string): string =>
  `${reportId} ${recipientId}`;

export const taskOfWaiting = ({
  submissionId,
  wait,
  drafterName,
  subject,
  symbol,
  urgency,
  since,
}: WaitingRow): Task => ({
  kind: wait.kind === 'stuck' ? 'stuck' : 'seal',
  key: submissionId,
  who: drafterName,
  ...{ subject, symbol, urgency, since },
  of: { submissionId },
});

export const taskOfHeld = ({
  reportId,
  recipientId,
  recipientName,
  subject,
  number,
  symbol,
  urgency,
  since,
  why,
}: HeldDeliveryView['held']): Task => ({
  kind: why === 'sentBack' ? 'sentBack' : 'unreached',
  key: heldKey(reportId, recipientId),
  who: recipientName,
  symbol: printedNumber(number, symbol),
  ...{ subject, urgency, since },
  of: { reportId, recipientId },
});

const inTurn = (one: Task, other: Task): number =>
  rankOf(one.urgency) - rankOf(other.urgency) || Date.parse(one.since) - Date.parse(other.since);

/** Part of a list that is in this order, from its beginning; `isMore`: it goes on. */
export type Part = { tasks: Task[]; isMore: boolean };

/**
 * Several lists as one, as far as it is known: what comes behind the last of a list that goes on may be overtaken by what
 * that list has yet to say.
 */
export const together = (parts: readonly Part[]): Task[] => {
  const ends = parts.flatMap(({ tasks, isMore }) => (isMore ? tasks.slice(-1) : []));
  return parts
    .flatMap(({ tasks }) => tasks)
    .filter((task) => ends.every((end) => inTurn(task, end) <= 0))
    .toSorted(inTurn);
};

/** What to go on with behind a row that is done: the next that is still to do, else the first; -1 when there is none. */
export const nextAfter = (
  rows: readonly Task[],
  at: number,
  isToDo: (task: Task) => boolean,
): number => {
  const behind = rows.findIndex((task, place) => place > at && isToDo(task));
  return behind === -1 ? rows.findIndex((task, place) => place !== at && isToDo(task)) : behind;
};
