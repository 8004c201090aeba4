// How does signing, which gives other bytes each time, leave one file? The first to be written counts; the rest adopt it.
import type { Signed } from '../../contracts/hand-offs.ts';
import { sha256 } from '../../domain/canonical-hash.ts';
import { PDF } from '../../domain/file-kind.ts';
import type { Sha256 } from '../../domain/ids.ts';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';
import { filesOf, type Submission } from '../../domain/workflow/submission.ts';
import { SEAL_FIELD } from '../../signing/our-fields.ts';
import type { Trusted } from '../../signing/trusted.ts';
import { verifySignatures } from '../../signing/verify/verify-signatures.ts';
import type { Needs } from '../world.ts';

/** Stored for good: what was signed and sealed is that file, and nothing is asked of anybody or anything for it any more. */
export const storedOf = (submission: Submission): Signed | null => {
  const files = filesOf(submission);
  return files && { key: files.pdf.key, sha256: files.pdf.sha256 };
};

/**
 * What a signed file must be: that file and one signature more, in this field, by one of these certificates (SHA-256),
 * which lead to an authority that is trusted, or was when they signed.
 */
type Expected = {
  begins: Uint8Array;
  field: string;
  by: readonly Sha256[];
  trusted: Trusted;
};

/** What is wrong with it; certificates are judged at the moment at which they signed. */
const flawIn = async (
  bytes: Uint8Array,
  { begins, field, by, trusted }: Expected,
): Promise<RefusalCode | null> => {
  if (!Buffer.from(bytes.subarray(0, begins.length)).equals(begins)) return 'file_differs';
  const { file, signatures } = await verifySignatures(bytes, {
    ...trusted,
    awaited: field === SEAL_FIELD ? [] : [SEAL_FIELD],
  });
  if (signatures.some(({ trust }) => trust.verdict !== 'valid')) return 'certificate_untrusted';
  const last = signatures.at(-1);
  const isTheirs =
    last?.field === field &&
    last.coversWholeFile &&
    last.signer !== null &&
    by.includes(last.signer.sha256);
  return isTheirs && file.verdict === 'valid' ? null : 'signature_invalid';
};

type Once = Expected & { key: string; make: () => Promise<Uint8Array> };

/**
 * Adopts and checks the file that is there, or makes, checks and writes it. Whoever asks anything of today, such as whether
 * somebody may still sign, asks it in `make`: what was made in its time is not undone by what came later.
 * Refusals: kept_file_invalid when what is there is not it (`because` says why); file_differs, signature_invalid and
 * certificate_untrusted of what was made; those of `make`.
 */
export const keepOnce = async (world: Needs<'working'>, wish: Once): Promise<Signed> => {
  const adopted = await adopt(world, wish);
  if (adopted !== null) return adopted;
  const made = await wish.make();
  const flaw = await flawIn(made, wish);
  if (flaw !== null) throw new Refusal(flaw);
  if ((await world.working.writeOnce(wish.key, made, PDF)) === 'written')
    return { key: wish.key, sha256: sha256(made) };
  const first = await adopt(world, wish);
  if (first === null) throw new Refusal('file_not_found');
  return first;
};

const adopt = async (world: Needs<'working'>, wish: Once): Promise<Signed | null> => {
  const bytes = await world.working.read(wish.key);
  if (bytes === null) return null;
  const because = await flawIn(bytes, wish);
  if (because !== null) throw new Refusal('kept_file_invalid', { facts: { because } });
  return { key: wish.key, sha256: sha256(bytes) };
};
