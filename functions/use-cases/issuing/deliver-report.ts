// How does an issued report reach a recipient? It arrives in their inbox by itself, once; where nobody can open it, the clerk is asked.
import type { Delivering } from '../../contracts/hand-offs.ts';
import { chained } from '../../domain/audit-event.ts';
import { deliveryIdOf, type Instant, type OrganizationId } from '../../domain/ids.ts';
import { hold, type Unreachable } from '../../domain/issued/held-delivery.ts';
import { Refusal } from '../../domain/refusal.ts';
import { expectStatus, type ReportIn, touch } from '../../domain/workflow/report.ts';
import { arrivalOf } from '../effects/arrival.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Change } from '../ports.ts';
import { findReport, findSubmission } from '../reading/find.ts';
import { reach } from '../reading/reach.ts';
import type { WorldOf } from '../world.ts';

/** It waits for the sender's clerks, and the report's history says so. */
const held = (
  report: ReportIn<'issued'>,
  recipient: { id: OrganizationId; name: string; why: Unreachable },
  at: Instant,
): Change => {
  const { id: reportId, submissionId, organizationId: senderId, type, subject } = report;
  const { number, symbol, date, urgency } = report.issue;
  const { id: recipientId, name: recipientName, why } = recipient;
  const about = { submissionId, recipientId, recipientName, why };
  const happening = { kind: 'deliveryHeld', ...about } as const;
  const given = { number, symbol, date, urgency };
  return {
    report: { before: report, ...chained(touch(report, at), 'workflow', at, happening) },
    held: {
      before: null,
      after: hold({ ...about, reportId, senderId, type, subject, ...given, since: at }),
    },
  };
};

const NEEDS = ['reports', 'submissions', 'deliveries', 'commit', 'directory', 'clock'] as const;

/**
 * Done is what is found: a write that met another one is read again, not taken for that one's delivery. What was held
 * once is the clerk's, also where the recipient can be reached again.
 * Refusals: submission_not_found, status_wrong, organization_not_found, revision_conflict.
 */
export const deliverReport = (
  world: WorldOf<typeof NEEDS>,
  { submissionId, recipientId }: Delivering,
): Promise<void> =>
  retryConflicts(async () => {
    const { reportId } = await findSubmission(world, submissionId);
    const report = expectStatus(await findReport(world, reportId), 'issued');
    const at = world.clock.now();
    const [delivered, waiting, { organization, why }, sender] = await Promise.all([
      world.deliveries.read(deliveryIdOf(reportId, recipientId)),
      world.deliveries.held(reportId, recipientId),
      reach(world, recipientId, at),
      world.directory.organization(report.organizationId),
    ]);
    if (delivered !== null || waiting !== null) return;
    if (sender === null) throw new Refusal('organization_not_found');
    await world.commit(
      why === null
        ? arrivalOf(report, sender, { recipientId, there: null }, at)
        : held(report, { id: recipientId, name: organization?.name ?? recipientId, why }, at),
    );
  });
deliverReport.needs = NEEDS;
