// Does the synthesized machine issue a signed report, once, whatever goes wrong between the signature and the inbox?
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionView, DeliveryProgress, EventView } from '../../functions/contracts/views.ts';
import type { Person } from '../../functions/domain/directory/organization.ts';
import type { ReportId, SubmissionId } from '../../functions/domain/ids.ts';
import { instantOf } from '../../functions/domain/instant-of.ts';
import { officeDayOf } from '../../functions/domain/office-calendar.ts';
import { numberOf as numberIn } from '../../functions/domain/workflow/submission.ts';
import type { Secrets } from '../../infra/local/aws/secrets.ts';
import { expectOk, seedContent, until } from '../../infra/local/people/office.ts';
import { makeTrialAuthority } from '../../infra/local/trust-services/certificate-authority.ts';
import { aPersonId } from '../support/builders.ts';
import { pdfinfo, pdfsig } from '../support/files/pdf-tools.ts';
import { printedLines } from '../support/files/printed-lines.ts';
import { type Commune, openCommune } from './commune.ts';

const DRAFTER = 'tran-thi-thu-ha';
const CHAIRMAN = 'nguyen-van-minh';
const CLERK = 'phan-thi-ngoc-lan';
const OFFICERS = ['ho-thi-mai', 'vo-thi-hong-nhung', 'bui-duc-long'];
const UNREACHED_OFFICER = aPersonId('bui-duc-long');
const DAY_MS = 24 * 60 * 60 * 1000;
const EXPIRED_KEY = 'trinh-ky-demo/signers/expired';

/** A signer's key whose certificate ended yesterday, in a secret; its certificate. */
const keepExpiredKey = async (secrets: Secrets): Promise<string> => {
  const { pkcs12, password, certificatePem } = await makeTrialAuthority().issuePkcs12({
    commonName: 'Nguyễn Văn Minh',
    organization: 'UBND xã Sơn Trung',
    validFrom: new Date(Date.now() - 2 * DAY_MS),
    validTo: new Date(Date.now() - DAY_MS),
  });
  const secret = { pkcs12: Buffer.from(pkcs12).toString('base64'), password };
  await secrets.put(EXPIRED_KEY, JSON.stringify(secret));
  return certificatePem;
};

/** What the small mail server says of what it keeps. */
type Mailbox = { emails: { subject: string; destination: { to: string[] } }[] };

/** What of a report's content is not said on paper: codes for its parts and its ways. */
const CODES = ['type', 'kind', 'means', 'organizationId'];

/** Every text of a report's content. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    CODES.includes(name) ? [] : textsOf(part),
  );
};

/** The attribute that carries a timestamp (RFC 3161, appendix A), as it stands in the hexadecimal of a signature. */
const TIMESTAMP_ATTRIBUTE = '060b2a864886f70d010910020e';

/** How many signatures of the file are timestamped. */
const timestamps = (pdf: Uint8Array): number =>
  Buffer.from(pdf).toString('latin1').toLowerCase().split(TIMESTAMP_ATTRIBUTE).length - 1;

