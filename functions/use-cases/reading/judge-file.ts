// What do the signatures of this file say, and is it one that was issued? For anyone who holds it.
import type { Sha256 } from '../../domain/ids.ts';
import type { KnownFile } from '../../domain/issued/known-file.ts';
import {
  type SignatureReport,
  type VerificationOptions,
  verifySignatures,
} from '../../signing/verify/verify-signatures.ts';

/** `known`: as what it was issued; null for a file that nobody issued here. */
type Issued = { sha256: Sha256; known: KnownFile | null };

export type JudgedFile = SignatureReport & Issued;

/** Never refuses: what cannot be judged is said to be so. */
export const judgeFile = async (
  pdf: Uint8Array,
  issued: Issued,
  asked: VerificationOptions,
): Promise<JudgedFile> => ({ ...(await verifySignatures(pdf, asked)), ...issued });
