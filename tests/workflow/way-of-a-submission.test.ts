// Does the synthesized machine take a submission where its people decide, round by round, with nobody left waiting?
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WaitingRow } from '../../functions/contracts/views.ts';
import type { SubmissionId } from '../../functions/domain/ids.ts';
import { expectOk, until } from '../../infra/local/people/office.ts';
import { aPersonId } from '../support/builders.ts';
import { type Commune, HEARD_OF, openCommune } from './commune.ts';

const HOUR_MS = 3_600_000;

const DRAFTER = 'tran-thi-thu-ha';
const DEPUTY = 'le-quoc-hung';
const CHAIRMAN = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';
const ADMINISTRATOR = 'dinh-cong-tuan';

const SIGN = { kind: 'sign', people: [CHAIRMAN], needed: 1 };
const review = (needed: number, ...people: string[]) => ({ kind: 'review', people, needed });

/** What the small mail server says of what it keeps. */
type Mailbox = {
  emails: {
    subject: string;
    destination: { to: string[] };
    headers?: { name: string; value: string }[];
  }[];
};

type LogLine = Record<'function' | 'message' | 'correlationId', string> &
  Partial<Record<'state' | 'route' | 'submissionId', string>>;

/** Under which trace somebody asks (W3C Trace Context). */
const under = (traceId: string) => ({ traceparent: `00-${traceId}-${traceId.slice(16)}-00` });

