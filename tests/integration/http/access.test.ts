// Who gets through which door? Every route × every role × own and foreign office × every kind of token; whoever is not named is denied.

import { beforeAll, describe, expect, it } from 'vitest';
import { API_ROUTES, type ApiRoute, ROUTES } from '../../../functions/contracts/api.ts';
import type { PersonAtWork } from '../../../functions/contracts/directory-views.ts';
import type { json } from '../../../functions/contracts/route.ts';
import type { DecisionView, ReportView } from '../../../functions/contracts/views.ts';
import { RULES } from '../../../functions/document/check/check-report.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { personWith } from '../../../functions/domain/directory/key-holder.ts';
import { ROLES, type Role } from '../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import { officeDayOf, yearOf } from '../../../functions/domain/office-calendar.ts';
import { expectOk, until } from '../../../infra/local/people/office.ts';
import { type Visitor, visitorWith } from '../../../infra/local/people/visitor.ts';
import { borrowStack, type LocalStack } from '../../support/local-stack.ts';
import { onePage } from '../../support/seed-report.ts';
import type { TokenMint } from '../../support/token-mint.ts';
import { idOf, KEEPERS, OFFICES, type OfficeKey, SIGNER_NAME, staffOffices } from './offices.ts';

/** What the routes are asked about. */
type Things = {
  /** Issued to the recipient's office, and received there. */
  issued: string;
  delivery: string;
  /** On the desk of the sender's drafter. */
  draft: string;
  /** Goes with the draft, and with the issued report. */
  file: string;
  /** In review: its reviewer and its signer are the sender's. */
  submission: string;
};

type Expectation = {
  /** The path and, for a write, a body that changes nothing even for those who may: another revision, another hash. */
  ask: (things: Things) => [path: string, body?: unknown, seen?: string];
  /** The answer to each role of each office that gets past "denied", or is denied for another reason than its role. */
  answers: Partial<Record<OfficeKey, Partial<Record<Role, number>>>>;
  /** The answer to somebody without a token, or with one that does not count. */
  withoutToken?: number;
};

const DENIED = 403;
const NOT_SIGNED_IN = 401;

const everyRole = (status: number) =>
  Object.fromEntries(ROLES.map((role) => [role, status])) as Record<Role, number>;
const everyOffice = <Answers>(answers: Answers) => ({
  sender: answers,
  recipient: answers,
  foreign: answers,
});
/** The sender's people may read; for others it is not there. */
const senderReads = {
  sender: everyRole(200),
  recipient: everyRole(404),
  foreign: everyRole(404),
};
/** One role may press, and is told why not now; the same role elsewhere does not know of it. */
const senderPresses = (role: Role, refusal: number) => ({
  sender: { [role]: refusal },
  recipient: { [role]: 404 },
  foreign: { [role]: 404 },
});
const recipientActs = (status: number) => ({
  sender: { recipientOfficer: 404 },
  recipient: { recipientOfficer: status },
  foreign: { recipientOfficer: 404 },
});

const HOLDER = personWith(idOf('sender', 'signer'));
const UNKNOWN_HASH = sha256('words that nobody wrote');

const DIRECTORY = `/api/directory/${OFFICES.sender}`;
const REGISTER = `${DIRECTORY}/registers/${yearOf(officeDayOf(instantOf(Date.now())))}/baoCao`;
/** As an ETag of the directory is written. */
const UNKNOWN_VERSION = `"${UNKNOWN_HASH}"`;
const ORGANIZATION = {
  name: 'Trường Tiểu học Sơn Trung',
  superiorLine: null,
  agencyLines: ['TRƯỜNG TIỂU HỌC SƠN TRUNG'],
  place: 'Sơn Trung',
  abbreviation: 'TH',
  code: 'H99.10.01',
};
const PERSON = {
  name: 'Cao Thị Lụa',
  title: 'Công chức',
  email: 'cao-thi-lua@example.com',
  roles: ['signer'],
  signature: null,
};
const SETTINGS = {
  sealing: 'clerk',
  series: 'perType',
  chain: [],
  remindAfterSeconds: 3_600,
  remindersBeforeEscalation: 1,
  sealDiameter: 36,
  withoutTimestamp: 'goOn',
};

