// Do the renderer's refusals keep their names on the way back, does mail carry Vietnamese, and is it never in the way? Through the SDK and the local endpoint.
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { rendererOf } from '../../../functions/adapters/functions/renderer.ts';
import { mailFrom } from '../../../functions/adapters/mail.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import type { Addressee } from '../../../functions/use-cases/ports.ts';
import { type Mail, startMail } from '../../../infra/local/aws/mail.ts';
import type { Service } from '../../../infra/local/aws/service.ts';
import { A_HASH, aPersonId } from '../../support/builders.ts';
import {
  clientSettings,
  freshFolder,
  type LocalAws,
  machine,
  startLocalAws,
} from '../aws/local-aws.ts';

const JOB = {
  modelKey: 'submissions/1/model.json',
  issuing: null,
  pdfKey: 'submissions/1/page.pdf',
  docxKey: null,
} as const;
const RENDERED = {
  pdfKey: JOB.pdfKey,
  pdfSha256: A_HASH,
  signatureArea: { page: 1, x: 320, y: 600, width: 170, height: 85 },
  docxKey: null,
  docxSha256: null,
};

/** A function that answers what the test says, as Lambda would carry it. */
const said: { failed: boolean; payload: unknown } = { failed: false, payload: RENDERED };
const lambda: Service = () => ({
  action: 'lambda:InvokeFunction',
  needs: [{ action: 'lambda:InvokeFunction', resources: ['*'], context: {} }],
  answer: () => ({
    status: 200,
    headers: {
      'content-type': 'application/json',
      ...(said.failed && { 'x-amz-function-error': 'Unhandled' }),
    },
    body: Buffer.from(JSON.stringify(said.payload)),
  }),
});

let aws: LocalAws;
let post: Mail;
let home: Awaited<ReturnType<typeof freshFolder>>;

beforeAll(async () => {
  home = await freshFolder();
  post = await startMail();
  aws = await startLocalAws({ folder: home.folder, services: { lambda, ses: post.service } });
});
afterAll(async () => {
  await aws.close();
  await post.stop();
  await home.remove();
});

const renderer = () =>
  rendererOf({
    client: new LambdaClient(clientSettings(aws.url, machine)),
    functionName: 'render',
  });

test('what was rendered comes back', async () => {
  Object.assign(said, { failed: false, payload: RENDERED });

  expect(await renderer().render(JOB)).toEqual(RENDERED);
});

test('what the renderer refuses is refused here under the same code', async () => {
  const payload = { errorType: 'text_unprintable', errorMessage: 'U+6F22 cannot be printed' };
  Object.assign(said, { failed: true, payload });

  await expect(renderer().render(JOB)).rejects.toMatchObject({ code: 'text_unprintable' });
});

test('a renderer that broke is unavailable', async () => {
  const payload = { errorType: 'Runtime.ExitError', errorMessage: 'exit status 1' };
  Object.assign(said, { failed: true, payload });

  await expect(renderer().render(JOB)).rejects.toThrow(Unavailable);
});

const Store = z.object({
  emails: z.array(
    z.object({
      from: z.string(),
      subject: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      body: z.object({ text: z.string() }),
    }),
  ),
});

/** Who did not get their mail, and why, one entry a mail. */
const unsent: [person: string, subject: string, why: string][] = [];

const mail = (url = aws.url) =>
  mailFrom({
    client: new SESv2Client(clientSettings(url, machine)),
    from: 'Trình Ký <trinh-ky@example.com>',
    webUrl: 'https://trinh-ky.example.com',
    unsent: async ({ id }, { subject }, why) => {
      unsent.push([id, subject, why]);
    },
  });

const reader = (sub: string): Addressee => ({
  id: aPersonId(sub),
  organizationId: 'org_son-trung',
  email: `${sub}@example.com`,
});
const MAIL = {
  to: [reader('le-quoc-hung'), reader('nguyen-van-minh')],
  subject: 'Có báo cáo chờ ký',
  text: 'Kính gửi đồng chí Chủ tịch,\nBáo cáo quý I đang chờ ký.',
};

/** By whom they were for. */
const sent = async () => {
  const { emails } = Store.parse(await (await fetch(new URL('/store', post.url))).json());
  const readerOf = ({ destination }: (typeof emails)[number]) => destination.to.join();
  return emails.toSorted((one, other) => readerOf(one).localeCompare(readerOf(other)));
};

beforeEach(async () => {
  await post.empty();
  unsent.length = 0;
});

test('everybody gets a mail of their own, with all its marks and the way to the web', async () => {
  await mail().send(MAIL);

  const emails = await sent();
  expect(emails.map(({ destination }) => destination.to)).toEqual([
    ['le-quoc-hung@example.com'],
    ['nguyen-van-minh@example.com'],
  ]);
  expect(emails[0]?.body.text).toContain('https://trinh-ky.example.com');
  expect(emails[0]).toMatchObject({
    subject: 'Có báo cáo chờ ký',
    body: { text: expect.stringContaining('Kính gửi đồng chí Chủ tịch,\nBáo cáo quý I') },
  });
  expect(unsent).toEqual([]);
});

test.each([
  { code: 'MessageRejected', status: 400 },
  { code: 'SendingPausedException', status: 400 },
  { code: 'MailFromDomainNotVerifiedException', status: 400 },
  { code: 'AccessDeniedException', status: 403 },
  { code: 'TooManyRequestsException', status: 429 },
  { code: 'InternalServiceErrorException', status: 500 },
])('$code for one address keeps nobody else from theirs, and is counted', async (error) => {
  aws.faults.failNext({ action: 'ses:SendEmail', times: 1, error });

  await mail().send(MAIL);

  const missed = MAIL.to.filter(({ id }) => id === unsent[0]?.[0]);
  const others = MAIL.to.filter((one) => !missed.includes(one));
  expect((await sent()).map(({ destination }) => destination.to)).toEqual(
    others.map(({ email }) => [email]),
  );
  expect(unsent).toEqual(missed.map(({ id }) => [id, MAIL.subject, error.code]));
  expect(missed).toHaveLength(1);
});

test('a mail server that is not there is counted once a mail, and is no failure', async () => {
  await mail('http://127.0.0.1:1').send(MAIL);

  expect(unsent.toSorted()).toEqual([
    ['le-quoc-hung', MAIL.subject, 'ECONNREFUSED'],
    ['nguyen-van-minh', MAIL.subject, 'ECONNREFUSED'],
  ]);
});
