// How is an encrypted PDF read if it opens without a password? The standard handler, revisions 2 to 6 (ISO 32000-2, 7.6).
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Effort } from '../effort.ts';
import { Dict, Malformed, Name, type Ref, Text, type Value } from './object.ts';

export type Undo = (raw: Uint8Array) => Uint8Array;

/** What undoes the encryption of one object's strings or stream; undefined where it is not encrypted. */
export type Decryptor = (kind: 'string' | 'stream', of: Ref, dict?: Dict) => Undo | undefined;

type Method = 'none' | 'rc4' | 'aes128' | 'aes256';

/** Stands in for the password's missing characters (algorithm 2): all of them, as there is none. */
const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

/**
 * Undefined when the file asks for a password, or is encrypted in a way that is not known here.
 *
 * @param resolve looks up what a reference stands for
 */
export const openWithoutPassword = (
  encrypt: Dict,
  fileId: Uint8Array,
  resolve: (value: Value | undefined) => Value,
  effort: Effort,
): Decryptor | undefined => {
  const entry = (key: string) => resolve(encrypt.entries.get(key));
  const number = (key: string) => {
    const value = entry(key);
    return typeof value === 'number' ? value : undefined;
  };
  const text = (key: string) => {
    const value = entry(key);
    return value instanceof Text ? value.raw : new Uint8Array();
  };
  const filter = entry('Filter');
  const version = number('V') ?? 0;
  const revision = number('R') ?? 0;
  if (!(filter instanceof Name) || filter.value !== 'Standard') return undefined;
  if (![1, 2, 4, 5].includes(version) || revision < 2 || revision > 6) return undefined;
  effort.spendOnHash(2 * fileId.length);
  const methodNamed = (key: string): Method | undefined => {
    if (version < 4) return 'rc4';
    const name = entry(key);
    if (!(name instanceof Name) || name.value === 'Identity') return 'none';
    const filters = entry('CF');
    const chosen = filters instanceof Dict ? resolve(filters.entries.get(name.value)) : null;
    const method = chosen instanceof Dict ? resolve(chosen.entries.get('CFM')) : null;
    return method instanceof Name ? METHODS[method.value] : undefined;
  };
  const methods = { string: methodNamed('StrF'), stream: methodNamed('StmF') };
  const keyBytes =
    version === 1 ? 5 : version === 4 ? 16 : Math.floor((number('Length') ?? 40) / 8);
  const key =
    version === 5
      ? newKey(text('U'), text('UE'), revision, effort)
      : oldKey({
          owner: text('O'),
          user: text('U'),
          permissions: number('P') ?? 0,
          fileId,
          revision,
          keyBytes: Math.min(Math.max(keyBytes, 5), 16),
          hidesMetadata: entry('EncryptMetadata') !== false,
        });
  if (key === undefined || methods.string === undefined || methods.stream === undefined) {
    return undefined;
  }
  return (kind, of, dict) => {
    const method = methods[kind] ?? 'none';
    const type = dict?.entries.get('Type');
    const isCrossReference = type instanceof Name && type.value === 'XRef';
    if (method === 'none' || isCrossReference) return undefined;
    return (raw) => {
      effort.spend(20);
      effort.spendOnBytes(raw.length);
      return decrypt(method, key, of, raw);
    };
  };
};

const METHODS: Record<string, Method> = {
  None: 'none',
  V2: 'rc4',
  AESV2: 'aes128',
  AESV3: 'aes256',
};

/** Algorithm 1 and 1.A. What is damaged reads as nothing. */
const decrypt = (method: Method, key: Buffer, of: Ref, raw: Uint8Array): Uint8Array => {
  if (method === 'aes256') return decryptAes('aes-256-cbc', key, raw);
  const place = Buffer.alloc(5);
  place.writeUIntLE(of.number % 0x1000000, 0, 3);
  place.writeUIntLE(of.generation % 0x10000, 3, 2);
  const salt = method === 'aes128' ? Buffer.from('sAlT') : Buffer.alloc(0);
  const own = md5(key, place, salt).subarray(0, Math.min(key.length + 5, 16));
  return method === 'rc4' ? rc4(own, raw) : decryptAes('aes-128-cbc', own, raw);
};

const decryptAes = (
  cipher: 'aes-128-cbc' | 'aes-256-cbc',
  key: Buffer,
  raw: Uint8Array,
): Uint8Array => {
  if (raw.length < 32) return new Uint8Array();
  try {
    const decipher = createDecipheriv(cipher, key, raw.subarray(0, 16));
    return Buffer.concat([decipher.update(raw.subarray(16)), decipher.final()]);
  } catch {
    return new Uint8Array();
  }
};

type OldSecrets = {
  owner: Uint8Array;
  user: Uint8Array;
  permissions: number;
  fileId: Uint8Array;
  revision: number;
  keyBytes: number;
  hidesMetadata: boolean;
};

/** Algorithms 2, 4 and 5; undefined when the empty password is not the user's. */
const oldKey = (secrets: OldSecrets): Buffer | undefined => {
  const { owner, user, permissions, fileId, revision, keyBytes, hidesMetadata } = secrets;
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions | 0);
  const bare = revision >= 4 && !hidesMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  let key = md5(PADDING, owner.subarray(0, 32), flags, fileId, bare).subarray(0, keyBytes);
  if (revision === 2) return rc4(key, PADDING).equals(user) ? key : undefined;
  // 50 rounds of the hash, then 19 of the cipher: both are the algorithm's numbers.
  for (let round = 0; round < 50; round += 1) key = md5(key).subarray(0, keyBytes);
  let check = rc4(key, md5(PADDING, fileId));
  for (let round = 1; round <= 19; round += 1) {
    check = rc4(Buffer.from(key.map((byte) => byte ^ round)), check);
  }
  return check.equals(user.subarray(0, 16)) ? key : undefined;
};

/** Algorithm 2.A with the empty user password; undefined when that is not it. */
const newKey = (
  user: Uint8Array,
  wrapped: Uint8Array,
  revision: number,
  effort: Effort,
): Buffer | undefined => {
  if (user.length < 48 || wrapped.length < 32) return undefined;
  const hash = (salt: Uint8Array) =>
    revision === 5 ? createHash('sha256').update(salt).digest() : hardened(salt, effort);
  if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(wrapped.subarray(0, 32)), decipher.final()]);
};

/** Algorithm 2.B for the empty password: at least 64 rounds, then until the last byte is small enough. */
const hardened = (salt: Uint8Array, effort: Effort): Buffer => {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0; ; round += 1) {
    effort.spend(500);
    const block = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const output = cipher.update(block);
    const sum = output.subarray(0, 16).reduce((total, byte) => total + byte, 0);
    const next = ['sha256', 'sha384', 'sha512'][sum % 3];
    if (next === undefined) throw new Malformed('hash');
    key = createHash(next).update(output).digest();
    if (round >= 63 && (output.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
};

const md5 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Written out because OpenSSL 3 has it no more; it protects nothing here. */
const rc4 = (key: Uint8Array, data: Uint8Array): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, place) => place);
  const swap = (one: number, other: number) => {
    const kept = state[one] ?? 0;
    state[one] = state[other] ?? 0;
    state[other] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  const output = Buffer.alloc(data.length);
  let i = 0;
  j = 0;
  for (const [place, byte] of data.entries()) {
    i = (i + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    swap(i, j);
    output[place] = byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
  }
  return output;
};
