// What do tests begin with? Small valid things about invented people, each changed where a test cares.

import { LAYOUTS } from '../../functions/document/layouts.ts';
import { contentHash } from '../../functions/domain/canonical-hash.ts';
import { runsOf } from '../../functions/domain/content/block.ts';
import {
  NO_OPTIONAL_PARTS,
  type ReportContent,
} from '../../functions/domain/content/report-content.ts';
import type {
  ApprovalRound,
  Organization,
  Person,
} from '../../functions/domain/directory/organization.ts';
import { type Instant, PersonId, Sha256 } from '../../functions/domain/ids.ts';
import { arrive, type Delivery } from '../../functions/domain/issued/delivery.ts';
import type { Issue } from '../../functions/domain/issued/issue.ts';
import { askRound, decide } from '../../functions/domain/workflow/approving.ts';
import {
  beginIssuing,
  completeReport,
  createReport,
  type ReportIn,
  submitReport,
} from '../../functions/domain/workflow/report.ts';
import {
  expectSubmission,
  type KeptFiles,
  type NumberGiven,
  type SubmissionIn,
  startSubmission,
} from '../../functions/domain/workflow/submission.ts';

/** A working morning in the office: 08:00 in Asia/Ho_Chi_Minh. */
export const MORNING: Instant = '2026-03-02T01:00:00.000Z';

/** Sixty-four times this digit. */
export const aHash = (digit: string): Sha256 => Sha256.parse(digit.repeat(64));
export const A_HASH = aHash('a');

/** Whoever signs in as this. */
export const aPersonId = (sub: string): PersonId => PersonId.parse(sub);

let made = 0;
/** Twenty-six characters, as ids have; every call gives another. */
const nextName = (): string => {
  made += 1;
  return made.toString(36).padStart(26, '0');
};

export const anOrganization = (given: Partial<Organization> = {}): Organization => ({
  id: 'org_son-trung',
  name: 'UBND xã Sơn Trung',
  parentId: null,
  superiorLine: null,
  agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
  place: 'Sơn Trung',
  abbreviation: 'UBND',
  code: 'H99.10.01',
  validFrom: '2023-01-01T00:00:00Z',
  validUntil: null,
  successorId: null,
  settings: {
    sealing: 'automatic',
    series: 'perType',
    chain: [],
    remindAfterSeconds: 3_600,
    remindersBeforeEscalation: 3,
    sealDiameter: 36,
    withoutTimestamp: 'goOn',
    revokedCertificates: [],
  },
  sealKey: null,
  sealImage: null,
  ...given,
});

export const aPerson = (given: Partial<Person> = {}): Person => ({
  id: aPersonId('tran-thi-thu-ha'),
  organizationId: 'org_son-trung',
  name: 'Trần Thị Thu Hà',
  title: 'Công chức Văn phòng - Thống kê',
  // No two people sign in under the same.
  email: `${given.id ?? 'tran-thi-thu-ha'}@example.com`,
  roles: ['drafter'],
  validFrom: '2023-01-01T00:00:00Z',
  validUntil: null,
  signatureBlock: null,
  signingKey: null,
  signatureImage: null,
  accessChanges: [],
  ...given,
});

export const DRAFTER = aPerson();
export const REVIEWER = aPerson({
  id: aPersonId('le-quoc-hung'),
  name: 'Lê Quốc Hưng',
  title: 'Phó Chủ tịch',
  roles: ['reviewer'],
});
export const CHAIRMAN = aPerson({
  id: aPersonId('nguyen-van-minh'),
  name: 'Nguyễn Văn Minh',
  title: 'Chủ tịch',
  roles: ['signer'],
  signatureBlock: {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    titles: ['CHỦ TỊCH'],
    name: 'Nguyễn Văn Minh',
  },
});
export const CLERK = aPerson({
  id: aPersonId('phan-thi-ngoc-lan'),
  name: 'Phan Thị Ngọc Lan',
  title: 'Văn thư',
  roles: ['clerk', 'recipientOfficer'],
});

/** The chairman signs, after one review. */
export const A_CHAIN: ApprovalRound[] = [
  { kind: 'review', people: [REVIEWER.id], needed: 1 },
  { kind: 'sign', people: [CHAIRMAN.id], needed: 1 },
];

