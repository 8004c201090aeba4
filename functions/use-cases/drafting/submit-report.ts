// How does a draft become a submission? Its version is frozen, its chain and recipients are checked, and the workflow starts.
import { requireNoError, requirePassedOver } from '../../document/check/refuse-findings.ts';
import { chained } from '../../domain/audit-event.ts';
import { contentHash } from '../../domain/canonical-hash.ts';
import { checkChainPeople } from '../../domain/chain-people.ts';
import { type Findable, findableReport } from '../../domain/findable.ts';
import type { ReportId, SubmissionId } from '../../domain/ids.ts';
import { type ApprovalRound, isValidAt } from '../../domain/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import {
  type ComeBack,
  expectRevision,
  expectStatus,
  type Report,
  submitReport as submit,
} from '../../domain/report.ts';
import type { RecipientLine, ReportContent, SignatureBlock } from '../../domain/report-content.ts';
import { checkChain, type Submission, startSubmission } from '../../domain/submission.ts';
import { markOf, pressOnce } from '../effects/press-once.ts';
import { startWorkflow } from '../effects/resume-workflow.ts';
import { ONE_PERSON, retryConflicts } from '../effects/retry-conflicts.ts';
import {
  findFrozen,
  findNames,
  findOwnReport,
  findOwnSubmission,
  findSubmission,
} from '../reading/find.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import { signatureOf } from '../reading/printed-signer.ts';
import { findingsIn, type Meant, meantBy } from '../reading/report-findings.ts';
import type { Needs } from '../world.ts';
import { requireAttachments } from './require-attachments.ts';

/**
 * Everybody who is asked works here today and may do what he is asked for, and it is known how the signer is printed. Refusals:
 * chain_person_unknown, key_missing, signature_unknown.
 */
const checkPeople = async (
  { directory }: Needs<'directory'>,
  caller: Caller,
  chain: ApprovalRound[],
  signature: SignatureBlock | null,
): Promise<void> => {
  const signerId = checkChain(chain);
  const people = await directory.people(caller.organization.id);
  checkChainPeople(chain, people, caller.at);
  const signer = people.find(({ id }) => id === signerId);
  if (!signer?.signingKey) throw new Refusal('key_missing');
  if (signature === null) {
    const path = ['chain', chain.length - 1, 'people', 0];
    const fields = [{ path, message: `nobody has said how ${signerId} is printed` }];
    throw new Refusal('signature_unknown', { fields });
  }
};

/** Whoever gets it by the system is there and open. Refusals: recipient_unknown, recipient_closed. */
const checkRecipients = (caller: Caller, content: ReportContent, meant: Meant): void => {
  const lines: { path: (string | number)[]; recipient: RecipientLine }[] = [
    ...content.addressees.map((recipient, index) => ({
      path: ['content', 'addressees', index],
      recipient,
    })),
    ...content.recipients.map((recipient, index) => ({
      path: ['content', 'recipients', index],
      recipient,
    })),
  ];
  for (const { path, recipient } of lines.filter(
    ({ recipient: { means } }) => means === 'system',
  )) {
    const at = [...path, 'organizationId'];
    const organization = recipient.organizationId && meant.get(recipient.organizationId);
    if (!organization) {
      const message = 'is no organization of the directory';
      const fields = [{ path: at, message, wrong: { what: 'notKnown' as const } }];
      throw new Refusal('recipient_unknown', { fields });
    }
    if (!isValidAt(organization, caller.at)) {
      const fields = [{ path: at, message: 'no longer exists', wrong: { what: 'gone' as const } }];
      throw new Refusal('recipient_closed', { fields });
    }
  }
};

/** By which words it is found from now on, and was before it came back. */
const findable = async (
  world: Needs<'records' | 'directory'>,
  after: Findable,
  comeBack: ComeBack | null,
): Promise<{ before: Findable | null; after: Findable }> => {
  if (comeBack === null) return { before: null, after };
  const [earlier, words] = await Promise.all([
    findSubmission(world, comeBack.submissionId),
    findFrozen(world, comeBack.submissionId),
  ]);
  const earlierNames = await findNames(world, earlier);
  return { before: findableReport(earlier, words, earlierNames, null), after };
};

type Wish = {
  reportId: ReportId;
  revision: number;
  chain?: ApprovalRound[] | undefined;
  /** Rules whose warnings the drafter has seen and lets stand. */
  passedOver?: string[] | undefined;
};
type Submitted = { report: Report; submission: Submission };

const freeze = async (
  world: Needs<'records' | 'directory' | 'ids' | 'working' | 'layouts'>,
  caller: Caller,
  wish: Wish,
): Promise<Submitted> => {
  const before = await findOwnReport(world, caller, wish.reportId);
  expectRevision(before, wish.revision);
  const { content, savedBy, version, drafterId, comeBack } = expectStatus(before, 'draft');
  const chain = wish.chain ?? caller.organization.settings.chain;
  const [signature, meant, names] = await Promise.all([
    signatureOf(world, chain),
    meantBy(world, content),
    findNames(world, { drafterId, chain }),
  ]);
  const findings = await findingsIn(world, content, caller, { meant, signer: signature });
  const layoutVersion = world.layouts.newest;
  const submission = startSubmission({
    id: world.ids.submission(),
    reportId: before.id,
    organizationId: before.organizationId,
    drafterId,
    version,
    savedBy,
    content,
    chain,
    layoutVersion,
    contentHash: contentHash(content, chain, layoutVersion),
    findings,
    sealing: caller.organization.settings.sealing,
    at: caller.at,
  });
  const submitted: Report = submit(before, submission, caller.at);
  await checkPeople(world, caller, chain, signature);
  checkRecipients(caller, content, meant);
  await requireAttachments(world, before.id, content);
  requireNoError(findings);
  requirePassedOver(findings, wish.passedOver ?? []);
  const { after, events } = chained(submitted, caller.person.id, caller.at, {
    kind: 'submitted',
    submissionId: submission.id,
    version,
    contentHash: submission.contentHash,
  });
  await world.records.commit({
    report: { before, after, events },
    submission: { before: null, after: submission, frozen: content },
    findable: await findable(world, findableReport(submission, content, names, null), comeBack),
    ...markOf(caller, submission.id),
  });
  return { report: after, submission };
};

/**
 * Trình ký. Refusals: report_not_found, not_permitted, revision_conflict, status_wrong, input_invalid (a compulsory part
 * is missing, or the signature is not that of who signs), chain_empty, chain_without_signer, chain_person_unknown,
 * key_missing, signature_unknown, recipient_unknown, recipient_closed, attachment_missing, attachment_not_as_named,
 * signer_saved_this_version, document_secret, text_unprintable, findings_open, content_too_large.
 */
export const submitReport = async (
  world: Needs<'records' | 'directory' | 'ids' | 'workflow' | 'working' | 'layouts' | 'presses'>,
  caller: Caller,
  wish: Wish,
): Promise<Submitted> => {
  requireRole(caller, 'drafter');
  const act = () => freeze(world, caller, wish);
  const found = async (made: SubmissionId) => ({
    report: await findOwnReport(world, caller, wish.reportId),
    submission: await findOwnSubmission(world, caller, made),
  });
  const submitted = await retryConflicts(() => pressOnce(world, caller, act, found), ONE_PERSON);
  await startWorkflow(world, submitted.submission);
  return submitted;
};
