// Who seals a submission? Whoever its organization's settings named when it was submitted, even if they change later:
// the execution is on its way.
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { Organization, WhoSeals } from '../../domain/directory/organization.ts';
import type { Instant } from '../../domain/ids.ts';
import { sealingSaidBy } from '../../domain/workflow/issuing.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import type { Page } from '../ports.ts';
import type { Needs } from '../world.ts';

/** As many links of a chain as are read at once: an office changes a few dozen things in the weeks that a report takes. */
const AT_ONCE = 100;

/** What the chain of its changes says of that moment: of those that came after, the earliest tells how it was before. */
const settingAt = async (
  { directory }: Needs<'directory'>,
  { id, settings }: Organization,
  at: Instant,
): Promise<WhoSeals> => {
  let { sealing } = settings;
  let cursor: string | null = null;
  do {
    const page: Page<AuditEvent> = await directory.changes(id, { limit: AT_ONCE, cursor });
    for (const change of page.items) {
      if (Date.parse(change.at) <= Date.parse(at)) return sealing;
      if (change.happening.kind === 'settingsChanged')
        sealing = change.happening.before.sealing ?? sealing;
    }
    cursor = page.cursor;
  } while (cursor !== null);
  return sealing;
};

/** Asks nothing more of a submission that says it itself, as all do that were made since this is written down. */
export const whoSeals = async (
  world: Needs<'directory'>,
  submission: Submission,
  organization: Organization,
): Promise<WhoSeals> =>
  sealingSaidBy(submission) ?? (await settingAt(world, organization, submission.submittedAt));
