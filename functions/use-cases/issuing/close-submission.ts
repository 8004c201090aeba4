// How does a submission end? Issued and entered into the register, handed back, or simply as its people have decided.
import type { Closing } from '../../contracts/hand-offs.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { IssuedFile } from '../../domain/issued/issue.ts';
import type { KnownFile } from '../../domain/issued/known-file.ts';
import { completeEntry } from '../../domain/issued/register.ts';
import { yearOf } from '../../domain/office-calendar.ts';
import { REFUSAL_CODES, Refusal } from '../../domain/refusal.ts';
import { findableReport } from '../../domain/search/findable.ts';
import { follow } from '../../domain/workflow/following.ts';
import { completeIssue, handBack, signerOf } from '../../domain/workflow/issuing.ts';
import {
  expectSubmission,
  refuseWrongStatus,
  type SubmissionIn,
} from '../../domain/workflow/submission.ts';
import { bothMoved } from '../effects/move-both.ts';
import { retryConflicts } from '../effects/retry-conflicts.ts';
import type { Change } from '../ports.ts';
import {
  findFrozen,
  findPeople,
  findReport,
  findSubmission,
  namedIn,
  namesOf,
} from '../reading/find.ts';
import type { Needs, WorldOf } from '../world.ts';
import { settleSubmission } from './settle-submission.ts';

const NEEDS = [
  'reports',
  'submissions',
  'deliveries',
  'registers',
  'knownFiles',
  'commit',
  'directory',
  'clock',
] as const;
type Closer = WorldOf<typeof NEEDS>;

/** Which of these files somebody has issued before. */
const knownAmong = async (
  { knownFiles }: Needs<'knownFiles'>,
  files: readonly IssuedFile[],
): Promise<Set<Sha256>> => {
  const known = await Promise.all(files.map(({ sha256 }) => knownFiles.read(sha256)));
  return new Set(known.flatMap((file) => file?.sha256 ?? []));
};

/** Those that nobody has issued before, each once. A file that is sent on stays known as its first issuer's. */
const firstIssued = (files: readonly KnownFile[], known: ReadonlySet<Sha256>): KnownFile[] => [
  ...new Map(
    files
      .filter(({ sha256 }) => !known.has(sha256))
      .toReversed()
      .map((file) => [file.sha256, file]),
  ).values(),
];

/** Register entry complete, report issued, its files known by their hashes. */
const issued = async (world: Closer, before: SubmissionIn<'issuing'>): Promise<Change> => {
  const at = world.clock.now();
  const moved = { before, after: completeIssue(before, at) };
  const { number, files, reportId, sealPressedBy } = moved.after;
  const [report, organization, signer, content, people, known, entry] = await Promise.all([
    findReport(world, reportId),
    world.directory.organization(before.organizationId),
    world.directory.person(signerOf(before)),
    findFrozen(world, before.id),
    findPeople(world, namedIn(before)),
    knownAmong(world, [files.pdf, files.docx, ...files.attachments]),
    world.registers.row(before.organizationId, yearOf(number.date), number.series, number.number),
  ]);
  if (!organization || !signer) throw new Refusal('organization_not_found');
  if (entry === null)
    throw new Refusal('status_wrong', { message: 'the register does not know the number' });
  const names = namesOf(namedIn(before), people);
  const { series: _, ...given } = number;
  const fileOf = (role: KnownFile['role'], { sha256, versionId }: IssuedFile): KnownFile => ({
    ...given,
    role,
    sha256,
    versionId,
    reportId,
    organizationName: organization.name,
  });
  return {
    report: follow(report, moved, { signerName: signer.name }, { actor: 'workflow', at }),
    submission: moved,
    asked: { add: [], remove: await world.submissions.askedIn(before.id) },
    step: {
      organizationId: before.organizationId,
      submissionId: before.id,
      kind: 'issue',
      since: before.submittedAt,
      at,
    },
    outgoing: { before: entry, after: completeEntry(entry, at, sealPressedBy === null) },
    findable: {
      before: findableReport(before, content, names, null),
      after: findableReport(before, content, names, given),
    },
    file: firstIssued(
      [
        fileOf('pdf', files.pdf),
        fileOf('docx', files.docx),
        ...files.attachments.map((attachment) => fileOf('attachment', attachment)),
      ],
      known,
    ),
  };
};

/** The report goes back to its drafter with the reason why it could not be issued. */
const handedBack = async (
  world: Closer,
  before: SubmissionIn<'inReview' | 'issuing'>,
  reason: string,
): Promise<Change> => {
  const moved = { before, after: handBack(before) };
  const by = { actor: 'workflow', at: world.clock.now() } as const;
  return {
    ...(await bothMoved(world, moved, { reason }, by)),
    asked: { add: [], remove: await world.submissions.askedIn(before.id) },
  };
};

/**
 * What people decided was stored with their decision; here the workflow only takes note of it.
 * Closing again changes nothing, but that an issued report whose recipients have it owes nothing any more.
 * Refusals: submission_not_found, status_wrong.
 */
export const closeSubmission = (
  world: Closer,
  { submissionId, how, reason }: Closing,
): Promise<void> =>
  retryConflicts(async () => {
    const before = await findSubmission(world, submissionId);
    // A document that is issued goes nowhere but to its recipients: what keeps it from them is for the clerk.
    const isIssued = before.status === 'issued';
    if (before.status === 'ended' || (isIssued && how !== 'handedBack')) {
      return settleSubmission(world, before);
    }
    if (how === 'issued') {
      return world.commit(await issued(world, expectSubmission(before, 'issuing')));
    }
    // Nobody has agreed in vain for what nobody foresaw, which machines of before hand back as well: that is for the clerk.
    const isRefused = reason !== null && (REFUSAL_CODES as readonly string[]).includes(reason);
    if (how === 'handedBack' && isRefused) {
      const handed = expectSubmission(before, 'inReview', 'issuing');
      return world.commit(await handedBack(world, handed, reason));
    }
    return refuseWrongStatus(before);
  });
closeSubmission.needs = NEEDS;
