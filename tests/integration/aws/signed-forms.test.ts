// What may a browser upload with a form that was signed for it? What the policy says, and nothing else.
import { createHash, createHmac } from 'node:crypto';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  freshFolder,
  functionWith,
  type LocalAws,
  place,
  s3Of,
  startLocalAws,
} from './local-aws.ts';

const signer = functionWith({
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: 'arn:aws:s3:::files/*',
});

let aws: LocalAws;
let home: Awaited<ReturnType<typeof freshFolder>>;

beforeAll(async () => {
  home = await freshFolder();
  const buckets = [{ name: 'files', versioned: false }];
  aws = await startLocalAws({ folder: home.folder, buckets, callers: [signer] });
});

beforeEach(() => {
  aws.clock.now = new Date();
});

afterAll(async () => {
  await aws.close();
  await home.remove();
});

/** Seconds from now. */
const later = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** As AWS derives a key for one day, region and service, and signs with it, in hex. */
const sign = (text: string, day: string): string =>
  [day, place.region, 's3', 'aws4_request', text]
    .reduce(hmac, Buffer.from(`AWS4${signer.secretAccessKey}`))
    .toString('hex');

/** A form as an AWS SDK for browsers would have it signed: policy in base64, then the signature over it. */
const signedForm = (
  conditions: unknown[],
  fields: Record<string, string>,
  body: string,
  digitsOfDay = 8,
) => {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const day = date.slice(0, digitsOfDay);
  const fixed = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${signer.accessKeyId}/${day}/${place.region}/s3/aws4_request`,
    'x-amz-date': date,
  };
  const policy = Buffer.from(
    JSON.stringify({
      expiration: later(60).toISOString(),
      conditions: [...Object.entries(fixed).map(([k, v]) => ({ [k]: v })), ...conditions],
    }),
  ).toString('base64');
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fixed, ...fields, policy })) {
    form.set(name, value);
  }
  form.set('x-amz-signature', sign(policy, day));
  form.set('file', new Blob([body]), 'đính kèm.docx');
  return form;
};

const uploadConditions = [
  { bucket: 'files' },
  ['starts-with', '$key', 'import/'],
  ['eq', '$content-type', 'application/msword'],
  ['content-length-range', 2, 10],
];
const uploadFields = {
  key: ['import/$', '{filename}'].join(''),
  'content-type': 'application/msword',
};

const upload = async (fields: Record<string, string>, body: string): Promise<Response> => {
  const form = signedForm(uploadConditions, fields, body);
  return fetch(`${aws.filesUrl}/files`, { method: 'POST', body: form });
};

test('a signed form uploads a file of the promised kind and size', async () => {
  const done = await upload(uploadFields, 'content');

  expect(done.status).toBe(204);
  const Key = 'import/đính kèm.docx';
  const stored = await s3Of(aws, signer).send(new GetObjectCommand({ Bucket: 'files', Key }));
  expect(await stored.Body?.transformToString()).toBe('content');
  expect(stored.ContentType).toBe('application/msword');
});

test('a form that breaks its policy uploads nothing', async () => {
  const code = async (fields: Record<string, string>, body: string) =>
    /<Code>(\w+)/.exec(await (await upload(fields, body)).text())?.[1];

  expect(await code(uploadFields, 'much too long')).toBe('EntityTooLarge');
  expect(await code(uploadFields, 'x')).toBe('EntityTooSmall');
  expect(await code({ ...uploadFields, key: 'other/k' }, 'content')).toBe('AccessDenied');
  expect(await code({ ...uploadFields, 'content-type': 'text/html' }, 'abc')).toBe('AccessDenied');
  expect(await code({ ...uploadFields, 'cache-control': 'no' }, 'abc')).toBe('AccessDenied');
});

test('a form field that would do nothing here is refused', async () => {
  const form = signedForm(
    [...uploadConditions, { acl: 'private' }],
    { ...uploadFields, acl: 'private' },
    'content',
  );

  const refused = await fetch(`${aws.filesUrl}/files`, { method: 'POST', body: form });

  expect(refused.status).toBe(501);
});

test('a form that was signed for a month, as no key is made, uploads nothing', async () => {
  const form = signedForm(uploadConditions, uploadFields, 'content', 6);

  const refused = await fetch(`${aws.filesUrl}/files`, { method: 'POST', body: form });

  expect(refused.ok).toBe(false);
});

test('a form whose policy was altered or has expired uploads nothing', async () => {
  const altered = signedForm(uploadConditions, uploadFields, 'content');
  altered.set('policy', Buffer.from('{"conditions":[]}').toString('base64'));
  const late = signedForm(uploadConditions, uploadFields, 'content');
  const send = async (body: FormData) =>
    (await fetch(`${aws.filesUrl}/files`, { method: 'POST', body })).text();

  expect(await send(altered)).toContain('SignatureDoesNotMatch');
  aws.clock.now = later(61);
  expect(await send(late)).toContain('Policy expired');
});

test('the stored checksum of a form is the checksum of its file', async () => {
  const checksum = createHash('sha256').update('content').digest('base64');
  const form = signedForm(
    [...uploadConditions, ['starts-with', '$x-amz-checksum-sha256', '']],
    { ...uploadFields, 'x-amz-checksum-sha256': checksum },
    'changed',
  );

  const refused = await fetch(`${aws.filesUrl}/files`, { method: 'POST', body: form });

  expect(await refused.text()).toContain('BadDigest');
});