const EXPECTED: Record<string, Expectation> = {
  listHeldDeliveries: {
    ask: () => ['/api/held-deliveries'],
    answers: everyOffice({ clerk: 200 }),
  },
  readHeldDelivery: {
    // What was delivered is not held.
    ask: ({ issued }) => [`/api/held-deliveries/${issued}/${OFFICES.recipient}`],
    answers: everyOffice({ clerk: 404 }),
  },
  sendHeldDelivery: {
    ask: ({ issued }) => [
      `/api/held-deliveries/${issued}/${OFFICES.recipient}/sending`,
      { organizationId: OFFICES.foreign },
    ],
    answers: everyOffice({ clerk: 404 }),
  },
  writeOffHeldDelivery: {
    ask: ({ issued }) => [
      `/api/held-deliveries/${issued}/${OFFICES.recipient}/writing-off`,
      { reason: 'Cơ quan đã giải thể' },
    ],
    answers: everyOffice({ clerk: 404 }),
  },
  readMe: { ask: () => ['/api/me'], answers: everyOffice(everyRole(200)) },
  listOrganizations: {
    ask: () => ['/api/organizations'],
    answers: everyOffice(everyRole(200)),
  },
  listPeople: { ask: () => ['/api/people'], answers: everyOffice(everyRole(200)) },
  createReport: {
    ask: () => ['/api/reports', { content: onePage() }],
    answers: everyOffice({ drafter: 201 }),
  },
  listTemplates: { ask: () => ['/api/templates'], answers: everyOffice(everyRole(200)) },
  beginWithTemplate: {
    ask: () => ['/api/templates/bao-cao-dinh-ky'],
    answers: everyOffice(everyRole(200)),
  },
  beginWithReport: {
    ask: ({ draft }) => [`/api/reports/${draft}/successor`],
    answers: senderReads,
  },
  keepTemplate: {
    ask: ({ draft }) => [`/api/templates/${draft}`, { name: 'Mẫu thử', help: '' }],
    answers: senderPresses('administrator', 200),
  },
  removeTemplate: {
    ask: ({ draft }) => [`/api/templates/${draft}/removal`],
    answers: everyOffice({ administrator: 200 }),
  },
  startImport: { ask: () => ['/api/imports'], answers: everyOffice({ drafter: 201 }) },
  importReport: {
    // Nothing was uploaded.
    ask: ({ draft }) => [`/api/imports/${draft}`],
    answers: everyOffice({ drafter: 404 }),
  },
  readImport: {
    // It began without a file.
    ask: ({ draft }) => [`/api/reports/${draft}/import`],
    answers: everyOffice(everyRole(404)),
  },
  listReports: { ask: () => ['/api/reports'], answers: everyOffice({ drafter: 200 }) },
  searchReports: {
    ask: () => ['/api/search/reports?words=bao%20cao'],
    answers: everyOffice(everyRole(200)),
  },
  readReport: { ask: ({ draft }) => [`/api/reports/${draft}`], answers: senderReads },
  readCorrection: {
    ask: ({ draft }) => [`/api/reports/${draft}/correction`],
    answers: senderReads,
  },
  saveReport: {
    ask: ({ draft }) => [`/api/reports/${draft}`, { content: onePage() }],
    answers: senderPresses('drafter', 412),
  },
  // Of words that nobody chose there is one copy: who may keep some changes nothing else.
  setWordsAside: {
    ask: ({ draft }) => [`/api/reports/${draft}/set-aside`, { content: onePage() }],
    answers: senderPresses('drafter', 200),
  },
  listWordsSetAside: {
    ask: ({ draft }) => [`/api/reports/${draft}/set-aside`],
    answers: senderReads,
  },
  readWordsSetAside: {
    ask: ({ draft }) => [`/api/reports/${draft}/set-aside/${UNKNOWN_HASH}`],
    answers: everyOffice(everyRole(404)),
  },
  startAttachment: {
    // What is on its way is not on a desk.
    ask: ({ issued }) => [
      `/api/reports/${issued}/attachments`,
      { name: 'Phụ lục.pdf', bytes: 1, sha256: UNKNOWN_HASH },
    ],
    answers: senderPresses('drafter', 409),
  },
  linkAttachment: {
    ask: ({ draft, file }) => [`/api/reports/${draft}/attachments/${file}`],
    answers: senderReads,
  },
  previewReport: { ask: ({ draft }) => [`/api/reports/${draft}/preview`], answers: senderReads },
  checkReport: { ask: ({ draft }) => [`/api/reports/${draft}/findings`], answers: senderReads },
  submitReport: {
    ask: ({ draft }) => [`/api/reports/${draft}/submissions`, {}],
    answers: senderPresses('drafter', 412),
  },
  withdrawReport: {
    ask: ({ draft }) => [`/api/reports/${draft}/withdrawal`],
    answers: senderPresses('drafter', 409),
  },
  discardReport: {
    ask: ({ issued }) => [`/api/reports/${issued}/discarding`],
    answers: senderPresses('drafter', 409),
  },
  readHistory: { ask: ({ issued }) => [`/api/reports/${issued}/history`], answers: senderReads },
  listReportDeliveries: {
    ask: ({ issued }) => [`/api/reports/${issued}/deliveries`],
    answers: senderReads,
  },
  listWaiting: {
    ask: () => ['/api/waiting'],
    answers: everyOffice({ reviewer: 200, signer: 200 }),
  },
  // Whatever somebody is, their own decisions are theirs.
  listDecided: { ask: () => ['/api/decided'], answers: everyOffice(everyRole(200)) },
  readOverview: { ask: () => ['/api/overview'], answers: everyOffice({ signer: 200 }) },
  readSubmission: {
    ask: ({ submission }) => [`/api/submissions/${submission}`],
    answers: {
      // Its drafter, the people of its chain, and the clerk.
      sender: { drafter: 200, reviewer: 200, signer: 200, clerk: 200 },
      recipient: everyRole(404),
      foreign: everyRole(404),
    },
  },
  comment: {
    ask: ({ submission }) => [`/api/submissions/${submission}/comments`, { text: 'Đã đọc.' }],
    answers: {
      sender: { drafter: 200, reviewer: 200, signer: 200 },
      recipient: everyRole(404),
      foreign: everyRole(404),
    },
  },
  decideUrgency: {
    ask: ({ submission }) => [
      `/api/submissions/${submission}/urgency`,
      { urgency: 'urgent', contentHash: UNKNOWN_HASH },
    ],
    // Whoever signs is not asked yet: denied as well.
    answers: {
      sender: { signer: DENIED },
      recipient: { signer: 404 },
      foreign: { signer: 404 },
    },
  },
  readEarlierVersion: {
    ask: ({ submission }) => [`/api/submissions/${submission}/earlier`],
    answers: {
      sender: { drafter: 200, reviewer: 200, signer: 200, clerk: 200 },
      recipient: everyRole(404),
      foreign: everyRole(404),
    },
  },
  decide: {
    ask: ({ submission }) => [
      `/api/submissions/${submission}/decisions`,
      { kind: 'agree', contentHash: UNKNOWN_HASH },
    ],
    answers: {
      // The signer is not asked yet: denied as well, as is whoever wrote it.
      sender: { reviewer: 409, signer: DENIED, drafter: DENIED },
      recipient: everyRole(404),
      foreign: everyRole(404),
    },
  },
  listRegistry: { ask: () => ['/api/registry'], answers: everyOffice({ clerk: 200 }) },
  readRegistrySubmission: {
    ask: ({ submission }) => [`/api/registry/${submission}`],
    answers: senderPresses('clerk', 200),
  },
  linkSignedRevision: {
    // Nobody has signed yet.
    ask: ({ submission }) => [`/api/registry/${submission}/signed`],
    answers: senderPresses('clerk', 409),
  },
  sealAndIssue: {
    ask: ({ submission }) => [`/api/registry/${submission}/seal`],
    answers: senderPresses('clerk', 409),
  },
  resumeIssue: {
    ask: ({ submission }) => [`/api/registry/${submission}/resumption`],
    answers: senderPresses('clerk', 409),
  },
  giveUpIssue: {
    ask: ({ submission }) => [`/api/registry/${submission}/giving-up`, { reason: 'Nhầm số' }],
    answers: senderPresses('clerk', 409),
  },
  listOutgoing: {
    ask: () => ['/api/registers/outgoing?year=2025'],
    answers: everyOffice({ clerk: 200, administrator: 200 }),
  },
  listDeliveries: {
    ask: () => ['/api/deliveries'],
    answers: everyOffice({ recipientOfficer: 200 }),
  },
  countUndecided: {
    ask: () => ['/api/undecided'],
    answers: everyOffice({ recipientOfficer: 200 }),
  },
  openDelivery: {
    ask: ({ delivery }) => [`/api/deliveries/${delivery}`],
    answers: recipientActs(200),
  },
  verifyDelivery: {
    ask: ({ delivery }) => [`/api/deliveries/${delivery}/verification`],
    answers: recipientActs(200),
  },
  receiveDelivery: {
    ask: ({ delivery }) => [`/api/deliveries/${delivery}/receipt`],
    answers: recipientActs(409),
  },
  // What another office has is as good as not there, in the line of its own.
  receiveDeliveries: {
    ask: ({ delivery }) => ['/api/receipts', { deliveries: [delivery] }],
    answers: everyOffice({ recipientOfficer: 200 }),
  },
  sendDeliveryBack: {
    ask: ({ delivery }) => [`/api/deliveries/${delivery}/return`, { reason: 'Gửi nhầm' }],
    answers: recipientActs(409),
  },
  listIncoming: {
    ask: () => ['/api/registers/incoming?year=2025'],
    answers: everyOffice({ clerk: 200, recipientOfficer: 200 }),
  },
  linkIssuedFile: {
    ask: ({ issued }) => [`/api/issued/${issued}/pdf`],
    answers: { sender: everyRole(200), recipient: everyRole(200), foreign: everyRole(404) },
  },
  linkIssuedAttachment: {
    ask: ({ issued, file }) => [`/api/issued/${issued}/attachments/${file}`],
    answers: { sender: everyRole(200), recipient: everyRole(200), foreign: everyRole(404) },
  },
  readMySigning: { ask: () => ['/api/me/signing'], answers: everyOffice({ signer: 200 }) },
  keepSignatureImage: {
    ask: () => ['/api/me/signature-image', { png: 'AAAA' }],
    answers: everyOffice({ signer: 422 }),
  },
  listKeyHolders: {
    ask: () => ['/api/enrolment'],
    answers: everyOffice({ administrator: 200 }),
  },
  keepSealImage: {
    ask: () => ['/api/enrolment/seal-image', { png: 'AAAA' }],
    answers: everyOffice({ administrator: 422 }),
  },
  wantCertificate: {
    // No key was made for this holder.
    ask: () => ['/api/enrolment/requests', { holder: HOLDER }],
    answers: senderPresses('administrator', 409),
  },
  enrolCertificate: {
    ask: () => [
      '/api/enrolment/certificates',
      { holder: HOLDER, keptIn: 'kms', certificatePem: 'no certificate', chainPem: '' },
    ],
    answers: senderPresses('administrator', 422),
  },
  revokeCertificate: {
    ask: () => ['/api/enrolment/revocations', { certificate: UNKNOWN_HASH }],
    answers: everyOffice({ administrator: 200 }),
  },
  listDirectory: { ask: () => ['/api/directory'], answers: everyOffice({ administrator: 200 }) },
  addOrganization: {
    ask: () => ['/api/directory', { ...ORGANIZATION, parentId: 'org_nowhere' }],
    answers: everyOffice({ administrator: 404 }),
  },
  readOrganization: { ask: () => [DIRECTORY], answers: everyOffice({ administrator: 200 }) },
  changeOrganization: {
    ask: () => [DIRECTORY, ORGANIZATION, UNKNOWN_VERSION],
    answers: senderPresses('administrator', 412),
  },
  closeOrganization: {
    // Nobody closes their own.
    ask: () => [`${DIRECTORY}/closing`, { successorId: null }],
    answers: {
      sender: { administrator: DENIED },
      recipient: { administrator: 404 },
      foreign: { administrator: 404 },
    },
  },
  reopenOrganization: {
    // It is open.
    ask: () => [`${DIRECTORY}/reopening`],
    answers: senderPresses('administrator', 409),
  },
  changeSettings: {
    ask: () => [`${DIRECTORY}/settings`, SETTINGS, UNKNOWN_VERSION],
    answers: senderPresses('administrator', 412),
  },
  listStaff: {
    ask: () => [`${DIRECTORY}/people`],
    answers: senderPresses('administrator', 200),
  },
  addPerson: {
    // A signer whose block is not said.
    ask: () => [`${DIRECTORY}/people`, PERSON],
    answers: senderPresses('administrator', 422),
  },
  readPerson: {
    ask: () => [`${DIRECTORY}/people/${HOLDER.id}`],
    answers: senderPresses('administrator', 200),
  },
  changePerson: {
    ask: () => [`${DIRECTORY}/people/${HOLDER.id}`, { ...PERSON, roles: [] }, UNKNOWN_VERSION],
    answers: senderPresses('administrator', 412),
  },
  endOffice: {
    ask: () => [`${DIRECTORY}/people/nobody/end`],
    answers: senderPresses('administrator', 404),
  },
  readAccount: {
    ask: () => [`${DIRECTORY}/people/nobody/account`],
    answers: senderPresses('administrator', 404),
  },
  inviteAgain: {
    ask: () => [`${DIRECTORY}/people/nobody/invitation`],
    answers: senderPresses('administrator', 404),
  },
  forgetSecondFactor: {
    ask: () => [`${DIRECTORY}/people/nobody/second-factor-loss`],
    answers: senderPresses('administrator', 404),
  },
  settleAccess: {
    ask: () => [`${DIRECTORY}/people/nobody/access/settlement`, { version: UNKNOWN_HASH }],
    answers: senderPresses('administrator', 404),
  },
  callOffAccess: {
    // Whom it is about may as well, and nothing waits to take effect.
    ask: () => [`${DIRECTORY}/people/${HOLDER.id}/access/calling-off`],
    answers: {
      ...senderPresses('administrator', 409),
      sender: { administrator: 409, signer: 409 },
    },
  },
  resumeOffice: {
    // It is not over.
    ask: () => [`${DIRECTORY}/people/${HOLDER.id}/resumption`],
    answers: senderPresses('administrator', 409),
  },
  readRegister: {
    ask: () => [REGISTER],
    answers: senderPresses('administrator', 200),
  },
  openRegister: {
    // It has given a number.
    ask: () => [REGISTER, { lastNumber: 1 }],
    answers: senderPresses('administrator', 409),
  },
  readChanges: {
    ask: () => [`${DIRECTORY}/changes`],
    answers: senderPresses('administrator', 200),
  },
  readChecklist: {
    ask: () => [`${DIRECTORY}/checklist`],
    answers: senderPresses('administrator', 200),
  },
  listUnsentMails: {
    ask: () => [`${DIRECTORY}/unsent-mails`],
    answers: senderPresses('administrator', 200),
  },
  findFile: {
    ask: () => [`/api/verification/files/${UNKNOWN_HASH}`],
    answers: everyOffice(everyRole(200)),
    withoutToken: 200,
  },
  startVerification: {
    ask: () => ['/api/verification/uploads'],
    answers: everyOffice(everyRole(201)),
    withoutToken: 201,
  },
  readVerification: {
    // Nothing was uploaded.
    ask: () => [`/api/verification/uploads/upl_${'0'.repeat(26)}`],
    answers: everyOffice(everyRole(404)),
    withoutToken: 404,
  },
  beginSession: {
    ask: () => ['/api/session', { code: 'none that was given', verifier: 'v'.repeat(43) }],
    answers: everyOffice(everyRole(401)),
    withoutToken: 401,
  },
  // Theirs is not the token but the cookie, and nobody here has one.
  renewSession: {
    ask: () => ['/api/session/renewal'],
    answers: everyOffice(everyRole(200)),
    withoutToken: 200,
  },
  endSession: {
    ask: () => ['/api/session/ending'],
    answers: everyOffice(everyRole(200)),
    withoutToken: 200,
  },
  readOpenApi: {
    ask: () => ['/api/openapi.json'],
    answers: everyOffice(everyRole(200)),
    withoutToken: 200,
  },
};

