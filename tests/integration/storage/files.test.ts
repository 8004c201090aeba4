// Are files written once, read by version and linked to for a minute? Asked of the S3 that runs here.
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bucket } from '../../../functions/adapters/buckets/bucket.ts';
import { signedFilesIn } from '../../../functions/adapters/buckets/signed-files.ts';
import { workingFilesIn } from '../../../functions/adapters/buckets/working-files.ts';
import { systemClock } from '../../../functions/adapters/clock-and-ids.ts';
import { sha256 } from '../../../functions/domain/canonical-hash.ts';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import {
  clientSettings,
  freshFolder,
  type LocalAws,
  machine,
  s3Of,
  startLocalAws,
} from '../aws/local-aws.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const A_PDF = bytesOf('%PDF-1.7 the first');
const ANOTHER_PDF = bytesOf('%PDF-1.7 another');
const PDF = 'application/pdf';
const NAME = 'Báo cáo 118/BC-UBND "quý I".pdf';

let aws: LocalAws;
let home: Awaited<ReturnType<typeof freshFolder>>;
let bucket: (name: string) => Bucket;

beforeAll(async () => {
  home = await freshFolder();
  aws = await startLocalAws({
    folder: home.folder,
    buckets: [
      { name: 'working', versioned: false },
      { name: 'signed', versioned: true, objectLock: { mode: 'GOVERNANCE', days: 1 } },
    ],
  });
  const client = s3Of(aws, machine);
  bucket = (name) => ({ client, name });
});
afterAll(async () => {
  await aws.close();
  await home.remove();
});

describe('a file on its way', () => {
  test('is written once, and what is there stays', async () => {
    const working = workingFilesIn(bucket('working'), systemClock);

    expect(await working.writeOnce('submissions/1/page.pdf', A_PDF, PDF)).toBe('written');
    expect(await working.writeOnce('submissions/1/page.pdf', ANOTHER_PDF, PDF)).toBe('present');

    expect(Buffer.from((await working.read('submissions/1/page.pdf')) ?? [])).toEqual(
      Buffer.from(A_PDF),
    );
  });

  test('that nobody has written is not there', async () => {
    expect(await workingFilesIn(bucket('working'), systemClock).read('nothing')).toBeNull();
  });

  test('is shown by a link, under its Vietnamese name', async () => {
    const working = workingFilesIn(bucket('working'), systemClock);
    await working.writeOnce('submissions/2/page.pdf', A_PDF, PDF);

    const { url, expiresAt } = await working.link('submissions/2/page.pdf', NAME);
    const response = await fetch(url);

    expect(await response.text()).toBe('%PDF-1.7 the first');
    expect(response.headers.get('content-type')).toBe(PDF);
    expect(response.headers.get('content-disposition')).toBe(
      'inline; filename="Bao cao 118_BC-UBND _quy I_.pdf"; ' +
        "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20118_BC-UBND%20%22qu%C3%BD%20I%22.pdf",
    );
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(60_000);
  });

  test('is no longer shown by a link that is older than a minute', async () => {
    const longAgo = { now: () => instantOf(Date.now() - 61_000) };
    const working = workingFilesIn(bucket('working'), longAgo);
    await working.writeOnce('submissions/3/page.pdf', A_PDF, PDF);

    const { url } = await working.link('submissions/3/page.pdf', NAME);

    expect((await fetch(url)).status).toBe(403);
  });
});

describe('a file that is known before it comes', () => {
  const known = { bytes: A_PDF.length, sha256: sha256(A_PDF) };
  const post = async (key: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = await workingFilesIn(bucket('working'), systemClock).uploadFormFor(
      key,
      PDF,
      known,
    );
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
    body.append('file', new Blob([bytes]));
    return (await fetch(form.url, { method: 'POST', body })).status;
  };

  test('is taken by the store, which tells what it has', async () => {
    expect(await post('attachments/1', A_PDF)).toBe(204);

    const found = await workingFilesIn(bucket('working'), systemClock).look('attachments/1', 4);

    expect(found).toMatchObject(known);
    expect(Buffer.from(found?.beginning ?? [])).toEqual(Buffer.from('%PDF'));
  });

  test('is refused by the store when other bytes of the same length, or more, come', async () => {
    const other = Uint8Array.from(A_PDF, (byte) => byte ^ 1);
    expect(await post('attachments/2', other)).toBe(400);
    expect(await post('attachments/2', bytesOf('%PDF-1.7 the first and more'))).toBe(400);

    expect(
      await workingFilesIn(bucket('working'), systemClock).look('attachments/2', 4),
    ).toBeNull();
  });
});

describe('an issued file', () => {
  test('is kept once: the second to come adopts the version and hash of the first', async () => {
    const signed = signedFilesIn(bucket('signed'), systemClock);

    const first = await signed.keep('issued/118.pdf', A_PDF, PDF, sha256(A_PDF));
    const second = await signed.keep('issued/118.pdf', ANOTHER_PDF, PDF, sha256(ANOTHER_PDF));

    expect(first.sha256).toBe(sha256(A_PDF));
    expect(second).toEqual(first);
  });

  test('is read by its version', async () => {
    const signed = signedFilesIn(bucket('signed'), systemClock);
    const { versionId } = await signed.keep('issued/119.pdf', A_PDF, PDF, sha256(A_PDF));

    const bytes = await signed.read('issued/119.pdf', versionId);

    expect(sha256(bytes ?? bytesOf(''))).toBe(sha256(A_PDF));
    expect(await signed.read('issued/nothing.pdf', versionId)).toBeNull();
  });

  test('is refused by the store when its bytes are not those of the hash', async () => {
    const signed = signedFilesIn(bucket('signed'), systemClock);

    const keeping = signed.keep('issued/120.pdf', A_PDF, PDF, sha256(ANOTHER_PDF));

    await expect(keeping).rejects.toThrow();
  });

  test('is downloaded by a link to its version', async () => {
    const signed = signedFilesIn(bucket('signed'), systemClock);
    const { versionId } = await signed.keep('issued/121.pdf', A_PDF, PDF, sha256(A_PDF));

    const { url } = await signed.link('issued/121.pdf', versionId, '121-BC-UBND.pdf');
    const response = await fetch(url);

    expect(new URL(url).searchParams.get('versionId')).toBe(versionId);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(await response.text()).toBe('%PDF-1.7 the first');
  });
});

test('files are unavailable, not missing, when nobody answers', async () => {
  // Port 9 discards: nothing listens there.
  const client = new S3Client(clientSettings('http://127.0.0.1:9', machine));
  const unreachable = workingFilesIn({ client, name: 'working' }, systemClock);

  await expect(unreachable.read('anything')).rejects.toThrow(Unavailable);
});
