// How is a text made small for storage? As JSON under gzip, to a quarter of its size: a report of 40 pages fits an
// item, and a kilobyte less is a write unit less. Brotli at the same speed saves another hundredth on these texts,
// which is not worth its settings.
import { gunzipSync, gzipSync } from 'node:zlib';

export const compress = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value));

export const decompress = (bytes: Uint8Array): unknown =>
  JSON.parse(gunzipSync(bytes).toString('utf8'));
