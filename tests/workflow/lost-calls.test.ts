// What if a call does not arrive, or its answer is lost? Nothing waits for ever, nothing is done twice, and no token leaks.
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UNSENT_MAIL } from '../../functions/contracts/agreed-names.ts';
import type { UnsentMailRow } from '../../functions/contracts/directory-views.ts';
import type { ReportView } from '../../functions/contracts/views.ts';
import type { ReportId, SubmissionId } from '../../functions/domain/ids.ts';
import { expectOk } from '../../infra/local/people/office.ts';
import type { ApiResponse } from '../../infra/local/people/visitor.ts';
import { onePage } from '../support/seed-report.ts';
import { type Commune, HEARD_OF, openCommune } from './commune.ts';

const DRAFTER = 'tran-thi-thu-ha';
const DEPUTY = 'le-quoc-hung';
const CHAIRMAN = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';

/** Every function that changes something on the way, and how. */
const CHANGES = [
  ['prepare', 's3:PutObject'],
  ['render', 's3:PutObject'],
  ['ask', 'dynamodb:TransactWriteItems'],
  ['number', 'dynamodb:TransactWriteItems'],
  ['sign', 's3:PutObject'],
  ['seal', 's3:PutObject'],
  ['store', 's3:PutObject'],
  ['store', 'dynamodb:PutItem'],
  ['close', 'dynamodb:TransactWriteItems'],
  ['deliver', 'dynamodb:TransactWriteItems'],
] as const;

/** More than one report makes. */
const EVERY_MAIL = 50;

/** Each starts a function anew: a quick run crashes those that could give a second number, seal or delivery. */
const CRASHING = CHANGES.filter(
  ([caller]) => process.env.SLOW || ['number', 'seal', 'deliver'].includes(caller),
);

/** One answer that is lost is a point of `npm run faults`, and a quick run has two: many at once are SLOW. */
const whenSlow = <Case>(cases: Case[]): Case[] => (process.env.SLOW ? cases : []);

const failureOf = (action: string) =>
  action.startsWith('s3:') ? 'InternalError' : 'InternalServerError';

