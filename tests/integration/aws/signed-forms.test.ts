// What may a browser upload with a form that was signed for it? What the policy says, and nothing else.
import { createHash } from 'node:crypto';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sign } from '../../../infra/local/aws/sigv4.ts';
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

/** A form as an AWS SDK for browsers would have it signed: policy in base64, then the signature over it. */
const signedForm = async (conditions: unknown[], fields: Record<string, string>, body: string) => {
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = { date: date.slice(0, 8), region: place.region, service: 's3' };
  const fixed = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${signer.accessKeyId}/${scope.date}/${scope.region}/s3/aws4_request`,
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
  form.set('x-amz-signature', await sign(policy, scope, signer));
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
  const form = await signedForm(uploadConditions, fields, body);
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
  const form = await signedForm(
    [...uploadConditions, { acl: 'private' }],
    { ...uploadFields, acl: 'private' },
    'content',
  );

  const refused = await fetch(`${aws.filesUrl}/files`, { method: 'POST', body: form });

  expect(refused.status).toBe(501);
});

test('a form whose policy was altered or has expired uploads nothing', async () => {
  const altered = await signedForm(uploadConditions, uploadFields, 'content');
  altered.set('policy', Buffer.from('{"conditions":[]}').toString('base64'));
  const late = await signedForm(uploadConditions, uploadFields, 'content');
  const send = async (body: FormData) =>
    (await fetch(`${aws.filesUrl}/files`, { method: 'POST', body })).text();

  expect(await send(altered)).toContain('SignatureDoesNotMatch');
  aws.clock.now = later(61);
  expect(await send(late)).toContain('Policy expired');
});

test('the stored checksum of a form is the checksum of its file', async () => {
  const checksum = createHash('sha256').update('content').digest('base64');
  const form = await signedForm(
    [...uploadConditions, ['starts-with', '$x-amz-checksum-sha256', '']],
    { ...uploadFields, 'x-amz-checksum-sha256': checksum },
    'changed',
  );

  const refused = await fetch(`${aws.filesUrl}/files`, { method: 'POST', body: form });

  expect(await refused.text()).toContain('BadDigest');
});