const expectationOf = (name: string): Expectation => {
  const expectation = EXPECTED[name];
  if (!expectation) throw new Error(`nobody has said who gets through ${name}`);
  return expectation;
};

/** Every function starts for the first time and a report is issued, on a machine that may be busy. */
const WHOLE_STORY_MS = 400_000;

/** A revision that no report here has. */
const STALE = '"999"';

const send = async (
  visitor: Visitor,
  method: string,
  path: string,
  body?: unknown,
  seen = STALE,
) => {
  switch (method) {
    case 'GET':
      return visitor.get(path);
    case 'PUT':
      return visitor.put(path, body, seen);
    default:
      return visitor.post(path, body, { 'if-match': seen });
  }
};

/** A success as its route's own schema says it: without what the schema lacks. */
const asTheSchemaSays = (
  { function: served, name }: ApiRoute,
  { status, body }: { status: number; body: unknown },
): unknown => {
  const routes: Record<string, { responses: Record<string, unknown> }> = ROUTES[served];
  const said = routes[name]?.responses[status];
  return (said as ReturnType<typeof json>).content['application/json'].schema.parse(body);
};

const ALL_OFFICES = Object.keys(OFFICES) as OfficeKey[];

/**
 * Roles only ever add: `requireRole` lets through whoever has one of them. So what all of them together may not, none of
 * them may, and several roles are asked as one person where the answer is no; and what needs none is open to each, so
 * that where every role gets in, whoever has none is asked, and whoever has all. Everybody else comes alone. `SLOW=1` asks each role alone.
 */
