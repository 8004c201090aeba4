// What am I to decide on? The words, the page that will be signed, its hash, and what I may press.
import type { ReportContent } from '../../domain/content/report-content.ts';
import { hasRole } from '../../domain/directory/organization.ts';
import { pageKey } from '../../domain/file-keys.ts';
import type { Sha256, SubmissionId } from '../../domain/ids.ts';
import { decisionOf, mayComment, roleFor, roundOf } from '../../domain/workflow/approving.ts';
import { mayDecideUrgency } from '../../domain/workflow/deciding-urgency.ts';
import type { DecisionKind, Submission } from '../../domain/workflow/submission.ts';
import type { FileLink } from '../ports.ts';
import { findFrozen, findSubmissionOfMine } from '../reading/find.ts';
import type { Caller } from '../reading/identify.ts';
import { type SubmissionAndPeople, withPeople } from '../reading/submission-and-people.ts';
import type { WorldOf } from '../world.ts';

type MayPress = DecisionKind | 'urgency' | 'comment';

export type ToDecide = SubmissionAndPeople & {
  content: ReportContent;
  /** The PDF with number and date blank. */
  page: (FileLink & { fileName: string; sha256: Sha256 }) | null;
  may: MayPress[];
};

/** What this person may press now; the rules themselves are in `decide`. */
const mayPress = (submission: Submission, { person, at }: Caller): MayPress[] => {
  if (submission.status !== 'inReview') return [];
  const round = roundOf(submission);
  const asked = submission.askedAt !== null && round?.people.includes(person.id);
  const remark = mayComment(submission, person.id) ? (['comment'] as const) : [];
  const isDone = !asked || decisionOf(submission, person.id) !== undefined;
  if (!round || isDone || !hasRole(person, roleFor(round), at)) return [...remark];
  const urgency = mayDecideUrgency(submission, person.id) ? (['urgency'] as const) : [];
  return [round.kind === 'sign' ? 'sign' : 'agree', 'return', 'reject', ...urgency, ...remark];
};

const NEEDS = ['submissions', 'directory', 'working'] as const;

/** For everybody of the chain, the drafter and clerks. Refusals: submission_not_found, not_permitted. */
export const readSubmission = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  id: SubmissionId,
): Promise<ToDecide> => {
  const submission = await findSubmissionOfMine(world, caller, id);
  const fileName = `Trình ký ${submission.symbol}.pdf`;
  const { pageHash } = submission;
  return {
    ...(await withPeople(world, submission, caller.organization)),
    content: await findFrozen(world, id),
    page:
      pageHash === null
        ? null
        : {
            ...(await world.working.link(pageKey(id), fileName)),
            fileName,
            sha256: pageHash,
          },
    may: mayPress(submission, caller),
  };
};
readSubmission.needs = NEEDS;
