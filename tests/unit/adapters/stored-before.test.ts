// Is everything still read that an earlier version stored, and nothing in part that a later one has? A new field that is
// neither left out nor filled in makes unreadable what was stored before it.
// What stands here is never brought up to date: it lies so in the tables of those who have used the system. A field that
// makes one of these red wants a `.default()`, in an event `.optional()`; a new kind of record comes with a literal of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compress, decompress } from '../../../functions/adapters/table/compressed-json.ts';
import { deliveryIn } from '../../../functions/adapters/table/delivery-item.ts';
import {
  organizationIn,
  personIn,
  trustAnchorsIn,
} from '../../../functions/adapters/table/directory-item.ts';
import { eventIn } from '../../../functions/adapters/table/event-item.ts';
import { wordIn } from '../../../functions/adapters/table/findable-item.ts';
import { heldIn } from '../../../functions/adapters/table/held-delivery-item.ts';
import { type Read, readStored } from '../../../functions/adapters/table/item.ts';
import { knownFileIn } from '../../../functions/adapters/table/known-file-item.ts';
import { answerIn, effectIn, keptIn } from '../../../functions/adapters/table/press-item.ts';
import {
  counterIn,
  incomingCounterIn,
  incomingIn,
  outgoingIn,
  queuedIn,
} from '../../../functions/adapters/table/register-item.ts';
import {
  reportIn,
  setAsideIn,
  setAsideRowIn,
  summaryIn,
} from '../../../functions/adapters/table/report-item.ts';
import {
  askedIn,
  correctionIn,
  decidedIn,
  frozenIn,
  stepIn,
  submissionIn,
  tokenIn,
  versionIn,
} from '../../../functions/adapters/table/submission-item.ts';
import { verdictIn } from '../../../functions/adapters/table/verdict-item.ts';
import { ChainHead, Happening } from '../../../functions/domain/audit-event.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { UnsentMail } from '../../../functions/domain/directory/unsent-mail.ts';
import { Template } from '../../../functions/domain/outlines/template.ts';
import { asWritten, WrittenLater } from '../../../functions/domain/written-later.ts';

const TABLE = 'functions/adapters/table/';

const AT = '2026-03-02T01:00:00.000Z';
const DAY = '2026-03-02';
const HASH = 'a'.repeat(64);
const REPORT = 'rpt_00000000000000000000000001';
const SUBMISSION = 'sbm_00000000000000000000000001';
const OFFICE = 'org_son-trung';
const RECIPIENT = 'org_huyen-huong-son';
const DRAFTER = 'tran-thi-thu-ha';
const REVIEWER = 'le-quoc-hung';
const SIGNER = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';
const about = { reportId: REPORT, submissionId: SUBMISSION };
const inOffice = { ...about, organizationId: OFFICE };
const paper = { type: 'baoCao', subject: 'Kết quả quý I', symbol: 'BC-UBND' };

const run = { text: 'Ủy ban nhân dân xã báo cáo như sau:', bold: true };
const CONTENT = {
  ...paper,
  superiorLine: null,
  agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
  place: 'Sơn Trung',
  addressees: [{ text: 'UBND huyện Hương Sơn', organizationId: RECIPIENT, means: 'system' }],
  blocks: [
    { kind: 'legalBasis', runs: [run] },
    { kind: 'division', unit: 'chapter', runs: [run] },
    { kind: 'article', runs: [run] },
    { kind: 'heading', level: 1, runs: [run] },
    { kind: 'clause', level: 2, runs: [run] },
    { kind: 'paragraph', runs: [{ text: 'Không.' }] },
    { kind: 'label', runs: [run] },
    { kind: 'bullet', level: 1, runs: [run] },
    { kind: 'table', columns: [{ share: 1, align: 'left' }], headerRows: 0, rows: [[[run]]] },
  ],
  recipients: [{ text: 'Như trên', organizationId: null, means: 'nameOnly' }],
  archive: 'Lưu: VT',
  signature: { authority: null, titles: ['CHỦ TỊCH'], name: 'Nguyễn Văn Minh' },
};

