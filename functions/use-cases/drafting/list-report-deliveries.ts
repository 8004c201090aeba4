// What became of an issued report at each of its recipients?
import type { ReportId } from '../../domain/ids.ts';
import type { Delivery } from '../../domain/issued/delivery.ts';
import type { HeldDelivery } from '../../domain/issued/held-delivery.ts';
import { findOwnReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';

export type ReportDeliveries = {
  /** The name is empty for an office that the directory does not know. */
  delivered: (Delivery & { recipientName: string })[];
  held: HeldDelivery[];
};

const NEEDS = ['reports', 'deliveries', 'directory'] as const;

/** What became of an issued report at each recipient, and of those who could not be reached. Refusal: report_not_found. */
export const listReportDeliveries = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: ReportId,
): Promise<ReportDeliveries> => {
  await findOwnReport(world, caller, id);
  const { delivered, held } = await world.deliveries.of(id);
  const named = delivered.map(async (delivery) => {
    const recipient = await world.directory.organization(delivery.recipientId);
    return { ...delivery, recipientName: recipient?.name ?? '' };
  });
  return { delivered: await Promise.all(named), held };
};
listReportDeliveries.needs = NEEDS;