const ASKED_TOGETHER = process.env.SLOW === undefined;

type Question = { office: OfficeKey; roles: Role[]; answer: number };

const questionsOf = ({ answers }: Expectation): Question[] =>
  ALL_OFFICES.flatMap((office) => {
    const of = answers[office] ?? {};
    const alone = (role: Role): Question => ({
      office,
      roles: [role],
      answer: of[role] ?? DENIED,
    });
    if (!ASKED_TOGETHER) return ROLES.map(alone);
    const unnamed = ROLES.filter((role) => of[role] === undefined);
    // Where every role finds nothing, so does whoever has them all.
    const nothingThere = ROLES.every((role) => of[role] === 404);
    if (nothingThere) return [{ office, roles: [...ROLES], answer: 404 }];
    const [{ answer }, ...others] = ROLES.map(alone) as [Question, ...Question[]];
    const openToAll = answer < 300 && others.every((other) => other.answer === answer);
    if (openToAll) return [[], [...ROLES]].map((roles) => ({ office, roles, answer }));
    const denied: Question[] =
      unnamed.length > 0 ? [{ office, roles: unnamed, answer: DENIED }] : [];
    return [...ROLES.filter((role) => of[role] !== undefined).map(alone), ...denied];
  });

const ALL_QUESTIONS = Object.values(EXPECTED).flatMap(questionsOf);

