// Where are the images that people sign and agencies seal with? In a bucket of their own, under owner and hash, for good.
import { sha256 } from '../domain/canonical-hash.ts';
import type { KeyHolder } from '../domain/key-holder.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Clock, Images } from '../use-cases/ports.ts';
import { type Bucket, linkTo, readFile, writeUnlessPresent } from './bucket.ts';

const FOLDER = { person: 'people', organization: 'organizations' } as const;

const keyOf = ({ kind, id }: KeyHolder, hash: string): string =>
  `${FOLDER[kind]}/${id}/${hash}.png`;

export const imagesIn = (bucket: Bucket, clock: Clock): Images => ({
  keep: async (owner, png) => {
    const hash = sha256(png);
    const file = { bytes: png, contentType: 'image/png', sha256: hash };
    await writeUnlessPresent(bucket, { key: keyOf(owner, hash), ...file });
    return hash;
  },
  read: async (owner, hash) => {
    const png = await readFile(bucket, { key: keyOf(owner, hash) });
    if (png === null) throw new Refusal('file_not_found');
    if (sha256(png) !== hash) throw new Refusal('file_differs');
    return png;
  },
  link: (owner, hash, fileName) =>
    linkTo(bucket, clock, { key: keyOf(owner, hash) }, 'inline', fileName),
});