describe('calls that get lost', () => {
  let commune: Commune;

  beforeAll(async () => {
    commune = await openCommune();
  });
  beforeEach(() => commune.stack.faults.clear());
  afterAll(() => commune?.close());

  /** Step Functions does not answer this function, as often as the SDK asks. */
  const loseTheMachine = (caller: string, action: string) =>
    commune.fail({ caller, action, code: 'InternalFailure', times: HEARD_OF });

  const issue = async (submissionId: SubmissionId) => {
    await commune.office.decide(DEPUTY, submissionId, 'agree');
    await commune.office.decide(CHAIRMAN, submissionId, 'sign');
    return commune.behind.untilEnded(submissionId);
  };

  const expectIssuedOnce = async (reportId: ReportId, times: { stored: number }) => {
    const { behind } = commune;
    const kinds = await behind.kinds(reportId);
    const { delivered: deliveries } = await behind.records.deliveries.of(reportId);
    const numbers = (await behind.register()).map(({ number }) => number);
    expect(kinds).toEqual([
      ...['created', 'submitted', 'asked', 'agreed', 'asked', 'signed', 'numbered', 'issued'],
    ]);
    expect(deliveries).toHaveLength(3);
    expect(numbers).toEqual(numbers.map((_, row) => 118 + row));
    expect(await behind.storedFiles(reportId)).toHaveLength(times.stored);
    expect(await behind.brokenLinks(reportId)).toEqual([]);
  };

  describe('between one report and the machine, at every step', () => {
    let reportId: ReportId;
    let submissionId: SubmissionId;

    it('leaves a submission whose start did not arrive to the sweep', async () => {
      const { office, behind, stack } = commune;
      loseTheMachine('drafting', 'states:StartExecution');
      const report = await office.draft();
      reportId = report.id;
      submissionId = await office.submit(report);
      expect(stack.machine.list()).toHaveLength(0);
      await stack.runSweep();
      expect(stack.machine.list()).toHaveLength(0);
      await behind.letTimePass(submissionId);
      await stack.runSweep();
      await office.asked(DEPUTY, submissionId);
      expect(stack.machine.list()).toHaveLength(1);
    });

    it('leaves a decision that did not reach the machine to the sweep', async () => {
      const { office, behind, stack } = commune;
      loseTheMachine('approval', 'states:SendTaskSuccess');
      await office.decide(DEPUTY, submissionId, 'agree');
      expect((await behind.submission(submissionId)).owedSince).not.toBeNull();
      await behind.letTimePass(submissionId);
      await stack.runSweep();
      await office.asked(CHAIRMAN, submissionId);
      loseTheMachine('approval', 'states:SendTaskSuccess');
      await office.decide(CHAIRMAN, submissionId, 'sign');
      await behind.letTimePass(submissionId);
      await stack.runSweep();
      expect(await behind.untilEnded(submissionId)).toMatchObject({
        status: 'issued',
        owedSince: null,
      });
      await expectIssuedOnce(reportId, { stored: 2 });
    });
  });

  it.each(
    whenSlow([
      ['once each', 1],
      ['so often that the states try again', HEARD_OF],
    ]),
  )('repeats nothing when the answers to writes are lost %s', async (_, times) => {
    const { office } = commune;
    for (const [caller, action] of CHANGES) {
      commune.fail({ caller, action, code: failureOf(action), times, moment: 'after' });
    }
    const report = await office.draft();
    const submissionId = await office.submit(report);
    expect(await issue(submissionId)).toMatchObject({ status: 'issued', owedSince: null });
    await expectIssuedOnce(report.id, { stored: 2 });
  });

  it('repeats nothing when functions crash after what they have changed', async () => {
    const { office, stack } = commune;
    for (const [caller, action] of CRASHING) commune.crash({ caller, action });
    const report = await office.draft();
    const submissionId = await office.submit(report);
    expect(await commune.withoutPauses(() => issue(submissionId))).toMatchObject({
      status: 'issued',
      owedSince: null,
    });
    await expectIssuedOnce(report.id, { stored: 2 });
    for (const [caller, action] of CRASHING)
      expect(() => stack.faults.strike(caller, action, 'after'), caller).not.toThrow();
  });

  it('lets a report go its way though every mail about it is refused, and says so without naming anybody', async () => {
    const { office, behind, stack } = commune;
    for (const caller of ['ask', 'notify']) {
      const code = 'MessageRejected';
      commune.fail({ caller, action: 'ses:SendEmail', code, status: 400, times: EVERY_MAIL });
    }
    const report = await office.draft();
    const submissionId = await office.submit(report);
    expect(await issue(submissionId)).toMatchObject({ status: 'issued', owedSince: null });
    await expectIssuedOnce(report.id, { stored: 2 });
    const logged = readFileSync(join(stack.folder, 'logs', 'ask.log'), 'utf8');
    const lines = logged.split('\n').filter((line) => line.includes(UNSENT_MAIL));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).toContain('MessageRejected');
    expect(lines.join()).not.toContain('@');
    expect(await behind.submission(submissionId)).toMatchObject({ stuck: null });
    const administrator = await office.as('dinh-cong-tuan');
    const { items } = expectOk(
      await administrator.get<{ items: UnsentMailRow[] }>(
        '/api/directory/org_son-trung/unsent-mails',
      ),
    );
    expect(items.map(({ personId, why }) => [personId, why])).toEqual([
      ...[DRAFTER, CHAIRMAN, DEPUTY].map((person) => [person, 'MessageRejected']),
    ]);
  });

  /** What a browser does by itself: the same again, as long as it hears nothing but "try again". */
  const repeated = async <Body>(send: () => Promise<ApiResponse<Body>>): Promise<Body> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await send();
      if (answer.status < 500 || tries === 3) return expectOk(answer);
    }
  };

  /** The way of a report by presses that `hinder` hinders, each by its function's name. */
  const hindered = async (hinder: (caller: string) => void) => {
    const { office, behind } = commune;
    const press = async <Body>(
      caller: string,
      person: string,
      path: string,
      body?: unknown,
      etag?: string,
    ) => {
      const visitor = await office.as(person);
      const headers = { 'idempotency-key': randomUUID(), ...(etag && { 'if-match': etag }) };
      hinder(caller);
      return repeated(() => visitor.post<Body>(path, body, headers));
    };
    const drafter = await office.as(DRAFTER);
    const before = expectOk(
      await drafter.get<{ items: unknown[] }>('/api/reports?limit=100'),
    ).items;
    const content = onePage();
    const { id } = await press<ReportView>('drafting', DRAFTER, '/api/reports', { content });
    hinder('drafting');
    const subject = 'Kết quả công tác cải cách hành chính';
    const json = { content: { ...content, subject } };
    const { revision } = await repeated(() =>
      drafter.put<ReportView>(`/api/reports/${id}`, json, '"1"'),
    );
    const path = `/api/reports/${id}/submissions`;
    const { findings } = expectOk(
      await drafter.get<{ findings: { rule: string }[] }>(`/api/reports/${id}/findings`),
    );
    const passedOver = findings.map(({ rule }) => rule);
    const { submissionId } = await press<{ submissionId: SubmissionId }>(
      ...(['drafting', DRAFTER, path, { passedOver }, `"${revision}"`] as const),
    );
    for (const [person, kind] of [
      [DEPUTY, 'agree'],
      [CHAIRMAN, 'sign'],
    ] as const) {
      const { submission, page } = await office.asked(person, submissionId);
      const { contentHash } = submission;
      const said = { kind, contentHash, ...(page && { pageHash: page.sha256 }) };
      await press('approval', person, `/api/submissions/${submissionId}/decisions`, said);
    }
    commune.stack.faults.clear();
    expect(await behind.untilEnded(submissionId)).toMatchObject({ status: 'issued' });
    await expectIssuedOnce(id, { stored: 2 });
    const after = expectOk(await drafter.get<{ items: unknown[] }>('/api/reports?limit=100')).items;
    expect(after).toHaveLength(before.length + 1);
  };

  it.each(
    whenSlow([
      ['are lost once', 1],
      ['are lost so often that the browser tries again', HEARD_OF],
    ]),
  )(
    'tells nobody that their own press is in their way, though the answers to its writes %s',
    async (_, times) => {
      await hindered((caller) => {
        commune.stack.faults.clear();
        for (const action of ['dynamodb:TransactWriteItems', 'dynamodb:PutItem'])
          commune.fail({ caller, action, code: failureOf(action), times, moment: 'after' });
      });
    },
  );

  it('tells nobody that their own press is in their way, though the function dies after its write', async () => {
    await hindered((caller) => {
      commune.stack.faults.clear();
      commune.crash({ caller, action: 'dynamodb:TransactWriteItems' });
    });
  });

  describe('on the way of a report that waits by a token', () => {
    let reportId: ReportId;
    let submissionId: SubmissionId;
    let token = '';
    let looks: string[] = [];

    beforeAll(async () => {
      const { office, behind } = commune;
      const report = await office.draft();
      reportId = report.id;
      submissionId = await office.submit(report);
      await office.asked(DEPUTY, submissionId);
      const waiting = await behind.records.tokens.read(submissionId, { kind: 'round', round: 0 });
      token = waiting?.token ?? '';
      looks = await Promise.all(
        [
          [DRAFTER, `/api/reports/${reportId}`],
          [DRAFTER, `/api/reports/${reportId}/history`],
          [DRAFTER, `/api/submissions/${submissionId}`],
          [DEPUTY, '/api/waiting'],
          [DEPUTY, `/api/submissions/${submissionId}`],
          [CLERK, '/api/registry'],
          [CLERK, `/api/registry/${submissionId}`],
        ].map(async ([person = '', path = '']) =>
          JSON.stringify(expectOk(await (await office.as(person)).get(path))),
        ),
      );
    });

    it('delivers to everybody though a delivery is written while another transaction is under way', async () => {
      commune.fail({
        caller: 'deliver',
        action: 'dynamodb:TransactWriteItems',
        code: 'TransactionConflictException',
        status: 400,
      });
      expect(await issue(submissionId)).toMatchObject({ status: 'issued', owedSince: null });
      await expectIssuedOnce(reportId, { stored: 2 });
    });

    it('shows the token of a wait to nobody', async () => {
      const { stack } = commune;
      const logs = join(stack.folder, 'logs');
      const logged = readdirSync(logs).map((file) => readFileSync(join(logs, file), 'utf8'));
      const mail = await (await fetch(`${stack.mailUrl}/store`)).text();

      expect(token.length).toBeGreaterThan(20);
      expect(logged.join('')).not.toBe('');
      for (const text of [...looks, ...logged, mail]) expect(text).not.toContain(token);
      // The whole of it, so that nothing could be made of a part: what tokens are made of is not shown either.
      expect([...looks, ...logged, mail].join('')).not.toMatch(/taskToken/i);
    });
  });
});
