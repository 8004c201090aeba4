// Where are the images that people sign and agencies seal with? In a bucket of their own, under owner and hash, for good.
import { sha256 } from '../../domain/canonical-hash.ts';
import { imageKey } from '../../domain/file-keys.ts';
import { PNG } from '../../domain/file-kind.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Clock, Images } from '../../use-cases/ports.ts';
import { type Bucket, linkTo, readFile, writeUnlessPresent } from './bucket.ts';

export const imagesIn = (bucket: Bucket, clock: Clock): Images => ({
  keep: async (owner, png) => {
    const hash = sha256(png);
    const file = { bytes: png, contentType: PNG, sha256: hash };
    await writeUnlessPresent(bucket, { key: imageKey(owner, hash), ...file });
    return hash;
  },
  read: async (owner, hash) => {
    const png = await readFile(bucket, { key: imageKey(owner, hash) });
    if (png === null) throw new Refusal('file_not_found');
    if (sha256(png) !== hash) throw new Refusal('file_differs');
    return png;
  },
  link: (owner, hash, fileName) =>
    linkTo(bucket, clock, { key: imageKey(owner, hash) }, 'inline', fileName),
});
