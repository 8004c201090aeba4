// How does a draft become a submission? All that it depends on is read at once and checked, its version is frozen, and the workflow starts.
import { requireNoError, requirePassedOver } from '../../document/check/refuse-findings.ts';
import { contentHash } from '../../domain/canonical-hash.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import type { ApprovalRound, Person } from '../../domain/directory/organization.ts';
import { checkRecipients } from '../../domain/directory/recipients-there.ts';
import { type Instant, type ReportId, SubmissionId } from '../../domain/ids.ts';
import { findableReport } from '../../domain/search/findable.ts';
import { checkChainPeople, checkSigner, signerIn } from '../../domain/workflow/chain-people.ts';
import { follow } from '../../domain/workflow/following.ts';
import {
  expectRevision,
  expectStatus,
  type Report,
  type ReportIn,
} from '../../domain/workflow/report.ts';
import { type Submission, startSubmission } from '../../domain/workflow/submission.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { startWorkflow } from '../effects/resume-workflow.ts';
import { ONE_PERSON, retryConflicts } from '../effects/retry-conflicts.ts';
import {
  findFrozen,
  findOwnReport,
  findOwnSubmission,
  findPeople,
  findSubmission,
  namedIn,
  namesOf,
  type People,
} from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { findingsIn, meantBy } from '../reading/report-findings.ts';
import type { WorldOf } from '../world.ts';
import { lookAtAttachments, requireAttachments } from './require-attachments.ts';

const NEEDS = [
  'reports',
  'submissions',
  'commit',
  'presses',
  'directory',
  'workflow',
  'layouts',
  'working',
  'ids',
] as const;
type World = WorldOf<typeof NEEDS>;

type Wish = {
  reportId: ReportId;
  revision: number;
  chain?: ApprovalRound[] | undefined;
  /** Rules whose warnings the drafter has seen and lets stand. */
  passedOver?: string[] | undefined;
};
type Submitted = { report: Report; submission: Submission };

/** The submission that came back, and the words that it froze. */
const findEarlier = async (world: World, id: SubmissionId) => {
  const [submission, content] = await Promise.all([
    findSubmission(world, id),
    findFrozen(world, id),
  ]);
  return { submission, content };
};

/** Everything that submitting goes by, read at once: who is asked, who gets it, what is uploaded, what was submitted before. */
const gather = async (
  world: World,
  { id, content, drafterId, comeBack }: ReportIn<'draft'>,
  chain: ApprovalRound[],
  at: Instant,
) => {
  const [people, meant, looked, earlier] = await Promise.all([
    findPeople(world, [drafterId, ...chain.flatMap((round) => round.people)]),
    meantBy(world, content, at),
    lookAtAttachments(world, id, content),
    comeBack && findEarlier(world, comeBack.submissionId),
  ]);
  const others = earlier ? namedIn(earlier.submission).filter((one) => !people.has(one)) : [];
  const everybody: People = new Map([...people, ...(await findPeople(world, others))]);
  return { people: everybody, meant, looked, earlier };
};

const freeze = async (world: World, caller: Caller, wish: Wish): Promise<Submitted> => {
  const before = await findOwnReport(world, caller, wish.reportId);
  expectRevision(before, wish.revision);
  const draft = expectStatus(before, 'draft');
  const { content, version } = draft;
  const chain = wish.chain ?? caller.organization.settings.chain;
  const { people, meant, looked, earlier } = await gather(world, draft, chain, caller.at);

  const signerId = signerIn(chain);
  const signer = signerId && people.get(signerId);
  const findings = findingsIn(content, caller, meant, signer?.signatureBlock ?? null);
  const layoutVersion = world.layouts.newest;
  const submission = startSubmission({
    id: world.ids.submission(),
    reportId: draft.id,
    organizationId: draft.organizationId,
    drafterId: draft.drafterId,
    version,
    savedBy: draft.savedBy,
    content,
    chain,
    layoutVersion,
    contentHash: contentHash(content, chain, layoutVersion),
    findings,
    sealing: caller.organization.settings.sealing,
    at: caller.at,
  });
  const ofTheOffice = (person: Person) => person.organizationId === caller.organization.id;
  checkChainPeople(chain, [...people.values()].filter(ofTheOffice), caller.at);
  checkSigner(chain, signer);
  checkRecipients(content, meant.organizations, caller.at);
  requireAttachments(content, looked);
  requireNoError(findings);
  requirePassedOver(findings, wish.passedOver ?? []);

  const moved = { before: null, after: submission };
  const report = follow(before, moved, {}, { actor: caller.person.id, at: caller.at });
  /** By which words this version is found. */
  const findable = (one: Submission, words: ReportContent) =>
    findableReport(one, words, namesOf(namedIn(one), people), null);
  await world.commit({
    report,
    submission: { ...moved, frozen: content },
    findable: {
      before: earlier && findable(earlier.submission, earlier.content),
      after: findable(submission, content),
    },
    ...markOf(caller, submission.id),
  });
  return { report: report.after, submission };
};

/**
 * Trình ký. Refusals: report_not_found, not_permitted, revision_conflict, status_wrong, input_invalid (a compulsory part
 * is missing, or the signature is not that of who signs), chain_empty, chain_without_signer, chain_person_unknown,
 * key_missing, signature_unknown, recipient_unknown, recipient_closed, attachment_missing, attachment_not_as_named,
 * signer_saved_this_version, document_secret, text_unprintable, findings_open, content_too_large.
 */
export const submitReport = async (
  world: World,
  caller: Caller,
  wish: Wish,
): Promise<Submitted> => {
  requireRole(caller, 'drafter');
  const act = () => freeze(world, caller, wish);
  const found = async (made: string) => ({
    report: await findOwnReport(world, caller, wish.reportId),
    submission: await findOwnSubmission(world, caller, SubmissionId.parse(made)),
  });
  const submitted = await retryConflicts(() => pressOnce(world, caller, act, found), ONE_PERSON);
  await startWorkflow(world, submitted.submission);
  return submitted;
};
submitReport.needs = NEEDS;
