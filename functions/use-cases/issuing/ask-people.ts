// How are people asked? The token is stored, the wait shows up on their lists, and an answer that is already there counts at once.
import type { Asking } from '../../contracts/hand-offs.ts';
import type { Instant } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { askRound, undecidedIn } from '../../domain/workflow/approving.ts';
import type { Asked } from '../../domain/workflow/asked.ts';
import { follow } from '../../domain/workflow/following.ts';
import { getStuck } from '../../domain/workflow/issuing.ts';
import { expectSubmission, type Submission, settle } from '../../domain/workflow/submission.ts';
import { isSameWait, outcomeOf, type Wait, type WaitToken } from '../../domain/workflow/wait.ts';
import { answerUnder } from '../effects/resume-workflow.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import { tellThoseAsked } from '../effects/tell-people.ts';
import { findReport, findSubmission } from '../reading/find.ts';
import type { Needs, WorldOf } from '../world.ts';
import { askedAbout } from './asked-about.ts';

/** Does the submission say already that it waits so? Of the seal it says nothing. */
const isAsked = (submission: Submission, wait: Wait): boolean => {
  if (wait.kind === 'seal') return true;
  if (wait.kind === 'round') return submission.status === 'inReview' && submission.askedAt !== null;
  return submission.status !== 'ended' && submission.stuck !== null;
};

/** What asking makes of the submission. Whoever asks has taken up whatever was pressed until now. Refusal: status_wrong. */
const ask = (before: Submission, { wait, pageSha256, reason }: Asking, at: Instant): Submission => {
  if (wait.kind === 'round') {
    if (pageSha256 === null)
      throw new Refusal('input_invalid', { message: 'a round is asked about a page' });
    return settle(askRound(expectSubmission(before, 'inReview'), pageSha256, at));
  }
  if (!isAsked(before, wait))
    return getStuck(expectSubmission(before, 'issuing', 'issued'), reason ?? 'unknown', at);
  // Deliveries are owed until they are made, whatever the clerk is asked.
  return before.status === 'issued' ? before : settle(before);
};

/** Who is waited for. */
const askedBy = (submission: Submission, { wait }: Asking, since: Instant): Asked[] => {
  const about = askedAbout(submission, wait, since);
  if (wait.kind !== 'round') return [{ ...about, asked: { role: 'clerk' } }];
  return undecidedIn(submission).map((person) => ({ ...about, asked: { person } }));
};

/** Those who are asked in this wait already; and those of waits before it, which are over. */
const askedNow = async (
  { submissions }: Needs<'submissions'>,
  { submissionId, wait }: Asking,
): Promise<[there: Asked[], over: Asked[]]> => {
  const asked = await submissions.askedIn(submissionId);
  const isHere = (one: Asked) => isSameWait(one.wait, wait);
  return [asked.filter(isHere), asked.filter((one) => !isHere(one))];
};

/** Unless it has been asked again meanwhile, with another token that must not be lost. */
const takeAsTold = async ({ commit }: Needs<'commit'>, token: WaitToken): Promise<void> => {
  try {
    await commit({ told: token });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'revision_conflict')) throw error;
  }
};

const NEEDS = [
  'reports',
  'submissions',
  'tokens',
  'commit',
  'directory',
  'workflow',
  'mail',
  'clock',
] as const;

/**
 * Asking again changes nothing but the token, and tells whoever was asked and could not be told: by two mails rather than
 * by none. Refusals: submission_not_found, status_wrong.
 */
export const askPeople = async (world: WorldOf<typeof NEEDS>, asking: Asking): Promise<void> => {
  const { submissionId, wait, token } = asking;
  const at = world.clock.now();
  const told = { submissionId, wait, token, told: true };
  const untold = await retryConflicts(async () => {
    const [before, earlier] = await Promise.all([
      findSubmission(world, submissionId),
      world.tokens.read(submissionId, wait),
    ]);
    // A press that came before the question.
    if (outcomeOf(before, wait) !== null) {
      await world.commit({ token: told });
      return [];
    }
    const after = ask(before, asking, at);
    const moved = { before, after };
    const [there, over] = await askedNow(world, asking);
    const add = there.length === 0 ? askedBy(after, asking, at) : [];
    const wasUntold = earlier?.told === false;
    const toTell = there.length === 0 ? add : wasUntold ? there : [];
    // A second time is the last: whoever cannot be told then finds it on their list.
    const change = {
      token: { ...told, told: toTell.length === 0 || wasUntold },
      ...(after !== before && { submission: moved }),
    };
    // Asked once more, it stands where it stood.
    if (isAsked(before, wait) && add.length === 0 && over.length === 0) {
      await world.commit(change);
      return toTell;
    }
    const report = await findReport(world, before.reportId);
    await world.commit({
      ...change,
      report: follow(report, moved, { wait: wait.kind }, { actor: 'workflow', at }),
      asked: { add, remove: over },
    });
    return toTell;
  });
  // The answer was there, or has come between reading and storing the token; whoever is later sees both.
  const submission = await findSubmission(world, submissionId);
  const outcome = outcomeOf(submission, wait);
  if (outcome !== null) return answerUnder(world, token, submission, outcome);
  if (untold.length === 0) return;
  await tellThoseAsked(world, untold);
  await takeAsTold(world, told);
};
askPeople.needs = NEEDS;
