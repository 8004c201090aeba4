// What if nobody decides? They are reminded as often as the office says, until clerk and drafter are told as well; then ever more rarely.
import type { Patience, Reminding } from '../../contracts/hand-offs.ts';
import { patienceAfter } from '../../domain/directory/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import { remind } from '../../domain/workflow/approving.ts';
import { isSameWait, outcomeOf } from '../../domain/workflow/wait.ts';
import { bothMoved } from '../effects/move-both.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { tellOfDelay, tellThoseAsked } from '../effects/tell-people.ts';
import { findSubmission } from '../reading/find.ts';
import type { WorldOf } from '../world.ts';

const NEEDS = ['reports', 'submissions', 'commit', 'directory', 'mail', 'clock'] as const;

/**
 * How many seconds to wait until the next time. A wait that has been answered is not reminded of. Refusals:
 * submission_not_found, organization_not_found.
 */
export const remindPeople = async (
  world: WorldOf<typeof NEEDS>,
  { submissionId, wait }: Reminding,
): Promise<Patience> => {
  const at = world.clock.now();
  const reminded = await retryConflicts(async () => {
    const before = await findSubmission(world, submissionId);
    const organization = await world.directory.organization(before.organizationId);
    if (organization === null) throw new Refusal('organization_not_found');
    const { settings } = organization;
    if (before.status === 'ended' || outcomeOf(before, wait) !== null)
      return patienceAfter(0, settings);
    const after = remind(before);
    const late = after.reminders >= settings.remindersBeforeEscalation;
    const told = { isLate: late };
    const asked = (await world.submissions.askedIn(submissionId))
      .filter((one) => isSameWait(one.wait, wait))
      .map((one) => ({ ...one, reminders: after.reminders }));
    await world.commit({
      ...(await bothMoved(world, { before, after }, told, { actor: 'workflow', at })),
      asked: { add: asked, remove: [] },
    });
    return { submission: after, asked, late, patience: patienceAfter(after.reminders, settings) };
  });
  if (typeof reminded === 'number') return reminded;
  await tellThoseAsked(world, reminded.asked, true);
  if (reminded.late) await tellOfDelay(world, reminded.submission);
  return reminded.patience;
};
remindPeople.needs = NEEDS;