const FILE = { key: 'signed/118', versionId: '1', sha256: HASH, bytes: 90_000 };
const NUMBER = { number: 118, symbol: 'BC-UBND', date: DAY };
const ISSUE = {
  ...NUMBER,
  signerId: SIGNER,
  signerName: 'Nguyễn Văn Minh',
  sealing: 'automatic',
  sealedBy: null,
  issuedAt: AT,
  pdf: FILE,
  docx: FILE,
};
const CHAIN = { length: 3, hash: HASH };

const report = {
  ...paper,
  id: REPORT,
  organizationId: OFFICE,
  drafterId: DRAFTER,
  version: 2,
  revision: 9,
  createdAt: AT,
  updatedAt: AT,
  events: CHAIN,
};
const standing = {
  round: { number: 1, of: 2, kind: 'review' },
  wait: 'round',
  people: [REVIEWER],
  since: AT,
};
const DRAFT = {
  ...report,
  status: 'draft',
  savedBy: [DRAFTER],
  sitting: { by: DRAFTER, since: AT },
  comeBack: {
    how: 'returned',
    reason: 'Thiếu số liệu',
    by: REVIEWER,
    at: AT,
    submissionId: SUBMISSION,
  },
};
const onItsWay = { ...report, submissionId: SUBMISSION };
const REPORTS = [
  { ...onItsWay, status: 'inReview', standing },
  { ...onItsWay, status: 'issuing', standing: { ...standing, round: null, wait: 'seal' } },
  { ...onItsWay, status: 'issued', issue: ISSUE },
  { ...onItsWay, status: 'rejected', rejection: { by: SIGNER, at: AT, reason: 'Không cần' } },
];
const DISCARDED = {
  id: REPORT,
  organizationId: OFFICE,
  drafterId: DRAFTER,
  revision: 4,
  createdAt: AT,
  events: CHAIN,
  status: 'discarded',
  discardedAt: AT,
};

const decision = {
  round: 0,
  personId: REVIEWER,
  kind: 'return',
  reason: 'Thiếu số liệu',
  contentHash: HASH,
  at: AT,
  signedInAt: AT,
};
const submission = {
  id: SUBMISSION,
  reportId: REPORT,
  organizationId: OFFICE,
  drafterId: DRAFTER,
  version: 1,
  savedBy: [DRAFTER],
  subject: paper.subject,
  symbol: paper.symbol,
  urgency: null,
  chain: [
    { kind: 'review', people: [REVIEWER], needed: 1 },
    { kind: 'sign', people: [SIGNER], needed: 1 },
  ],
  findings: [{ rule: 'capitals', severity: 'warning', path: ['subject'], vi: 'Hoa', en: 'Case' }],
  contentHash: HASH,
  recipients: [RECIPIENT],
  submittedAt: AT,
  revision: 7,
  decisions: [decision],
  comments: [{ personId: REVIEWER, at: AT, text: 'Đã xem' }],
  owedSince: null,
};
const underWay = {
  ...submission,
  reminders: 1,
  stuck: { reason: 'key_missing', since: AT },
  executionStopped: false,
};
const numbered = {
  pageHash: HASH,
  number: { ...NUMBER, series: 'baoCao' },
  sealPressedBy: null,
  files: { pdf: FILE, docx: FILE, attachments: [{ name: 'bieu.pdf', ...FILE }], timestamped: true },
};

const asked = {
  ...inOffice,
  subject: paper.subject,
  symbol: paper.symbol,
  urgency: null,
  drafterId: DRAFTER,
  since: AT,
  reminders: 0,
};

const row = {
  signerName: 'Nguyễn Văn Minh',
  recipients: ['UBND huyện Hương Sơn'],
  archive: 'VT',
  copies: 2,
};

const delivery = {
  id: 'dlv_00000000000000000000000001-huyen-huong-son',
  ...about,
  senderId: OFFICE,
  senderName: 'UBND xã Sơn Trung',
  recipientId: RECIPIENT,
  type: paper.type,
  subject: paper.subject,
  issue: ISSUE,
  revision: 3,
  arrivedAt: AT,
  openedAt: AT,
  events: CHAIN,
};
const receipt = {
  by: CLERK,
  at: AT,
  sha256: HASH,
  signatures: [{ signer: 'Nguyễn Văn Minh', organization: null }],
  year: 2026,
  incomingNumber: 7,
};
const held = {
  ...about,
  senderId: OFFICE,
  recipientId: RECIPIENT,
  recipientName: 'UBND huyện Hương Sơn',
  type: paper.type,
  subject: paper.subject,
  ...NUMBER,
  why: 'closed',
  since: AT,
  revision: 2,
};
const byClerk = { by: CLERK, at: AT };