export const aContent = (given: Partial<ReportContent> = {}): ReportContent => ({
  type: 'baoCao',
  superiorLine: null,
  agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
  symbol: 'BC-UBND',
  place: 'Sơn Trung',
  subject: 'Kết quả thực hiện công tác cải cách hành chính quý I',
  addressees: [
    { text: 'UBND huyện Hương Sơn', organizationId: 'org_huyen-huong-son', means: 'system' },
  ],
  blocks: [{ kind: 'paragraph', runs: runsOf('Ủy ban nhân dân xã báo cáo kết quả như sau:') }],
  recipients: [{ text: 'Như trên', organizationId: null, means: 'nameOnly' }],
  archive: 'Lưu: VT',
  signature: {
    authority: 'TM. ỦY BAN NHÂN DÂN',
    titles: ['CHỦ TỊCH'],
    name: 'Nguyễn Văn Minh',
  },
  ...NO_OPTIONAL_PARTS,
  ...given,
});

/** A draft on the drafter's desk; every call makes another report. */
export const aReport = (
  given: Partial<Parameters<typeof createReport>[0]> = {},
): ReportIn<'draft'> =>
  createReport({
    id: `rpt_${nextName()}`,
    organizationId: 'org_son-trung',
    drafterId: DRAFTER.id,
    content: aContent(),
    at: MORNING,
    ...given,
  });

/** A report that was just submitted, and its submission. */
export const aSubmission = (
  draft = aReport(),
  chain = A_CHAIN,
): {
  report: ReportIn<'inReview'>;
  submission: SubmissionIn<'inReview'>;
  frozen: ReportContent;
} => {
  const submission = startSubmission({
    findings: [],
    sealing: 'automatic',
    id: `sbm_${nextName()}`,
    reportId: draft.id,
    organizationId: draft.organizationId,
    drafterId: draft.drafterId,
    version: draft.version,
    savedBy: draft.savedBy,
    content: draft.content,
    chain,
    layoutVersion: LAYOUTS.newest,
    contentHash: contentHash(draft.content, chain, LAYOUTS.newest),
    at: MORNING,
  });
  return { report: submitReport(draft, submission, MORNING), frozen: draft.content, submission };
};

/** A submission that the chairman has signed; its report is being issued and has no number yet. */
export const aSignedSubmission = (
  draft = aReport(),
): {
  report: ReportIn<'issuing'>;
  submission: SubmissionIn<'issuing'>;
  frozen: ReportContent;
} => {
  const { report, submission, frozen } = aSubmission(draft);
  const wish = { reason: null, contentHash: submission.contentHash, signedInAt: MORNING };
  const reviewed = decide(
    askRound(submission, A_HASH, MORNING),
    REVIEWER,
    { ...wish, kind: 'agree' },
    MORNING,
  );
  const asked = askRound(expectSubmission(reviewed, 'inReview'), A_HASH, MORNING);
  const decided = decide(asked, CHAIRMAN, { ...wish, kind: 'sign' }, MORNING);
  const signed = expectSubmission(decided, 'issuing');
  return { report: beginIssuing(report, signed, MORNING), submission: signed, frozen };
};

export const anIssue = (given: Partial<Issue> = {}): Issue => ({
  number: 118,
  symbol: 'BC-UBND',
  date: '2026-03-02',
  signerId: CHAIRMAN.id,
  signerName: CHAIRMAN.name,
  sealing: 'automatic',
  sealedBy: null,
  urgency: null,
  issuedAt: MORNING,
  pdf: { key: 'issued/118.pdf', versionId: 'v1', sha256: A_HASH, bytes: 100_000 },
  docx: { key: 'issued/118.docx', versionId: 'v1', sha256: aHash('b'), bytes: 20_000 },
  attachments: [],
  ...given,
});

/** Its files, as they lie under lock. */
export const KEPT: KeptFiles = {
  pdf: anIssue().pdf,
  docx: anIssue().docx,
  attachments: [],
  timestamped: true,
};

/** The first of the year's after those on paper. */
export const A_NUMBER: NumberGiven = {
  number: 118,
  symbol: 'BC-UBND',
  date: '2026-03-02',
  series: 'baoCao',
};

export const anIssuedReport = (issue = anIssue()): ReportIn<'issued'> =>
  completeReport(aSignedSubmission().report, issue, MORNING);

/** One issued report at one recipient; every call is about another report. */
export const aDelivery = (given: Partial<Parameters<typeof arrive>[0]> = {}): Delivery =>
  arrive({
    reportId: `rpt_${nextName()}`,
    submissionId: `sbm_${nextName()}`,
    senderId: 'org_son-trung',
    senderName: 'UBND xã Sơn Trung',
    recipientId: 'org_huyen-huong-son',
    type: 'baoCao',
    subject: 'Kết quả thực hiện công tác cải cách hành chính quý I',
    issue: anIssue(),
    at: MORNING,
    ...given,
  });