describe('from the signature to the inbox', () => {
  let commune: Commune;
  let expiredCertificate: string;

  beforeAll(async () => {
    commune = await openCommune();
    expiredCertificate = await keepExpiredKey(commune.stack.secrets);
  });
  beforeEach(() => commune.stack.faults.clear());
  afterAll(() => commune?.close());

  /** How many mails of that subject somebody has got. */
  const mailsTo = async (person: string, about: string): Promise<number> => {
    const { emails } = (await (await fetch(`${commune.stack.mailUrl}/store`)).json()) as Mailbox;
    return emails.filter(
      ({ subject, destination }) =>
        subject === about && destination.to.includes(`${person}@example.com`),
    ).length;
  };

  const numberOf = async (submissionId: SubmissionId) =>
    numberIn(await commune.behind.submission(submissionId))?.number;

  /** The storing function does not find the sealed file, once: that is no failure to wait out. */
  const loseTheSealedFile = () =>
    commune.fail({ caller: 'store', action: 's3:GetObject', code: 'NoSuchKey', status: 404 });

  const stuckReport = async () => {
    loseTheSealedFile();
    const signed = await commune.signedReport();
    await commune.office.clerkAsked(signed.submissionId, 'stuck');
    return signed;
  };

  /** The alarms that those who look after the system are called by. */
  const ringing = (): string[] =>
    commune.stack.watching
      .alarms()
      .filter(({ state }) => state === 'ALARM')
      .map(({ id }) => id);

  const expectIssuedOnce = async (reportId: ReportId, submissionId: SubmissionId) => {
    const { office, behind } = commune;
    await office.untilStatus(reportId, 'issued');
    const ended = await commune.behind.untilEnded(submissionId);
    const kinds = await behind.kinds(reportId);
    const { delivered: deliveries } = await behind.records.deliveries.of(reportId);
    expect(ended).toMatchObject({ status: 'issued', stuck: null, owedSince: null });
    expect(kinds.filter((kind) => kind === 'numbered' || kind === 'issued')).toEqual([
      'numbered',
      'issued',
    ]);
    expect((await behind.storedFiles(reportId)).toSorted()).toEqual(['reuse.docx', 'signed.pdf']);
    expect(deliveries.map(({ recipientId }) => recipientId).toSorted()).toEqual(
      ended.recipients.toSorted(),
    );
    expect(await behind.brokenLinks(reportId)).toEqual([]);
  };

  const expectNoGap = async () => {
    const numbers = (await commune.behind.register()).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => 118 + index));
  };

  it('makes the seed report 118/BC-UBND of today, signed and sealed, in three inboxes', async () => {
    const { office, stack } = commune;
    const { reportId, submissionId } = await commune.signedReport(seedContent());
    const { issue } = await office.untilStatus(reportId, 'issued');
    const deliveries = await Promise.all(OFFICERS.map((one) => office.delivered(one, reportId)));
    const { bytes, sha256 } = await office.download('vo-thi-hong-nhung', reportId, 'pdf');
    const drafter = await office.as(DRAFTER);
    const progress = expectOk(
      await drafter.get<{ items: DeliveryProgress[] }>(`/api/reports/${reportId}/deliveries`),
    );
    const signatures = await pdfsig(bytes, stack.authorityPem);
    const { submission } = expectOk(
      await drafter.get<DecisionView>(`/api/submissions/${submissionId}`),
    );
    const info = await pdfinfo(bytes);
    const text = (await printedLines(bytes)).map((line) => line.text).join(' ');
    const missing = textsOf(seedContent())
      .flatMap((words) => words.split(/\s+/))
      .filter((word) => /\p{L}/u.test(word) && !text.includes(word));

    expect(ringing()).toEqual([]);
    expect(issue).toMatchObject({
      number: 118,
      symbol: 'BC-UBND',
      date: officeDayOf(instantOf(Date.now())),
    });
    expect(await commune.behind.register()).toMatchObject([{ note: 'Ký số cơ quan tự động' }]);
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(3);
    expect(progress.items.map(({ status }) => status)).toEqual(['arrived', 'arrived', 'arrived']);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(signatures).toMatchObject([
      { valid: true, trusted: true, signer: expect.stringContaining('Nguyễn Văn Minh') },
      { valid: true, trusted: true, wholeFile: true },
    ]);
    expect(signatures).toHaveLength(2);
    expect(timestamps(bytes)).toBe(2);
    expect(submission.timestamped).toBe(true);
    expect(info).toMatchObject({ Tagged: 'yes', 'PDF version': '1.7' });
    expect(text).toContain('118/BC-UBND');
    expect(missing).toEqual([]);
    await expectIssuedOnce(reportId, submissionId);
  });

  it('hands the report back with the reason, and takes no number, when the certificate has expired', async () => {
    const { office, behind } = commune;
    const certificatePem = expiredCertificate;
    const signingKey = { kind: 'secret', secretId: EXPIRED_KEY, certificatePem } as const;
    const before = await behind.changePerson(aPersonId(CHAIRMAN), { signingKey });
    const numbersBefore = (await behind.register()).length;
    const { reportId, submissionId } = await commune.signedReport();
    const draft = await office.untilStatus(reportId, 'draft');
    await behind.changePerson(aPersonId(CHAIRMAN), { signingKey: before.signingKey });
    const drafter = await office.as(DRAFTER);
    const history = expectOk(
      await drafter.get<{ items: EventView[] }>(`/api/reports/${reportId}/history?limit=100`),
    );

    expect(draft).toMatchObject({ version: 2 });
    expect(history.items.at(-1)?.happening).toMatchObject({
      kind: 'handedBack',
      reason: 'certificate_expired',
    });
    expect(await commune.behind.untilEnded(submissionId)).toMatchObject({
      status: 'ended',
      how: 'handedBack',
    });
    expect(await behind.register()).toHaveLength(numbersBefore);
    // Lambda counts the refusal among the failures of `sign`.
    await expect.poll(ringing).toEqual([]);
  });

  describe('with a report that gets stuck before the number, after it, and on its way to the inboxes', () => {
    let reportId: ReportId;
    let submissionId: SubmissionId;

    it('keeps what all have agreed to when something unforeseen fails before the number', async () => {
      const { office, behind } = commune;
      commune.fail({
        caller: 'number',
        action: 'dynamodb:BatchGetItem',
        code: 'ResourceNotFoundException',
        status: 400,
      });
      ({ reportId, submissionId } = await commune.signedReport());
      await office.clerkAsked(submissionId, 'stuck');
      const agreed = await behind.submission(submissionId);
      loseTheSealedFile();
      await office.clerkPresses(submissionId, 'resumption');
      await office.clerkAsked(submissionId, 'stuck');

      expect(numberIn(agreed)).toBeNull();
      expect(await numberOf(submissionId)).toBeGreaterThan(0);
      expect((await behind.submission(submissionId)).decisions).toEqual(agreed.decisions);
    });

    it('keeps number and file of a stuck issue that the clerk resumes', async () => {
      const { office, behind } = commune;
      const before = await numberOf(submissionId);
      commune.fail({
        caller: 'deliver',
        action: 'dynamodb:GetItem',
        code: 'ResourceNotFoundException',
        status: 400,
      });
      await office.clerkPresses(submissionId, 'resumption');
      await office.clerkAsked(submissionId, 'stuck');
      expect(await numberOf(submissionId)).toBe(before);
      expect((await behind.storedFiles(reportId)).toSorted()).toEqual(['reuse.docx', 'signed.pdf']);
      await expectNoGap();
    });

    it('delivers what got stuck on its way to the inboxes, and owes nothing afterwards', async () => {
      const { office } = commune;
      expect(await office.read(DRAFTER, reportId)).toMatchObject({ status: 'issued' });
      await office.clerkPresses(submissionId, 'resumption');
      await expectIssuedOnce(reportId, submissionId);
      await expectNoGap();
    });
  });

  describe('with a report that is given up, and at its second issue does not reach everybody', () => {
    let reportId: ReportId;
    let left: Person;

    beforeAll(async () => {
      left = await commune.behind.changePerson(UNREACHED_OFFICER, {
        validUntil: '2026-01-01T00:00:00Z',
      });
    });
    afterAll(() => commune.behind.changePerson(UNREACHED_OFFICER, { validUntil: left.validUntil }));

    it('keeps a void number in the register with its reason, and gives the next one afterwards', async () => {
      const { office, behind } = commune;
      const stuck = await stuckReport();
      expect(ringing()).toContain('stuck');
      ({ reportId } = stuck);
      const { submissionId } = stuck;
      const given = (await numberOf(submissionId)) ?? 0;
      await office.clerkPresses(submissionId, 'giving-up', 'Phát hiện sai sót.');
      const draft = await office.untilStatus(reportId, 'draft');
      expect(await commune.behind.untilEnded(submissionId)).toMatchObject({
        how: 'voided',
        owedSince: null,
      });
      const again = await office.submit(draft);
      await office.decide('le-quoc-hung', again, 'agree');
      await office.decide(CHAIRMAN, again, 'sign');
      const { issue } = await office.untilStatus(reportId, 'issued');
      // What is issued is still being delivered, and the next test looks where it did not arrive.
      await behind.untilEnded(again);

      expect(issue?.number).toBe(given + 1);
      expect((await behind.register()).slice(-2)).toMatchObject([
        { number: given, status: 'void', note: 'Số hủy: Phát hiện sai sót.' },
        { number: given + 1, status: 'complete' },
      ]);
      expect((await behind.storedFiles(reportId)).toSorted()).toEqual(['reuse.docx', 'signed.pdf']);
      await expectNoGap();
    });

    it('delivers anew, and tells by mail, where the clerk sends on what had been sent back from there', async () => {
      const { office, behind } = commune;
      const [UNREACHED, ABOVE, OFFICER] = [
        'org_phong-van-hoa',
        'org_huyen-huong-son',
        'ho-thi-mai',
      ];
      const { id } = await office.delivered(OFFICER, reportId);
      const officer = await office.as(OFFICER);
      const reason = 'Không thuộc thẩm quyền.';
      expectOk(await officer.post(`/api/deliveries/${id}/return`, { reason }));
      const before = await mailsTo(OFFICER, 'Có văn bản đến');

      const path = `/api/held-deliveries/${reportId}/${UNREACHED}/sending`;
      expectOk(await (await office.as(CLERK)).post(path, { organizationId: ABOVE }));

      expect(await office.delivered(OFFICER, reportId)).toMatchObject({ id, status: 'arrived' });
      expect(await behind.kinds(id)).toEqual(['arrived', 'sentBack', 'arrived']);
      expect(await behind.brokenLinks(reportId)).toEqual([]);
      expect(await mailsTo(OFFICER, 'Có văn bản đến')).toBe(before + 1);
    });
  });

  it('only closes what is given up when its execution has died, and troubles no clerk with it', async () => {
    const { office, behind, stack } = commune;
    const { reportId, submissionId } = await stuckReport();
    stack.machine.stop(submissionId);
    await until('news of the end', async () => {
      const now = await behind.submission(submissionId);
      return now.status === 'issuing' && now.executionStopped;
    });
    await office.clerkPresses(submissionId, 'giving-up', 'Phát hiện sai sót.');
    await office.untilStatus(reportId, 'draft');
    const ended = await behind.untilEnded(submissionId);
    const entered = stack.machine
      .history(`${submissionId}-2`)
      .flatMap(({ type, state }) => (type.endsWith('StateEntered') ? [state] : []));

    expect(ended).toMatchObject({ how: 'voided', owedSince: null });
    expect(entered).toEqual([
      'Prepare the submission',
      'How far has it come?',
      'Close as decided',
      'Tell the drafter how it ended',
      'Closed',
    ]);
    await expectNoGap();
  });

  describe('with a report that the clerk is to seal', () => {
    let reportId: ReportId;
    let submissionId: SubmissionId;

    beforeAll(() => commune.behind.changeCommune({ sealing: 'clerk' }));
    afterAll(() => commune.behind.changeCommune({ sealing: 'automatic' }));

    it('waits for the clerk before the seal, where the commune wants it', async () => {
      const { office, behind } = commune;
      ({ reportId, submissionId } = await commune.signedReport());
      await office.clerkAsked(submissionId, 'seal');
      const waiting = await office.read(DRAFTER, reportId);
      expect(waiting).toMatchObject({ status: 'issuing', submission: { waitingForSeal: true } });
      expect(await behind.storedFiles(reportId)).toEqual([]);
    });

    it('shows a stopped execution to the clerk as stuck, and goes on in another one', async () => {
      const { office, behind, stack } = commune;
      const before = await mailsTo(CLERK, 'Có văn bản chưa phát hành được');
      stack.machine.stop(submissionId, 'Stopped', 'by hand');
      const row = await office.clerkAsked(submissionId, 'stuck');
      expect(row.wait).toEqual({ kind: 'stuck' });
      expect(await behind.submission(submissionId)).toMatchObject({
        stuck: { reason: 'workflow ABORTED' },
      });
      expect(await mailsTo(CLERK, 'Có văn bản chưa phát hành được')).toBe(before + 1);

      await office.clerkPresses(submissionId, 'resumption');
      await office.clerkAsked(submissionId, 'seal');
    });

    it('shows an execution that is stopped a second time to the clerk again', async () => {
      const { office, stack } = commune;
      stack.machine.stop(`${submissionId}-2`);
      await office.clerkAsked(submissionId, 'stuck');
      await office.clerkPresses(submissionId, 'resumption');
      await office.clerkAsked(submissionId, 'seal');
    });

    it('issues it when the clerk has sealed it', async () => {
      const { office, behind } = commune;
      await office.clerkPresses(submissionId, 'seal');
      await expectIssuedOnce(reportId, submissionId);
      expect(await behind.submission(submissionId)).toMatchObject({
        sealPressedBy: CLERK,
        turn: 3,
      });
      expect((await behind.register()).at(-1)).toMatchObject({ status: 'complete', note: '' });
      await expectNoGap();
    });
  });
});
