// How does each press change the rows of lists, before their index knows of it? Only rows as they were seen when it
// was made: a row that says something later is believed.
import type {
  DeliveryView,
  HeldDeliveryView,
  ReportView,
  WaitingRow,
} from '../../functions/contracts/views.ts';
import type { SubmissionId } from '../../functions/domain/ids.ts';
import type { ListEffect } from './followed-lists.ts';

/** What was waited for. Only a clerk is asked again about the same: by getting stuck anew. */
type Wait = Exclude<WaitingRow['wait'], { kind: 'stuck' }> | { kind: 'stuck'; since: string };

const isOver = ({ wait, since }: WaitingRow, over: Wait): boolean => {
  if (wait.kind === 'round') return over.kind === 'round' && wait.round <= over.round;
  return wait.kind === over.kind && (over.kind !== 'stuck' || since <= over.since);
};

/** It waits there no more for what it waited for; what comes next may wait for the same person. */
export const dealtWith = (
  list: 'waiting' | 'registry',
  submissionId: string,
  wait: Wait,
): ListEffect => ({
  list,
  of: submissionId,
  follow: (row) => (row.submissionId === submissionId && isOver(row, wait) ? null : row),
});

type Submitted = { reportId: string; submissionId: SubmissionId; revision: number };

/** It is on its way, and no draft any more. */
export const submitted = ({ reportId, submissionId, revision }: Submitted): ListEffect => ({
  list: 'reports',
  of: reportId,
  follow: (row, { state }) => {
    if (row.id !== reportId || row.revision >= revision) return row;
    if (state !== undefined && state !== 'inReview') return null;
    const now = { revision, submissionId, comeBack: null, standing: null, heldBy: [] };
    return { ...row, ...now, status: 'inReview' };
  },
});

/** It is a draft again. */
export const withdrawn = ({
  id,
  revision,
  version,
  updatedAt,
  comeBack,
}: ReportView): ListEffect => ({
  list: 'reports',
  of: id,
  follow: (row, { state }) => {
    if (row.id !== id || row.revision >= revision) return row;
    if (state !== undefined && state !== 'draft') return null;
    const now = { revision, version, updatedAt, comeBack };
    return { ...row, ...now, status: 'draft', submissionId: null, standing: null, heldBy: [] };
  },
});

/** It is not there any more, whatever it was. */
export const discarded = (reportId: string): ListEffect => ({
  list: 'reports',
  of: reportId,
  follow: (row) => (row.id === reportId ? null : row),
});

type Held = HeldDeliveryView['held'];

/** Nobody has to be asked about it any more. */
export const heldDecided = ({ reportId, recipientId, since }: Held): ListEffect => ({
  list: 'held-deliveries',
  of: `${reportId} ${recipientId}`,
  follow: (row) =>
    row.reportId === reportId && row.recipientId === recipientId && row.since <= since ? null : row,
});

const deliveryIs = (now: DeliveryView, isNewer: (row: DeliveryView) => boolean): ListEffect => ({
  list: 'deliveries',
  of: now.id,
  follow: (row, { status }) => {
    if (row.id !== now.id || !isNewer(row)) return row;
    return status === undefined || status === now.status ? now : null;
  },
});

/** It was opened by a look at it. */
export const deliveryOpened = (now: DeliveryView): ListEffect =>
  deliveryIs(now, ({ status }) => status === 'arrived');

/** It was received or sent back, after which nothing happens to it. */
export const deliveryDecided = (now: DeliveryView): ListEffect => deliveryIs(now, () => true);