const ORGANIZATION = {
  id: OFFICE,
  name: 'UBND xã Sơn Trung',
  parentId: null,
  superiorLine: null,
  agencyLines: CONTENT.agencyLines,
  place: 'Sơn Trung',
  abbreviation: 'UBND',
  code: 'H99.10.01',
  validFrom: AT,
  validUntil: null,
  successorId: null,
  settings: {
    sealing: 'automatic',
    series: 'perType',
    chain: submission.chain,
    remindAfterSeconds: 3_600,
    remindersBeforeEscalation: 3,
    sealDiameter: 36,
    withoutTimestamp: 'goOn',
    revokedCertificates: [HASH],
  },
  sealKey: { kind: 'kms', keyId: 'alias/one', certificatePem: 'PEM', chainPem: 'PEM' },
  sealImage: HASH,
};
const PERSON = {
  id: SIGNER,
  organizationId: OFFICE,
  name: 'Nguyễn Văn Minh',
  title: 'Chủ tịch',
  email: 'nguyen-van-minh@example.com',
  roles: ['signer'],
  validFrom: AT,
  validUntil: null,
  signatureBlock: CONTENT.signature,
  signingKey: { kind: 'secret', secretId: 'one', certificatePem: 'PEM' },
  signatureImage: null,
};

type Stored = Pick<Read, 'record' | 'content'> & { sk?: string };
const packed = (value: unknown) => new Uint8Array(compress(value));
const record = (...records: object[]): Stored[] => records.map((one) => ({ record: one }));

const FOUND = packed({ file: { verdict: 'valid' }, signatures: [], emptyFields: [] });
const VERDICT = { sha256: HASH, by: HASH, from: AT, until: AT, report: sha256(FOUND) };

