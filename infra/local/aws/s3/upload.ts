// Are these the bytes that were sent? A body out of its chunks, and every checksum that came with it.
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../aws-error.ts';
import { UNSIGNED_TRAILER } from '../sigv4.ts';
import type { S3Ask } from './ask.ts';

type Upload = { body: Buffer; checksums: Record<string, string> };

/** The checksums S3 can be given that are checked here; others are refused rather than believed. */
const algorithms: Record<string, (body: Buffer) => Buffer> = {
  'content-md5': (body) => createHash('md5').update(body).digest(),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest(),
  'x-amz-checksum-crc32': (body) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return sum;
  },
};

/**
 * The object in an upload, and the x-amz-checksum-* it is to be stored with.
 * Refuses with BadDigest, InvalidDigest, IncompleteBody or NotImplemented.
 */
export const readUpload = (ask: S3Ask): Upload => {
  const chunked = ask.header('x-amz-content-sha256') === UNSIGNED_TRAILER;
  const { body, trailers } = chunked ? dechunk(ask.body) : { body: ask.body, trailers: {} };
  const sent: Record<string, string> = { ...trailers };
  for (const name of ask.headerNames()) {
    if (!/^(content-md5|x-amz-checksum-(?!mode|type|algorithm).*)$/.test(name)) continue;
    sent[name] = ask.header(name) ?? '';
  }
  for (const [name, value] of Object.entries(sent)) check(name, value, body);
  delete sent['content-md5'];
  return { body, checksums: sent };
};

const check = (name: string, value: string, body: Buffer): void => {
  const algorithm = algorithms[name];
  if (!algorithm)
    throw new AwsError(501, 'NotImplemented', `The checksum ${name} is not known here.`);
  const expected = algorithm(body);
  const given = Buffer.from(value, 'base64');
  if (given.length !== expected.length) {
    throw new AwsError(400, 'InvalidDigest', `The value of ${name} is not valid.`);
  }
  if (!given.equals(expected)) {
    throw new AwsError(
      400,
      'BadDigest',
      `The ${name} you specified did not match what we received.`,
    );
  }
};

/** Unwraps aws-chunked: `size in hex CRLF bytes CRLF` until a size of zero, then trailing headers. */
const dechunk = (wire: Buffer): { body: Buffer; trailers: Record<string, string> } => {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = wire.indexOf('\r\n', at);
    const size = Number.parseInt(wire.toString('latin1', at, lineEnd), 16);
    const start = lineEnd + 2;
    if (lineEnd < 0 || Number.isNaN(size) || start + size > wire.length) {
      throw new AwsError(400, 'IncompleteBody', 'The request body terminated unexpectedly');
    }
    if (size === 0) return { body: Buffer.concat(chunks), trailers: readTrailers(wire, start) };
    chunks.push(wire.subarray(start, start + size));
    at = start + size + 2;
  }
};

const readTrailers = (wire: Buffer, start: number): Record<string, string> => {
  const lines = wire.toString('latin1', start).split('\r\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
};
