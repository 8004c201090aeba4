// How does signing, which gives other bytes each time, leave one file? The first to be written counts; the rest adopt it.
import type { Signed } from '../contracts/hand-offs.ts';
import { sha256 } from '../domain/canonical-hash.ts';
import type { Sha256 } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { SEAL } from '../signing/verify/our-files.ts';
import { verifySignatures } from '../signing/verify/verify-signatures.ts';
import type { Needs } from './world.ts';

/** The file, if its bytes are the ones expected. Refusals: file_not_found, file_differs. */
export const readExactly = async (
  { working }: Needs<'working'>,
  key: string,
  expected: Sha256,
): Promise<Uint8Array> => {
  const bytes = await working.read(key);
  if (bytes === null) throw new Refusal('file_not_found');
  if (sha256(bytes) !== expected) throw new Refusal('file_differs');
  return bytes;
};

/** The person's and the agency's; with the first alone, the seal is still to come. */
const BOTH = 2;

/** What a signed file must be: an extension of that file, signed by exactly these certificates in this order. */
type Expected = { begins: Uint8Array; signers: Uint8Array[] };

/** Refusals: file_differs, signature_invalid, certificate_untrusted. */
export const checkSigned = async (
  { directory }: Needs<'directory'>,
  bytes: Uint8Array,
  { begins, signers }: Expected,
): Promise<void> => {
  if (!Buffer.from(bytes.subarray(0, begins.length)).equals(begins))
    throw new Refusal('file_differs');
  const { file, signatures } = await verifySignatures(bytes, {
    anchors: await directory.trustAnchors(),
    awaited: signers.length < BOTH ? [SEAL] : [],
  });
  const last = signatures.slice(-signers.length).map(({ signer }) => signer?.sha256);
  const bySigners = last.join() === signers.map((certificate) => sha256(certificate)).join();
  if (signatures.some(({ trust }) => trust.verdict !== 'valid'))
    throw new Refusal('certificate_untrusted');
  if (!bySigners || file.verdict !== 'valid') throw new Refusal('signature_invalid');
};

/** Makes, checks and writes a file, or adopts and checks the one that is there. */
export const keepOnce = async (
  world: Needs<'working' | 'directory'>,
  wish: Expected & { key: string; make: () => Promise<Uint8Array> },
): Promise<Signed> => {
  const adopt = async (bytes: Uint8Array): Promise<Signed> => {
    await checkSigned(world, bytes, wish);
    return { key: wish.key, sha256: sha256(bytes) };
  };
  const there = await world.working.read(wish.key);
  if (there !== null) return adopt(there);
  const made = await wish.make();
  const mine = await adopt(made);
  if ((await world.working.writeOnce(wish.key, made, 'application/pdf')) === 'written') return mine;
  const first = await world.working.read(wish.key);
  if (first === null) throw new Refusal('file_not_found');
  return adopt(first);
};
