// Who gets through which door? Every route × every role × own and foreign office × every kind of token; whoever is not named is denied.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../../functions/contracts/api.ts';
import type { DecisionView, ReportView } from '../../../functions/contracts/views.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { ROLES, type Role } from '../../../functions/domain/organization.ts';
import { expectOk, openOffice, seedContent, until } from '../../../infra/local/demo-office.ts';
import { type Visitor, visitorWith } from '../../../infra/local/visitor.ts';
import { type LocalStack, startLocalStack } from '../../support/local-stack.ts';
import { idOf, OFFICES, type Office, SIGNER_NAME, staffOffices } from './offices.ts';
import { openTokenMint, type TokenMint } from './token-mint.ts';

/** What the routes are asked about. */
type Things = {
  /** Issued to the recipient's office, and received there. */
  issued: string;
  delivery: string;
  /** On the desk of the sender's drafter. */
  draft: string;
  /** In review: its reviewer and its signer are the sender's. */
  submission: string;
};

type Expectation = {
  /** The path and, for a write, a body that changes nothing even for him who may: another revision, another hash. */
  ask: (things: Things) => [path: string, body?: unknown];
  /** The answer to each role of each office that gets past "denied". */
  answers: Partial<Record<Office, Partial<Record<Role, number>>>>;
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

const UNKNOWN_HASH = sha256('words that nobody wrote');

const EXPECTED: Record<string, Expectation> = {
  readMe: { ask: () => ['/api/me'], answers: everyOffice(everyRole(200)) },
  listOrganizations: {
    ask: () => ['/api/organizations'],
    answers: everyOffice(everyRole(200)),
  },
  listPeople: { ask: () => ['/api/people'], answers: everyOffice(everyRole(200)) },
  createReport: {
    ask: () => ['/api/reports', { content: seedContent() }],
    answers: everyOffice({ drafter: 201 }),
  },
  listReports: { ask: () => ['/api/reports'], answers: everyOffice({ drafter: 200 }) },
  readReport: { ask: ({ draft }) => [`/api/reports/${draft}`], answers: senderReads },
  saveReport: {
    ask: ({ draft }) => [`/api/reports/${draft}`, { content: seedContent() }],
    answers: senderPresses('drafter', 412),
  },
  previewReport: { ask: ({ draft }) => [`/api/reports/${draft}/preview`], answers: senderReads },
  submitReport: {
    ask: ({ draft }) => [`/api/reports/${draft}/submissions`, {}],
    answers: senderPresses('drafter', 412),
  },
  withdrawReport: {
    ask: ({ draft }) => [`/api/reports/${draft}/withdrawal`],
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
  readSubmission: {
    ask: ({ submission }) => [`/api/submissions/${submission}`],
    answers: {
      // Its drafter, the people of its chain, and the clerk.
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
      // The signer is not asked yet: denied as well.
      sender: { reviewer: 409 },
      recipient: everyRole(404),
      foreign: everyRole(404),
    },
  },
  listRegistry: { ask: () => ['/api/registry'], answers: everyOffice({ clerk: 200 }) },
  readRegistrySubmission: {
    ask: ({ submission }) => [`/api/registry/${submission}`],
    answers: senderPresses('clerk', 200),
  },
  sealAndIssue: {
    ask: ({ submission }) => [`/api/registry/${submission}/seal`],
    answers: senderPresses('clerk', 409),
  },
  resumeIssue: {
    ask: ({ submission }) => [`/api/registry/${submission}/resumption`],
    answers: senderPresses('clerk', 409),
  },
  voidIssue: {
    ask: ({ submission }) => [`/api/registry/${submission}/voiding`, { reason: 'Nhầm số' }],
    answers: senderPresses('clerk', 409),
  },
  listOutgoing: {
    ask: () => ['/api/registers/outgoing?year=2025'],
    answers: everyOffice({ clerk: 200 }),
  },
  listDeliveries: {
    ask: () => ['/api/deliveries'],
    answers: everyOffice({ recipientOfficer: 200 }),
  },
  openDelivery: {
    ask: ({ delivery }) => [`/api/deliveries/${delivery}`],
    answers: recipientActs(200),
  },
  receiveDelivery: {
    ask: ({ delivery }) => [`/api/deliveries/${delivery}/receipt`],
    answers: recipientActs(409),
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
  findFile: {
    ask: () => [`/api/verification/files/${UNKNOWN_HASH}`],
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

const send = async (visitor: Visitor, method: string, path: string, body?: unknown) => {
  switch (method) {
    case 'GET':
      return visitor.get(path);
    case 'PUT':
      return visitor.put(path, body, STALE);
    default:
      return visitor.post(path, body, { 'if-match': STALE });
  }
};

const ALL_OFFICES = Object.keys(OFFICES) as Office[];

/** Asks for every role of every office, and draws the answers as a grid like the expected one. */
const gridOf = async <Cell>(ask: (office: Office, role: Role) => Promise<Cell>) => {
  const grid: Record<string, Record<string, Cell>> = {};
  for (const office of ALL_OFFICES) {
    const row: Record<string, Cell> = {};
    for (const role of ROLES) row[role] = await ask(office, role);
    grid[office] = row;
  }
  return grid;
};

describe('the doors of the house', () => {
  let stack: LocalStack;
  let mint: TokenMint;
  let things: Things;

  const prepareThings = async (): Promise<Things> => {
    const cast = await openOffice(stack.url, stack.password);
    const ofCast = await cast.draft();
    const issuedBy = await cast.submit(ofCast);
    await cast.decide('le-quoc-hung', issuedBy, 'agree');
    await cast.decide('nguyen-van-minh', issuedBy, 'sign');
    const { id: delivery } = await cast.delivered('vo-thi-hong-nhung', ofCast.id);
    await cast.receive('vo-thi-hong-nhung', delivery);

    const drafter = visitorWith(stack.url, await mint.valid(idOf('sender', 'drafter')));
    const reviewer = visitorWith(stack.url, await mint.valid(idOf('sender', 'reviewer')));
    const content = seedContent();
    content.signature.name = SIGNER_NAME;
    const create = async () =>
      expectOk(await drafter.post<ReportView>('/api/reports', { content }));
    const draft = await create();
    const inReview = await create();
    const chain = [
      { kind: 'review', people: [idOf('sender', 'reviewer')], needed: 1 },
      { kind: 'sign', people: [idOf('sender', 'signer')], needed: 1 },
    ];
    const { submissionId } = expectOk(
      await drafter.post<{ submissionId: string }>(
        `/api/reports/${inReview.id}/submissions`,
        { chain },
        { 'if-match': '"1"' },
      ),
    );
    await until('the reviewer to be asked', async () => {
      const { may } = expectOk(
        await reviewer.get<DecisionView>(`/api/submissions/${submissionId}`),
      );
      return may.length > 0;
    });
    return { issued: ofCast.id, delivery, draft: draft.id, submission: submissionId };
  };

  beforeAll(async () => {
    stack = await startLocalStack();
    await staffOffices(stack);
    mint = await openTokenMint(stack);
    things = await prepareThings();
  }, WHOLE_STORY_MS);
  afterAll(() => stack?.stop());

  it('has an expectation for every route, and none for a route that is not there', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(API_ROUTES.map(({ name }) => name).sort());
  });

  it.each(API_ROUTES)('lets exactly the right people through $name', async ({ name, method }) => {
    const { ask, answers } = expectationOf(name);
    const [path, body] = ask(things);
    const given = await gridOf(async (office, role) => {
      const visitor = visitorWith(stack.url, await mint.valid(idOf(office, role)));
      return (await send(visitor, method, path, body)).status;
    });
    const expected = await gridOf(async (office, role) => answers[office]?.[role] ?? DENIED);
    expect(given).toEqual(expected);
  });

  it.each(API_ROUTES)('takes no token for $name but a genuine one of today', async (route) => {
    const { ask, withoutToken = NOT_SIGNED_IN } = expectationOf(route.name);
    const [path, body] = ask(things);
    const given = await gridOf(async (office, role) => {
      const person = idOf(office, role);
      const tokens = [
        null,
        await mint.expired(person),
        await mint.signedWithAnotherKey(person),
        mint.unsigned(person),
        mint.rewritten(person),
      ];
      const answers = tokens.map((token) =>
        send(visitorWith(stack.url, token), route.method, path, body),
      );
      return (await Promise.all(answers)).map(({ status }) => status).join(' ');
    });
    const expected = Array(5).fill(withoutToken).join(' ');
    expect(given).toEqual(await gridOf(async () => expected));
  });

  it('shows a foreign office nothing of the report in any list', async () => {
    const lists = API_ROUTES.filter(({ name }) => name.startsWith('list'));
    const seen: string[] = [];
    for (const { name, method } of lists) {
      const [path] = expectationOf(name).ask(things);
      for (const role of ROLES) {
        const visitor = visitorWith(stack.url, await mint.valid(idOf('foreign', role)));
        const { body } = await send(visitor, method, path);
        const text = JSON.stringify(body);
        if (Object.values(things).some((id) => text.includes(id))) seen.push(`${name} as ${role}`);
      }
    }
    expect(seen).toEqual([]);
  });

  it('has answered all that without one failure of its own', () => {
    expect(stack.troubles).toEqual([]);
  });
});