describe('the way of a submission', () => {
  let commune: Commune;

  beforeAll(async () => {
    commune = await openCommune();
    await commune.behind.changePerson(aPersonId(CLERK), {
      roles: ['clerk', 'recipientOfficer', 'reviewer'],
    });
    await commune.behind.changePerson(aPersonId(ADMINISTRATOR), {
      roles: ['administrator', 'reviewer'],
    });
  });
  beforeEach(() => commune.stack.faults.clear());
  afterAll(() => commune?.close());

  const submitted = async (...chain: object[]) => {
    const report = await commune.office.draft();
    const submissionId = await commune.office.submit(report, DRAFTER, [...chain, SIGN]);
    return { report, submissionId };
  };

  /** An end that prints, signs and delivers nothing: how a report is issued is asked in from-signature-to-inbox. */
  const chairmanReturns = async (submissionId: SubmissionId) => {
    await commune.office.decide(CHAIRMAN, submissionId, 'return', 'Bổ sung.');
    return commune.behind.untilEnded(submissionId);
  };

  /** What all functions have logged under this id. */
  const loggedUnder = (id: string): LogLine[] => {
    const logs = join(commune.stack.folder, 'logs');
    return readdirSync(logs)
      .flatMap((file) => readFileSync(join(logs, file), 'utf8').trimEnd().split('\n'))
      .map((line) => JSON.parse(line) as LogLine)
      .filter(({ correlationId }) => correlationId === id);
  };

  const waits = async (person: string, submissionId: string): Promise<boolean> => {
    const visitor = await commune.office.as(person);
    const { items } = expectOk(
      await visitor.get<{ items: WaitingRow[] }>('/api/waiting?limit=100'),
    );
    return items.some((row) => row.submissionId === submissionId);
  };

  it('goes on as soon as as many have agreed as must, and asks the others no more', async () => {
    const { office } = commune;
    const { report, submissionId } = await submitted(review(2, DEPUTY, CLERK, ADMINISTRATOR));
    await office.decide(DEPUTY, submissionId, 'agree');
    expect(await waits(DEPUTY, submissionId)).toBe(false);
    expect(await waits(CHAIRMAN, submissionId)).toBe(false);
    await office.decide(CLERK, submissionId, 'agree');
    const { submission } = await office.asked(CHAIRMAN, submissionId);
    const late = await (await office.as(ADMINISTRATOR)).post(
      `/api/submissions/${submissionId}/decisions`,
      { kind: 'agree', contentHash: submission.contentHash },
    );
    expect(await waits(ADMINISTRATOR, submissionId)).toBe(false);
    expect(late).toMatchObject({ status: 409, body: { code: 'already_decided' } });
    await office.decide(CHAIRMAN, submissionId, 'sign');
    await office.untilStatus(report.id, 'issued');
    expect(await commune.behind.untilEnded(submissionId)).toMatchObject({
      status: 'issued',
      owedSince: null,
    });
  });

  it('asks two reviewers one after the other before the chairman', async () => {
    const { office, behind } = commune;
    const { report, submissionId } = await submitted(review(1, DEPUTY), review(1, ADMINISTRATOR));
    await office.asked(DEPUTY, submissionId);
    expect(await waits(ADMINISTRATOR, submissionId)).toBe(false);
    await office.decide(DEPUTY, submissionId, 'agree');
    await office.decide(ADMINISTRATOR, submissionId, 'agree');
    await chairmanReturns(submissionId);
    const asked = (await behind.kinds(report.id)).filter((kind) => kind === 'asked');
    expect(asked).toHaveLength(3);
  });

  it('comes back from each round as the next version of the same report', async () => {
    const { office, behind } = commune;
    const { report, submissionId } = await submitted(review(1, DEPUTY));
    await office.decide(DEPUTY, submissionId, 'return', 'Bổ sung số liệu quý IV.');
    const second = await office.untilStatus(report.id, 'draft');
    const secondId = await office.submit(second);
    await office.decide(DEPUTY, secondId, 'agree');
    await office.decide(CHAIRMAN, secondId, 'return', 'Nêu rõ kinh phí.');
    const third = await office.untilStatus(report.id, 'draft');
    const thirdId = await office.submit(third);
    await office.decide(DEPUTY, thirdId, 'agree');
    await office.decide(CHAIRMAN, thirdId, 'sign');
    const issued = await office.untilStatus(report.id, 'issued');
    const versions = [report, second, third, issued].map(({ version }) => version);
    expect(versions).toEqual([1, 2, 3, 3]);
    expect(await commune.behind.untilEnded(submissionId)).toMatchObject({
      how: 'returned',
      owedSince: null,
    });
    expect(await commune.behind.untilEnded(secondId)).toMatchObject({
      how: 'returned',
      owedSince: null,
    });
    expect(await behind.kinds(report.id)).toEqual([
      ...['created', 'submitted', 'asked', 'returned'],
      ...['submitted', 'asked', 'agreed', 'asked', 'returned'],
      ...['submitted', 'asked', 'agreed', 'asked', 'signed', 'numbered', 'issued'],
    ]);
    expect(await behind.brokenLinks(report.id)).toEqual([]);
  });

  it('is found by the id of the press that began it, in the lines of all that work on it and in the mail', async () => {
    const { office, behind, stack } = commune;
    const [submitting, deciding] = ['5ab3'.repeat(8), 'dec1de'.padEnd(32, '1')];
    const report = await office.draft();
    const submissionId = await office.submit(report, DRAFTER, [SIGN], under(submitting));
    const { contentHash } = (await office.asked(CHAIRMAN, submissionId)).submission;
    expectOk(
      await (await office.as(CHAIRMAN)).post(
        `/api/submissions/${submissionId}/decisions`,
        { kind: 'return', contentHash, reason: 'Bổ sung.' },
        under(deciding),
      ),
    );
    await behind.untilEnded(submissionId);
    const lines = await until('the last line', async () => {
      const found = loggedUnder(submitting);
      return found.some((line) => line.function === 'notify' && line.message === 'done') && found;
    });

    expect(stack.machine.describe(submissionId).input).toEqual({
      submissionId,
      correlationId: submitting,
    });
    expect(new Set(lines.map((line) => `${line.function}: ${line.state ?? line.route}`))).toEqual(
      new Set([
        'drafting: POST /api/reports/{reportId}/submissions',
        'prepare: Prepare the submission',
        'render: Render the page to decide on',
        'ask: Ask the people of this round',
        'close: Close as decided',
        'notify: Tell the drafter how it ended',
      ]),
    );
    const elsewhere = lines.filter((line) => line.submissionId !== submissionId);
    expect(elsewhere.map(({ message }) => message)).toEqual([
      'it happened: submitted.',
      'answered',
    ]);
    expect(loggedUnder(deciding)).toMatchObject([
      { function: 'approval', message: 'it happened: returned.', submissionId },
      { function: 'approval', message: 'answered', submissionId },
    ]);
    const { emails } = (await (await fetch(`${stack.mailUrl}/store`)).json()) as Mailbox;
    const about = emails.filter(({ headers = [] }) =>
      headers.some(({ name, value }) => name === 'X-Correlation-Id' && value === submitting),
    );
    expect(about.flatMap(({ destination }) => destination.to)).toEqual([
      `${CHAIRMAN}@example.com`,
      `${DRAFTER}@example.com`,
    ]);
  });

  it('ends with a rejection, after which nothing can be submitted', async () => {
    const { office } = commune;
    const { report, submissionId } = await submitted(review(1, DEPUTY));
    await office.decide(DEPUTY, submissionId, 'reject', 'Không thuộc thẩm quyền.');
    const rejected = await office.untilStatus(report.id, 'rejected');
    const again = await (await office.as(DRAFTER)).post(
      `/api/reports/${report.id}/submissions`,
      {},
      { 'if-match': `"${rejected.revision}"` },
    );
    expect(again).toMatchObject({ status: 409, body: { code: 'status_wrong' } });
    expect(await commune.behind.untilEnded(submissionId)).toMatchObject({
      how: 'rejected',
      owedSince: null,
    });
  });

  it('ends with a withdrawal, though people were asked already', async () => {
    const { office } = commune;
    const { report, submissionId } = await submitted(review(1, DEPUTY));
    const { submission } = await office.asked(DEPUTY, submissionId);
    expectOk(await (await office.as(DRAFTER)).post(`/api/reports/${report.id}/withdrawal`));
    const { contentHash } = submission;
    const late = await (await office.as(DEPUTY)).post(
      `/api/submissions/${submissionId}/decisions`,
      { kind: 'agree', contentHash },
    );
    expect(late.status).toBe(409);
    expect(await waits(DEPUTY, submissionId)).toBe(false);
    expect(await office.read(DRAFTER, report.id)).toMatchObject({ status: 'draft', version: 2 });
    expect(await commune.behind.untilEnded(submissionId)).toMatchObject({
      how: 'withdrawn',
      owedSince: null,
    });
  });

  it('ends with a withdrawal before anybody could be asked', async () => {
    const { office, behind } = commune;
    // The first state finds no table for a moment, and tries again.
    commune.fail({
      caller: 'prepare',
      action: 'dynamodb:GetItem',
      code: 'InternalServerError',
      times: HEARD_OF,
    });
    const { report, submissionId } = await submitted(review(1, DEPUTY));
    expectOk(await (await office.as(DRAFTER)).post(`/api/reports/${report.id}/withdrawal`));
    const ended = await commune.withoutPauses(() => behind.untilEnded(submissionId));
    expect(ended).toMatchObject({ how: 'withdrawn', owedSince: null });
    expect(await waits(DEPUTY, submissionId)).toBe(false);
    expect(await behind.kinds(report.id)).toEqual(['created', 'submitted', 'withdrawn']);
  });

  it('reminds whoever does not answer, then tells clerk and drafter, and still takes their answer', async () => {
    const { office, behind, stack } = commune;
    await behind.changeCommune({ remindAfterSeconds: 3_600, remindersBeforeEscalation: 2 });
    const { report, submissionId } = await submitted(review(1, DEPUTY));
    const isWaiting = () => {
      const { type, state } = stack.machine.history(submissionId).at(-1) ?? {};
      return type === 'TaskStateEntered' && state === 'Ask the people of this round';
    };
    await until('the escalation', async () => {
      if (isWaiting()) stack.passTime(HOUR_MS);
      return (await behind.kinds(report.id)).includes('escalated');
    });
    const kinds = await behind.kinds(report.id);
    const mails = await until('mail to clerk and drafter', async () => {
      const { emails } = (await (await fetch(`${stack.mailUrl}/store`)).json()) as Mailbox;
      const told = emails.filter(({ subject }) => subject.includes('quá lâu'));
      const people = new Set(told.flatMap(({ destination }) => destination.to));
      return [CLERK, DRAFTER].every((one) => people.has(`${one}@example.com`)) && emails;
    });
    expect(kinds.indexOf('escalated') - kinds.indexOf('reminded')).toBe(2);
    expect(mails.some(({ subject }) => subject.startsWith('Nhắc: '))).toBe(true);
    await office.decide(DEPUTY, submissionId, 'return', 'Bổ sung.');
    await behind.changeCommune({ remindAfterSeconds: 4 * 3_600, remindersBeforeEscalation: 3 });
    expect(await commune.behind.untilEnded(submissionId)).toMatchObject({
      how: 'returned',
      owedSince: null,
    });
  });

  it('answers a repeated decision as the first, and refuses another one', async () => {
    const { office } = commune;
    const { report, submissionId } = await submitted(review(2, DEPUTY, ADMINISTRATOR));
    const { submission } = await office.asked(DEPUTY, submissionId);
    const deputy = await office.as(DEPUTY);
    const press = (kind: string) =>
      deputy.post(`/api/submissions/${submissionId}/decisions`, {
        kind,
        contentHash: submission.contentHash,
        ...(kind === 'return' && { reason: 'Đổi ý.' }),
      });
    const answers = [await press('agree'), await press('agree'), await press('return')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 409]);
    const agreed = (await commune.behind.kinds(report.id)).filter((kind) => kind === 'agreed');
    expect(agreed).toHaveLength(1);
  });

  it('carries on what is pressed while the execution stands still', async () => {
    const { office, behind, stack } = commune;
    const withdrawn = await submitted(review(1, DEPUTY));
    const agreed = await submitted(review(1, DEPUTY));
    await office.asked(DEPUTY, withdrawn.submissionId);
    await office.asked(DEPUTY, agreed.submissionId);
    for (const { submissionId } of [withdrawn, agreed]) {
      stack.machine.stop(submissionId);
      await office.clerkAsked(submissionId, 'stuck');
    }
    const { contentHash } = await behind.submission(agreed.submissionId);
    expectOk(
      await (await office.as(DRAFTER)).post(`/api/reports/${withdrawn.report.id}/withdrawal`),
    );
    expectOk(
      await (await office.as(DEPUTY)).post(`/api/submissions/${agreed.submissionId}/decisions`, {
        kind: 'agree',
        contentHash,
      }),
    );
    for (const { submissionId } of [withdrawn, agreed]) await behind.letTimePass(submissionId);
    await stack.runSweep();
    expect(await behind.untilEnded(withdrawn.submissionId)).toMatchObject({
      how: 'withdrawn',
      owedSince: null,
    });
    expect(await chairmanReturns(agreed.submissionId)).toMatchObject({
      how: 'returned',
      owedSince: null,
    });
  });

  it('keeps what the first round agreed to when asking the next one fails as nobody foresaw', async () => {
    const { office, behind } = commune;
    const { report, submissionId } = await submitted(review(1, DEPUTY));
    await office.asked(DEPUTY, submissionId);
    commune.fail({
      caller: 'ask',
      action: 'dynamodb:GetItem',
      code: 'ResourceNotFoundException',
      status: 400,
    });
    await office.decide(DEPUTY, submissionId, 'agree');
    await office.clerkAsked(submissionId, 'stuck');
    await office.clerkPresses(submissionId, 'resumption');
    expect(await chairmanReturns(submissionId)).toMatchObject({
      how: 'returned',
      owedSince: null,
      turn: 2,
    });
    expect(await behind.kinds(report.id)).toEqual([
      ...['created', 'submitted', 'asked', 'agreed', 'stuck', 'resumed'],
      ...['asked', 'returned'],
    ]);
  });
});
