// How do files of text travel? Compressed, as CloudFront sends them: Brotli if the browser takes it, else gzip.
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Between what costs more time than it saves, and what takes all of it: about what CloudFront does. */
const BROTLI_QUALITY = 5;
/** CloudFront leaves what is smaller as it is. */
const LEAST_BYTES = 1_000;
/** More than the web has files, in both ways; the oldest make room. */
const MOST_KEPT = 500;

const WAYS = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
};
type Way = keyof typeof WAYS;

/** Images and fonts of the web are compressed in themselves. */
const TEXT = /^(text\/|application\/(json|manifest\+json)|image\/svg\+xml)/;

const kept = new Map<string, Promise<Uint8Array>>();

/** The file's bytes as this browser takes them; null when they are to be sent as they are. */
export const compressed = async (
  file: string,
  type: string,
  accepted: string,
): Promise<{ way: Way; bytes: Uint8Array } | null> => {
  const way = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(accepted));
  const { size, mtimeMs } = await stat(file);
  if (!way || size < LEAST_BYTES || !TEXT.test(type)) return null;
  const key = `${way} ${mtimeMs} ${file}`;
  const bytes = kept.get(key) ?? readFile(file).then(WAYS[way]);
  kept.set(key, bytes);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
  return { way, bytes: await bytes };
};
