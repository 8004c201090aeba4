// What is in a report, and how does it stand? For the people of its own organization.
import type {
  DeliveryProgress,
  EventView,
  HeldProgress,
  ReportView,
} from '../../contracts/views.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { HeldDelivery } from '../../domain/held-delivery.ts';
import type { ReportId } from '../../domain/ids.ts';
import type { Report } from '../../domain/report.ts';
import { summaryOf } from '../../domain/report-summary.ts';
import type { Page, PageOf } from '../ports.ts';
import { findFrozen, findOwnReport, findSubmission } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { presentSubmission } from '../reading/present-submission.ts';
import type { Needs } from '../world.ts';

type Reader = Needs<'records' | 'directory'>;

/** The report as its people see it. */
export const presentReport = async (
  world: Reader,
  caller: Caller,
  report: Report,
): Promise<ReportView> => {
  const draft = report.status === 'draft';
  const [drafter, submission, content] = await Promise.all([
    world.directory.person(report.drafterId),
    draft ? null : findSubmission(world, report.submissionId),
    draft ? report.content : findFrozen(world, report.submissionId),
  ]);
  return {
    ...summaryOf(report),
    drafter: { id: report.drafterId, name: drafter?.name ?? '' },
    content,
    savedBy: draft ? report.savedBy : (submission?.savedBy ?? []),
    submission: submission && (await presentSubmission(world, submission, caller.organization)),
    rejection: report.status === 'rejected' ? report.rejection : null,
  };
};

/** Refusal: report_not_found. */
export const readReport = async (
  world: Reader,
  caller: Caller,
  id: ReportId,
): Promise<ReportView> => presentReport(world, caller, await findOwnReport(world, caller, id));

/** A page of the report's audit chain, oldest first. Refusals: report_not_found, cursor_invalid. */
export const readHistory = async (
  world: Reader,
  caller: Caller,
  id: ReportId,
  page: PageOf,
): Promise<Page<EventView>> => {
  await findOwnReport(world, caller, id);
  const { items, cursor } = await world.records.events(id, page);
  const names = new Map(
    (await world.directory.people(caller.organization.id)).map((one) => [one.id, one.name]),
  );
  return {
    items: items.map((event) => ({ ...event, actorName: names.get(event.actor) ?? '' })),
    cursor,
  };
};

const progressOf = async (
  { directory }: Reader,
  delivery: Delivery,
): Promise<DeliveryProgress> => ({
  recipientId: delivery.recipientId,
  recipientName: (await directory.organization(delivery.recipientId))?.name ?? '',
  status: delivery.status,
  arrivedAt: delivery.arrivedAt,
  openedAt: delivery.openedAt,
  receivedAt: delivery.status === 'received' ? delivery.receipt.at : null,
  incomingNumber: delivery.status === 'received' ? delivery.receipt.incomingNumber : null,
  sentBackReason: delivery.status === 'sentBack' ? delivery.sentBack.reason : null,
});

const heldProgressOf = (held: HeldDelivery): HeldProgress => {
  const { recipientId, recipientName, status, why, since } = held;
  const about = { recipientId, recipientName, status, why, since };
  switch (held.status) {
    case 'waiting':
      return { ...about, at: null, toName: null, reason: null };
    case 'sentOn':
      return { ...about, at: held.sentOn.at, toName: held.sentOn.toName, reason: null };
    case 'writtenOff':
      return { ...about, at: held.writtenOff.at, toName: null, reason: held.writtenOff.reason };
  }
};

/** What became of an issued report at each recipient, and of those who could not be reached. Refusal: report_not_found. */
export const listReportDeliveries = async (
  world: Reader,
  caller: Caller,
  id: ReportId,
): Promise<{ items: DeliveryProgress[]; held: HeldProgress[] }> => {
  await findOwnReport(world, caller, id);
  const { delivered, held } = await world.records.deliveriesOf(id);
  return {
    items: await Promise.all(delivered.map((delivery) => progressOf(world, delivery))),
    held: held.map(heldProgressOf),
  };
};