/** By its reader: each variant, without what is newer than the oldest. */
const STORED: [read: (item: Read & { after: string }) => unknown, Stored[]][] = [
  [verdictIn, [{ record: VERDICT, content: FOUND }]],
  [reportIn, [{ record: DRAFT, content: packed(CONTENT) }, ...record(...REPORTS, DISCARDED)]],
  [summaryIn, record(DRAFT, ...REPORTS)],
  [setAsideRowIn, record({ reportId: REPORT, hash: HASH, writtenBy: DRAFTER, writtenAt: AT })],
  [
    setAsideIn,
    [
      {
        record: { reportId: REPORT, hash: HASH, writtenBy: DRAFTER, writtenAt: AT },
        content: packed(CONTENT),
      },
    ],
  ],
  [
    submissionIn,
    record(
      { ...underWay, status: 'inReview', round: 0, askedAt: AT, pageHash: HASH },
      { ...underWay, ...numbered, status: 'issuing' },
      { ...underWay, ...numbered, status: 'issued' },
      { ...submission, status: 'ended', how: 'returned', round: 0, pageHash: HASH },
      { ...submission, ...numbered, status: 'ended', how: 'voided' },
    ),
  ],
  [versionIn, record({ id: SUBMISSION, version: 1 })],
  [frozenIn, [{ content: packed(CONTENT) }]],
  [
    correctionIn,
    [
      {
        content: packed([
          { part: 'subject', before: 'Kết quả', after: 'Kết quả quý I' },
          { part: 'blocks', before: CONTENT.blocks[5], after: CONTENT.blocks[6] },
        ]),
      },
    ],
  ],
  [
    stepIn,
    record({
      organizationId: OFFICE,
      submissionId: SUBMISSION,
      kind: 'issue',
      since: AT,
      at: AT,
    }),
  ],
  [
    decidedIn,
    record({
      ...about,
      personId: SIGNER,
      round: 1,
      kind: 'sign',
      subject: paper.subject,
      symbol: paper.symbol,
      at: AT,
    }),
  ],
  [
    askedIn,
    record(
      { ...asked, wait: { kind: 'round', round: 0 }, asked: { person: REVIEWER } },
      { ...asked, wait: { kind: 'stuck' }, asked: { role: 'clerk' } },
    ),
  ],
  [tokenIn, record({ submissionId: SUBMISSION, wait: { kind: 'seal' }, token: 'AAAA' })],
  [
    counterIn,
    record({ organizationId: OFFICE, year: 2026, series: 'all', lastNumber: 118, lastDate: DAY }),
  ],
  [
    queuedIn,
    record({
      ...inOffice,
      ...row,
      series: 'baoCao',
      revision: 7,
      signedAt: AT,
    }),
  ],
  [
    outgoingIn,
    record({
      ...inOffice,
      ...row,
      ...NUMBER,
      year: 2026,
      series: 'baoCao',
      typeAndSubject: 'Báo cáo Kết quả quý I',
      sentAt: AT,
      note: '',
      status: 'complete',
    }),
  ],
  [incomingCounterIn, record({ organizationId: RECIPIENT, year: 2026, lastNumber: 7 })],
  [
    incomingIn,
    record({
      ...NUMBER,
      organizationId: RECIPIENT,
      year: 2026,
      incomingNumber: 7,
      arrivedOn: DAY,
      author: 'UBND xã Sơn Trung',
      typeAndSubject: 'Báo cáo Kết quả quý I',
      receivedBy: 'Võ Thị Hồng Nhung',
      receivedAt: AT,
      deliveryId: delivery.id,
      note: '',
    }),
  ],
  [
    deliveryIn,
    record(
      { ...delivery, status: 'arrived', openedAt: null },
      { ...delivery, status: 'opened' },
      { ...delivery, status: 'received', receipt },
      { ...delivery, status: 'sentBack', sentBack: { ...byClerk, reason: 'Nhầm nơi nhận' } },
    ),
  ],
  [
    heldIn,
    record(
      { ...held, status: 'waiting' },
      { ...held, status: 'sentOn', sentOn: { ...byClerk, to: RECIPIENT, toName: 'Huyện' } },
      { ...held, status: 'writtenOff', writtenOff: { ...byClerk, reason: 'Đã gửi bản giấy' } },
    ),
  ],
  [organizationIn, record(ORGANIZATION)],
  [personIn, record(PERSON)],
  [
    trustAnchorsIn,
    record(
      { certificates: ['AAAA'] },
      { anchors: [{ certificate: 'AAAA', from: AT, until: null }] },
    ),
  ],
  [
    knownFileIn,
    record({
      ...NUMBER,
      sha256: HASH,
      role: 'pdf',
      reportId: REPORT,
      versionId: '1',
      organizationName: 'UBND xã Sơn Trung',
    }),
  ],
  [keptIn, record({ hash: HASH, until: AT })],
  [effectIn, record({ hash: HASH, until: AT, made: REPORT })],
  [answerIn, [{ content: packed({ status: 200, headers: {}, body: '{}' }) }]],
  [wordIn, [{ sk: 'quy#1', record: { id: REPORT, at: AT, words: 'quy ket qua' } }]],
];

const inSubmission = { submissionId: SUBMISSION };
const aboutRound = { ...inSubmission, round: 0 };
const decided = { ...aboutRound, contentHash: HASH };
const aboutRecipient = {
  ...inSubmission,
  recipientId: RECIPIENT,
  recipientName: 'UBND huyện Hương Sơn',
};
const person = { personId: SIGNER, name: PERSON.name };
const organization = { organizationId: OFFICE, name: ORGANIZATION.name };
const { revokedCertificates: _, ...settings } = ORGANIZATION.settings;
const entry = {
  name: PERSON.name,
  title: PERSON.title,
  email: PERSON.email,
  roles: PERSON.roles,
  signature: { authority: null, titles: ['CHỦ TỊCH'] },
};
const { id, parentId, validFrom, validUntil, successorId, sealKey, sealImage, ...itself } =
  ORGANIZATION;
const { settings: __, ...organizationEntry } = itself;
const holder = { kind: 'person', id: SIGNER };