/** Whom a genuine token would let through: whom nothing else keeps out. */
const letThrough = ({ answers }: Expectation): string => {
  for (const office of ALL_OFFICES) {
    const role = ROLES.find((one) => (answers[office]?.[one] ?? DENIED) !== DENIED);
    if (role) return idOf(office, role);
  }
  throw new Error('a route that lets nobody through');
};

describe('the doors of the house', () => {
  let stack: LocalStack;
  let mint: TokenMint;
  let things: Things;

  const prepareThings = async (): Promise<Things> => {
    const cast = stack.desks;
    const file = Buffer.from('%PDF-1.7 một tệp');
    const ofCast = await cast.attach(await cast.draft(), 'Phụ lục.pdf', file);
    const issuedBy = await cast.submit(ofCast);
    await cast.decide('le-quoc-hung', issuedBy, 'agree');
    await cast.decide('nguyen-van-minh', issuedBy, 'sign');
    const { id: delivery } = await cast.delivered('vo-thi-hong-nhung', ofCast.id);
    await cast.receive('vo-thi-hong-nhung', delivery);

    const drafter = visitorWith(stack.url, await mint.valid(idOf('sender', 'drafter')));
    const reviewer = visitorWith(stack.url, await mint.valid(idOf('sender', 'reviewer')));
    const content = onePage();
    content.signature.name = SIGNER_NAME;
    const create = async () =>
      expectOk(await drafter.post<ReportView>('/api/reports', { content }));
    const draft = await create();
    await cast.attach(draft, 'Phụ lục.pdf', file);
    const inReview = await create();
    const chain = [
      { kind: 'review', people: [idOf('sender', 'reviewer')], needed: 1 },
      { kind: 'sign', people: [idOf('sender', 'signer')], needed: 1 },
    ];
    const { submissionId } = expectOk(
      await drafter.post<{ submissionId: string }>(
        `/api/reports/${inReview.id}/submissions`,
        { chain, passedOver: RULES.map(({ id }) => id) },
        { 'if-match': '"1"' },
      ),
    );
    await until('the reviewer to be asked', async () => {
      const { may } = expectOk(
        await reviewer.get<DecisionView>(`/api/submissions/${submissionId}`),
      );
      return may.length > 0;
    });
    return {
      issued: ofCast.id,
      delivery,
      draft: draft.id,
      file: sha256(file),
      submission: submissionId,
    };
  };

  beforeAll(async () => {
    stack = await borrowStack();
    await staffOffices(stack, [
      ...ALL_QUESTIONS.map(({ office, roles }): [OfficeKey, Role[]] => [office, roles]),
      ['foreign', [...ROLES]],
    ]);
    mint = stack.mint;
    things = await prepareThings();
  }, WHOLE_STORY_MS);

  it('has an expectation for every route, and none for a route that is not there', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(API_ROUTES.map(({ name }) => name).sort());
  });

  it.each(API_ROUTES)('lets exactly the right people through $name', async (route) => {
    const { name, method } = route;
    const expectation = expectationOf(name);
    const [path, body, seen] = expectation.ask(things);
    const questions = questionsOf(expectation);
    const given: Question[] = [];
    // One after the other: whoever comes at the same time starts another instance of the function, which costs more than all
    // that it is asked here.
    for (const { office, roles } of questions) {
      const visitor = visitorWith(stack.url, await mint.valid(idOf(office, ...roles)));
      const said = await send(visitor, method, path, body, seen);
      // And they are told no more than the route says.
      if (said.status < 300) expect(said.body).toEqual(asTheSchemaSays(route, said));
      given.push({ office, roles, answer: said.status });
    }
    expect(given).toEqual(questions);
  });

  it.each(API_ROUTES)('takes no token for $name but a genuine one of today', async (route) => {
    const expectation = expectationOf(route.name);
    const { withoutToken = NOT_SIGNED_IN } = expectation;
    const [path, body, seen] = expectation.ask(things);
    const person = letThrough(expectation);
    const tokens = [
      null,
      await mint.expired(person),
      await mint.signedWithAnotherKey(person),
      mint.unsigned(person),
      mint.rewritten(person),
    ];
    const given: number[] = [];
    for (const token of tokens) {
      const visitor = visitorWith(stack.url, token);
      given.push((await send(visitor, route.method, path, body, seen)).status);
    }
    expect(given).toEqual(tokens.map(() => withoutToken));
  });

  it('answers nobody who comes to the gateway by another door than the app’s, for whatever route', async () => {
    const given: [string, number, unknown][] = [];
    for (const route of API_ROUTES) {
      const expectation = expectationOf(route.name);
      const [path, body, seen] = expectation.ask(things);
      const visitor = visitorWith(stack.gatewayUrl, await mint.valid(letThrough(expectation)));
      const said = await send(visitor, route.method, path, body, seen);
      given.push([route.name, said.status, (said.body as { code?: string }).code]);
    }
    expect(given).toEqual(API_ROUTES.map(({ name }) => [name, DENIED, 'door_wrong']));
  });

  it('shows a foreign office nothing of the report in any list', async () => {
    const lists = API_ROUTES.filter(({ name }) => /^(list|search)/.test(name));
    const seen: string[] = [];
    // Whoever has every role there sees what any of them sees.
    const visitor = visitorWith(stack.url, await mint.valid(idOf('foreign', ...ROLES)));
    for (const { name, method } of lists) {
      const [path] = expectationOf(name).ask(things);
      const { body } = await send(visitor, method, path);
      const text = JSON.stringify(body);
      if (Object.values(things).some((id) => text.includes(id))) seen.push(name);
    }
    expect(seen).toEqual([]);
  });

  it('names what waits for somebody to those who keep their office, and to who keeps it from above only that it does', async () => {
    const waitingFor = async (keeper: string) => {
      const visitor = visitorWith(stack.url, await mint.valid(keeper));
      const path = `${DIRECTORY}/people/${idOf('sender', 'reviewer')}`;
      const { waiting, hasMore } = expectOk(await visitor.get<PersonAtWork>(path));
      return { waiting, hasMore };
    };

    expect(await waitingFor(KEEPERS.own)).toEqual({
      waiting: [onePage().subject],
      hasMore: false,
    });
    expect(await waitingFor(KEEPERS.above)).toEqual({ waiting: [], hasMore: true });
  });

  it('has answered all that without one failure of its own', () => {
    expect(stack.troubles).toEqual([]);
  });
});
