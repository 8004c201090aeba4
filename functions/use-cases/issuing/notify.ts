// Who is told of a delivery, of how a submission ended, of what somebody has said about it, or of how somebody comes in?
import type { Notifying } from '../../contracts/hand-offs.ts';
import { openChanges } from '../../domain/directory/settled-access.ts';
import { deliveryIdOf, type OrganizationId, type PersonId } from '../../domain/ids.ts';
import { undecidedIn } from '../../domain/workflow/approving.ts';
import type { Submission } from '../../domain/workflow/submission.ts';
import {
  tellOfAccess,
  tellOfHeldDelivery,
  tellOfRemark,
  tellOfReturn,
  tellOfSettled,
  tellRecipient,
} from '../effects/tell-people.ts';
import { findSubmission } from '../reading/find.ts';
import type { WorldOf } from '../world.ts';
import { tellOfEnd } from './tell-of-end.ts';

const NEEDS = ['submissions', 'deliveries', 'directory', 'mail', 'clock'] as const;
type Teller = WorldOf<typeof NEEDS>;

/** A recipient learns what has come and nobody there has opened, or the clerks that the recipient cannot be reached. */
const tellOfDelivery = async (
  world: Teller,
  { organizationId, reportId, subject }: Submission,
  recipientId: OrganizationId,
): Promise<void> => {
  const delivery = await world.deliveries.read(deliveryIdOf(reportId, recipientId));
  if (delivery?.status === 'arrived') return tellRecipient(world, delivery);
  const held = delivery === null ? await world.deliveries.held(reportId, recipientId) : null;
  if (held?.status !== 'waiting') return;
  return tellOfHeldDelivery(world, { organizationId, recipientName: held.recipientName, subject });
};

/**
 * Who has it, who has sent it and who has remarked on it before, but not the author of the remark. Who is yet to be
 * asked reads it then.
 */
const concernedBy = (submission: Submission, by: PersonId): PersonId[] => {
  const { drafterId, comments } = submission;
  const isAsked = submission.status === 'inReview' && submission.askedAt !== null;
  const asked = isAsked ? undecidedIn(submission) : [];
  const all = new Set([drafterId, ...asked, ...comments.map(({ personId }) => personId)]);
  all.delete(by);
  return [...all];
};

/** Of the latest of that kind that does not stand yet: what stands by now, or was called off, is told of no more. */
const tellOfAccessChange = async (
  world: Teller,
  { accessOf, what }: Extract<Notifying, { accessOf: PersonId }>,
): Promise<void> => {
  const person = await world.directory.person(accessOf);
  const open = person && openChanges(person, world.clock.now());
  const change = open?.findLast(({ kind }) => kind === what);
  if (!person || !change) return;
  const by = await world.directory.person(change.askedBy);
  await tellOfAccess(world, { person, change, byName: by?.name ?? '' });
};

/** At most twice of one thing: whoever asks does so once, and a call that failed is made once more. */
export const notify = async (world: Teller, notice: Notifying): Promise<void> => {
  if ('accessOf' in notice) return tellOfAccessChange(world, notice);
  if ('settledOf' in notice) {
    const { settledOf, by, changes } = notice;
    const person = await world.directory.person(settledOf);
    const byName = (await world.directory.person(by))?.name ?? '';
    return person === null ? undefined : tellOfSettled(world, { person, changes, byName });
  }
  const submission = await findSubmission(world, notice.submissionId);
  const { organizationId, drafterId, subject } = submission;
  if ('remarkedBy' in notice) {
    const by = await world.directory.person(notice.remarkedBy);
    const people = concernedBy(submission, notice.remarkedBy);
    return tellOfRemark(world, { people, subject, byName: by?.name ?? '' });
  }
  if ('sentBackBy' in notice) {
    const recipient = await world.directory.organization(notice.sentBackBy);
    const recipientName = recipient?.name ?? '';
    return tellOfReturn(world, { organizationId, drafterId, subject, recipientName });
  }
  return notice.recipientId === null
    ? tellOfEnd(world, submission)
    : tellOfDelivery(world, submission, notice.recipientId);
};
notify.needs = NEEDS;
