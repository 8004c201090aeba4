// Whom does the endpoint believe? Only who signed exactly this request, with a known key, in time.
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSecrets } from '../../../infra/local/aws/secrets.ts';
import type { Caller } from '../../../infra/local/aws/service.ts';
import {
  clientSettings,
  freshFolder,
  functionWith,
  type LocalAws,
  machine,
  place,
  s3Of,
  startLocalAws,
} from './local-aws.ts';

const page = 'https://app.example';
const signer = functionWith({
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: 'arn:aws:s3:::files/*',
});
const at = { Bucket: 'files', Key: 'công văn.pdf' };

let aws: LocalAws;
let s3: S3Client;
let home: Awaited<ReturnType<typeof freshFolder>>;

beforeAll(async () => {
  home = await freshFolder();
  const cors = [
    { allowedOrigins: [page], allowedMethods: ['PUT', 'GET'], allowedHeaders: ['content-type'] },
  ];
  const secrets = await openSecrets(`${home.folder}/secrets`, place);
  await secrets.put('app/token', 'whispered');
  aws = await startLocalAws({
    folder: home.folder,
    buckets: [{ name: 'files', versioned: false, cors }],
    services: { secretsmanager: secrets.service },
  });
  s3 = s3Of(aws, signer);
});

beforeEach(async () => {
  aws.clock.now = new Date();
  aws.callers.splice(0, Infinity, machine, signer);
  await s3Of(aws, machine).send(
    new PutObjectCommand({ ...at, Body: 'paper', ContentType: 'application/pdf' }),
  );
});

afterAll(async () => {
  await aws.close();
  await home.remove();
});

const secretOf = (caller: Caller) => {
  const client = new SecretsManagerClient(clientSettings(aws.url, caller));
  return client.send(new GetSecretValueCommand({ SecretId: 'app/token' }));
};

/** Seconds from now. */
const later = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

test('a caller with a wrong secret is refused in the words of each protocol', async () => {
  const impostor = { ...machine, secretAccessKey: 'guessed' };

  await expect(secretOf(impostor)).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  await expect(s3Of(aws, impostor).send(new GetObjectCommand(at))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
  });
});

test('a key that nobody holds is refused', async () => {
  const stranger = { ...machine, accessKeyId: 'STRANGER' };

  await expect(secretOf(stranger)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
  await expect(s3Of(aws, stranger).send(new GetObjectCommand(at))).rejects.toMatchObject({
    name: 'InvalidAccessKeyId',
  });
});

test('an unsigned request is refused at both addresses', async () => {
  const call = await fetch(aws.url, { method: 'POST', body: '{}' });
  const file = await fetch(`${aws.filesUrl}/files/k`);

  expect(await call.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  expect(file.status).toBe(403);
  expect(await file.text()).toContain('<Code>AccessDenied</Code>');
});

test('a request signed a quarter of an hour ago is too old', async () => {
  aws.clock.now = later(15 * 60 + 5);

  await expect(s3.send(new GetObjectCommand(at))).rejects.toMatchObject({
    name: 'RequestTimeTooSkewed',
  });
});

test('a signed link opens until it expires, with the name and type it was signed with', async () => {
  const link = await getSignedUrl(
    s3,
    new GetObjectCommand({ ...at, ResponseContentDisposition: 'attachment; filename="a.pdf"' }),
    { expiresIn: 60 },
  );

  const opened = await fetch(link);
  aws.clock.now = later(61);
  const expired = await fetch(link);

  expect(await opened.text()).toBe('paper');
  expect(opened.headers.get('content-disposition')).toBe('attachment; filename="a.pdf"');
  expect(opened.headers.get('content-type')).toBe('application/pdf');
  expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
  expect(expired.status).toBe(403);
  expect(await expired.text()).toContain('<Message>Request has expired</Message>');
});

test('a file name with letters that no header can carry is refused, as on AWS', async () => {
  const link = await getSignedUrl(
    s3,
    new GetObjectCommand({ ...at, ResponseContentDisposition: 'attachment; filename="báo cáo ứ"' }),
    { expiresIn: 60 },
  );

  expect(await (await fetch(link)).text()).toContain('ISO-8859-1');
});

test('a body that is not part of the signature is refused by all but S3', async () => {
  const client = new SecretsManagerClient(clientSettings(aws.url, machine));
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amz-content-sha256'] = 'UNSIGNED-PAYLOAD';
      return next(args);
    },
    { step: 'build' },
  );
  const read = client.send(new GetSecretValueCommand({ SecretId: 'app/token' }));

  await expect(read).rejects.toMatchObject({ name: 'InvalidSignatureException' });
});

