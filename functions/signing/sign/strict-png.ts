// What of a PNG is drawn? Read as strictly as the standard writes it, and put together again without all the rest.
// Source: Portable Network Graphics (PNG) Specification, Third Edition (W3C, 2025), clauses 5 and 11.
import { crc32 } from 'node:zlib';

/** Bytes of the whole, and the pixels that they stand for. */
export type StrictPng = { width: number; height: number; png: Buffer };

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Length and type before the data of a chunk, its check behind them (5.3). */
const BEFORE = 8;
const BEHIND = 4;

/** In the order in which they stand (5.6); all others that are not critical are left out unread. */
const DRAWN = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];
/** Pixels may come in pieces, one behind the other. */
const REPEATED = 'IDAT';

/** For each colour type, the bits that a sample may have (11.2.1): grey, colours, palette, and the first two with opacity. */
const DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [0, [1, 2, 4, 8, 16]],
  [2, [8, 16]],
  [3, [1, 2, 4, 8]],
  [4, [8, 16]],
  [6, [8, 16]],
]);
const HEADER_BYTES = 13;
/** 256 colours of three bytes (11.2.2); a byte of opacity for each (11.3.1.1). */
const MOST_BYTES = { PLTE: 768, tRNS: 256 } as const;

type Chunk = { type: string; data: Buffer };

/** The chunks up to the end of the file, which is the last one's; null where there is anything else. */
const chunksOf = (bytes: Buffer): Chunk[] | null => {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    if (at + BEFORE + BEHIND > bytes.length) return null;
    const end = at + BEFORE + bytes.readUInt32BE(at);
    if (end + BEHIND > bytes.length) return null;
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return null;
    const type = bytes.toString('latin1', at + 4, at + BEFORE);
    chunks.push({ type, data: bytes.subarray(at + BEFORE, end) });
    at = end + BEHIND;
  }
  return chunks;
};

/** A small first letter says that a picture can be drawn without it (5.4). */
const isCritical = ({ type }: Chunk) => /^[A-Z]/u.test(type);

const inOrder = (types: readonly string[]): boolean =>
  types.every((type, index) => {
    const before = types[index - 1];
    if (before === undefined) return type === DRAWN[0];
    if (type === REPEATED && before === REPEATED) return true;
    return DRAWN.indexOf(type) > DRAWN.indexOf(before);
  }) && types.at(-1) === DRAWN.at(-1);

/** IDAT again behind a chunk that is left out is not one behind the other. */
const inOnePiece = (chunks: readonly Chunk[]): boolean => {
  const first = chunks.findIndex(({ type }) => type === REPEATED);
  const last = chunks.findLastIndex(({ type }) => type === REPEATED);
  return first !== -1 && chunks.slice(first, last).every(({ type }) => type === REPEATED);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(named.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(named), bytes.length - 4);
  return bytes;
};

/**
 * Checks, order and number of chunks are as the standard demands, and nothing stands behind the last. What is given
 * back holds one of each chunk that is drawn, so its header says what a decoder will find. null for everything else,
 * interlaced pictures among them: a decoder unpacks those without a limit.
 */
export const strictPng = (bytes: Uint8Array): StrictPng | null => {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (chunks === null || !inOnePiece(chunks)) return null;
  if (chunks[0]?.type !== DRAWN[0] || chunks.at(-1)?.type !== DRAWN.at(-1)) return null;
  const drawn = chunks.filter(({ type }) => DRAWN.includes(type));
  if (chunks.filter(isCritical).some(({ type }) => !DRAWN.includes(type))) return null;
  if (!inOrder(drawn.map(({ type }) => type))) return null;
  const data = (type: string) =>
    Buffer.concat(drawn.filter((each) => each.type === type).map((each) => each.data));
  const [header, palette, clear] = [data('IHDR'), data('PLTE'), data('tRNS')];
  if (header.length !== HEADER_BYTES) return null;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth = 0, colours = -1, ...methods] = header.subarray(8);
  const known = DEPTHS.get(colours)?.includes(depth) && methods.every((method) => method === 0);
  if (!known || width === 0 || height === 0) return null;
  if (palette.length > MOST_BYTES.PLTE || clear.length > MOST_BYTES.tRNS) return null;
  if (data('IEND').length > 0) return null;
  const kept = DRAWN.filter((type) => drawn.some((each) => each.type === type));
  const png = Buffer.concat([SIGNATURE, ...kept.map((type) => chunk(type, data(type)))]);
  return { width, height, png };
};
