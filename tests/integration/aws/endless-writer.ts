// A process that is there to be killed: it writes objects for ever, and says which ones S3 has accepted.
import { createHash } from 'node:crypto';
import { openBucket } from '../../../infra/local/aws/s3/bucket.ts';

const [folder = ''] = process.argv.slice(2);
const settings = { name: 'working', versioned: false };
const bucket = await openBucket(folder, settings, () => new Date());

for (let n = 0; ; n += 1) {
  const body = Buffer.alloc(200_000, `body ${n} `);
  // Every second write goes over an older object.
  const key = n % 2 === 0 ? `object-${n}` : 'rewritten';
  const headers = { 'x-amz-meta-sha256': createHash('sha256').update(body).digest('hex') };
  await bucket.put(key, { body, headers });
  process.stdout.write(`${key}\n`);
}