/** What can be in a chain, each kind with what it has said from the beginning. */
const HAPPENED: ({ kind: string } & Record<string, unknown>)[] = [
  { kind: 'created' },
  { kind: 'edited', version: 1 },
  { kind: 'discarded' },
  { kind: 'submitted', ...inSubmission, version: 1, contentHash: HASH },
  { kind: 'withdrawn', ...inSubmission },
  { kind: 'asked', ...aboutRound },
  { kind: 'agreed', ...decided },
  { kind: 'commented', ...inSubmission, text: 'Đã xem' },
  { kind: 'signed', ...decided },
  { kind: 'returned', ...decided, reason: 'Thiếu số liệu' },
  { kind: 'correctionProposed', ...inSubmission, places: 2, hash: HASH },
  {
    kind: 'urgencyDecided',
    ...inSubmission,
    successorId: SUBMISSION,
    urgency: 'urgent',
    contentHash: HASH,
  },
  { kind: 'rejected', ...decided, reason: 'Không cần' },
  { kind: 'reminded', ...aboutRound, reminders: 1 },
  { kind: 'escalated', ...aboutRound, reminders: 3 },
  { kind: 'numbered', ...inSubmission, ...NUMBER },
  { kind: 'sealPressed', ...inSubmission },
  { kind: 'issued', ...inSubmission, sha256: HASH, versionId: '1' },
  { kind: 'stuck', ...inSubmission, reason: 'key_missing' },
  { kind: 'resumed', ...inSubmission },
  { kind: 'voided', ...inSubmission, number: 118, reason: 'Sai thể thức' },
  { kind: 'handedBack', ...inSubmission, reason: 'key_missing' },
  { kind: 'deliveryHeld', ...aboutRecipient, why: 'closed' },
  { kind: 'deliverySentOn', ...aboutRecipient, to: RECIPIENT, toName: 'UBND huyện Hương Sơn' },
  { kind: 'deliveryWrittenOff', ...aboutRecipient, reason: 'Đã gửi bản giấy' },
  { kind: 'arrived' },
  { kind: 'opened' },
  { kind: 'downloaded', format: 'pdf' },
  { kind: 'attachmentDownloaded', name: 'bieu.pdf', sha256: HASH },
  { kind: 'received', incomingNumber: 7, sha256: HASH },
  { kind: 'sentBack', reason: 'Nhầm nơi nhận' },
  { kind: 'personAdded', ...person, roles: ['signer'] },
  { kind: 'personChanged', ...person, before: entry, after: entry },
  { kind: 'officeEnded', ...person },
  { kind: 'officeResumed', ...person },
  { kind: 'invitedAgain', ...person },
  { kind: 'secondFactorForgotten', ...person },
  { kind: 'accessAsked', ...person, what: 'email', email: 'mot@example.com' },
  { kind: 'accessSettled', ...person, what: ['rights'], agreed: true },
  { kind: 'accessCalledOff', ...person },
  { kind: 'organizationAdded', ...organization },
  {
    kind: 'organizationChanged',
    ...organization,
    before: organizationEntry,
    after: organizationEntry,
  },
  { kind: 'organizationClosed', ...organization, successorId: null },
  { kind: 'organizationReopened', ...organization },
  { kind: 'settingsChanged', before: settings, after: settings },
  { kind: 'registerOpened', year: 2026, series: 'all', lastNumber: 117 },
  { kind: 'registerConfirmed', year: 2026, series: 'congVan', lastNumber: 3 },
  { kind: 'keyEnrolled', holder, certificate: HASH },
  { kind: 'certificateRevoked', certificate: HASH },
  { kind: 'imageGiven', holder, image: HASH },
  { kind: 'authoritiesTrusted', authorities: [{ certificate: HASH, name: 'CA' }], anchors: HASH },
  {
    kind: 'authoritiesEnded',
    authorities: [{ certificate: HASH, name: 'CA' }],
    anchors: HASH,
    until: AT,
    reason: 'Khóa bị lộ.',
  },
];

