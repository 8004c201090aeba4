// How does a clerk say that nobody gets a report in a recipient's place, and why?
import { chained } from '../../domain/audit-event.ts';
import { type HeldDelivery, writeOff } from '../../domain/issued/held-delivery.ts';
import { touch } from '../../domain/workflow/report.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { findReport } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import type { WorldOf } from '../world.ts';
import { findHeld, type Which } from './find-held.ts';

const NEEDS = ['reports', 'deliveries', 'commit', 'presses'] as const;

/**
 * Ghi nhận không gửi được. Pressing again changes nothing.
 * Refusals: not_permitted, delivery_not_found, already_decided, reason_missing.
 */
export const writeOffHeldDelivery = (
  world: WorldOf<typeof NEEDS>,
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
    await world.commit({
      report: { before: report, ...chained(touch(report, caller.at), by, caller.at, happening) },
      held: { before, after },
      ...markOf(caller),
    });
    return after;
  };
  return retryConflicts(() => pressOnce(world, caller, act, () => findHeld(world, caller, which)));
};
writeOffHeldDelivery.needs = NEEDS;