test('a link that was altered opens nothing', async () => {
  const link = await getSignedUrl(s3, new GetObjectCommand(at), { expiresIn: 60 });
  const forgeries = [
    link.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'),
    link.replace('.pdf', '.exe'),
    `${link}&response-content-type=text%2Fhtml`,
    link.replace(/X-Amz-Signature=.{4}/, 'X-Amz-Signature=0000'),
    link.replace(/X-Amz-Signature=\w+/, 'X-Amz-Signature='),
  ];

  for (const forgery of forgeries) expect((await fetch(forgery)).ok).toBe(false);
});

test('a link for more than seven days is refused', async () => {
  const link = await getSignedUrl(s3, new GetObjectCommand(at), { expiresIn: 60 });
  const eternal = link.replace('X-Amz-Expires=60', 'X-Amz-Expires=604801');

  expect((await fetch(eternal)).status).toBe(400);
});

test('a link is worth what its signer may do when it is used', async () => {
  const link = await getSignedUrl(s3, new GetObjectCommand(at), { expiresIn: 60 });
  aws.callers.splice(0, Infinity, { ...signer, allows: [] });

  const refused = await fetch(link);
  aws.callers.length = 0;
  const gone = await fetch(link);

  expect(await refused.text()).toContain('s3:GetObject');
  expect(await gone.text()).toContain('InvalidAccessKeyId');
});

test('a signed upload takes what was signed, and its type when that was signed too', async () => {
  const link = await getSignedUrl(
    s3,
    new PutObjectCommand({ Bucket: 'files', Key: 'up', ContentType: 'image/png' }),
    { expiresIn: 60, signableHeaders: new Set(['host', 'content-type']) },
  );
  const upload = (type: string) =>
    fetch(link, { method: 'PUT', body: 'bytes', headers: { 'content-type': type } });

  expect((await upload('text/html')).status).toBe(403);
  expect((await upload('image/png')).status).toBe(200);
  const smuggled = await fetch(link, {
    method: 'PUT',
    headers: { 'content-type': 'image/png', 'x-amz-meta-by': 'me' },
  });
  expect(await smuggled.text()).toContain('not signed');
});

test('a body exchanged on the way is noticed', async () => {
  const client = s3Of(aws, signer);
  client.middlewareStack.add(
    (next) => (args) => {
      Object.assign(args.request as object, { body: 'other' });
      return next(args);
    },
    { step: 'deserialize' },
  );
  const write = client.send(new PutObjectCommand({ Bucket: 'files', Key: 'swap', Body: 'these' }));

  await expect(write).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
});

test('a page of a known origin may read and upload, and no other page', async () => {
  const link = await getSignedUrl(s3, new GetObjectCommand(at), { expiresIn: 60 });
  const asking = (origin: string, header: string) =>
    fetch(link, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': header,
      },
    });

  const read = await fetch(link, { headers: { origin: page } });

  expect(read.headers.get('access-control-allow-origin')).toBe(page);
  expect((await asking(page, 'content-type')).status).toBe(200);
  expect((await asking(page, 'x-other')).status).toBe(403);
  expect((await asking('https://evil.example', 'content-type')).status).toBe(403);
  const elsewhere = await fetch(link, { headers: { origin: 'https://evil.example' } });
  expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull();
});