describe('what was stored before is read', () => {
  test.each(
    STORED.flatMap(([read, stored]) =>
      stored.map((one, at) => ({ read, name: read.name, at, one })),
    ),
  )('$name $at', ({ read, one }) => {
    expect(() => read({ pk: 'ONE', sk: 'ONE', after: '', ...one })).not.toThrow();
  });

  test.each([
    [
      'a template',
      Template,
      { id: REPORT, name: 'Quý', help: '', type: 'baoCao', year: 2026, content: CONTENT },
    ],
    [
      'a mail that did not leave',
      UnsentMail,
      {
        organizationId: OFFICE,
        personId: CLERK,
        at: AT,
        subject: 'Có văn bản đến',
        why: 'MessageRejected',
      },
    ],
    ['where the chain of a directory stands', ChainHead, CHAIN],
  ])('%s, which is parsed where it is listed', (_name, schema, stored) => {
    expect(schema.safeParse(stored).error).toBeUndefined();
  });

  test.each(HAPPENED)('an event, $kind, as its hash covers it', (happening) => {
    const event = {
      sequence: 1,
      at: AT,
      actor: DRAFTER,
      happening,
      previousHash: null,
      hash: HASH,
    };
    expect(eventIn({ pk: 'ONE', sk: 'ONE', record: event })).toEqual(event);
  });
});

/** The value with one thing more in it that no schema knows, at each place where there is room for one. */
const withMore = (value: unknown): unknown[] => {
  if (Array.isArray(value))
    return value.flatMap((one, at) => withMore(one).map((more) => value.with(at, more)));
  if (typeof value !== 'object' || value === null) return [];
  return [
    { ...value, later: 'more' },
    ...Object.entries(value).flatMap(([name, one]) =>
      withMore(one).map((more) => ({ ...value, [name]: more })),
    ),
  ];
};

describe('what a later version stored is not read in part, for it would be written back without the rest', () => {
  // Of a mark as much is read as says whose it is and how long it counts; headers of an answer have any name; a verdict is read
  // by the code alone that wrote it, and never written back.
  const OPEN: unknown[] = [keptIn, answerIn, verdictIn];

  test.each(
    STORED.filter(([read]) => !OPEN.includes(read)).map(([read, stored]) => ({
      name: read.name,
      read,
      stored,
    })),
  )('$name', ({ read, stored }) => {
    const later = stored.flatMap(({ record: said, content, ...one }) => [
      ...withMore(said).map((more) => ({ ...one, content, record: more })),
      ...withMore(content && decompress(content)).map((more) => ({
        ...one,
        record: said,
        content: packed(more),
      })),
    ]);

    expect(later.length).toBeGreaterThan(0);
    for (const one of later) {
      const item = { pk: 'ONE', sk: 'ONE', after: '', ...one };
      expect(() => asWritten('ONE', () => read(item)), JSON.stringify(one)).toThrow(WrittenLater);
    }
  });

  test('a variant that nobody here knows', () => {
    const recalled = { ...underWay, ...numbered, status: 'recalled' };
    const read = () => submissionIn({ pk: 'ONE', sk: 'ONE', record: recalled });
    expect(() => asWritten('ONE', read)).toThrow(WrittenLater);
  });

  test('an attribute beside the record', () => {
    const stored = { pk: { S: 'ONE' }, sk: { S: 'ONE' }, words: { S: 'more' } };
    expect(() => readStored(stored)).toThrow(WrittenLater);
  });

  test('and is asked for again, by people and by the state machine, which know it by the name', () => {
    const stored = { pk: { S: 'ONE' }, sk: { S: 'ONE' }, words: { S: 'more' } };
    expect(() => readStored(stored)).toThrow(
      expect.objectContaining({
        name: 'Unavailable',
        message: 'ONE was written by a later version:  unrecognized_keys',
      }),
    );
  });

  test('but what is merely damaged stays a mistake', () => {
    const damaged = { pk: 'ONE', sk: 'ONE', record: { ...ORGANIZATION, name: 7 } };
    expect(() => asWritten('ONE', () => organizationIn(damaged))).toThrow(z.ZodError);
  });
});

test('every reader of an item and every kind of event is asked', () => {
  const readers = readdirSync(TABLE)
    .filter((file) => file.endsWith('-item.ts'))
    .map((file) => readFileSync(TABLE + file, 'utf8'))
    .flatMap((text) => [...text.matchAll(/^export const (\w+In) = /gm)].map(([, name]) => name));
  // The hashes stand in the key: no record is read for them.
  const tried = [...STORED.map(([{ name }]) => name), 'setAsideHashesIn', 'eventIn'];
  expect(tried.toSorted()).toEqual(readers.toSorted());
  const kinds = Happening.options.map(({ shape }) => shape.kind.value);
  expect(HAPPENED.map(({ kind }) => kind)).toEqual(kinds);
});
