// What is there to say about the signatures of this file, and is it the one that was issued? For anyone who holds it.
import {
  LONGEST_SHOWN,
  MOST_SIGNATURES,
  type SignatureView,
  type VerificationView,
} from '../../contracts/verification-view.ts';
import type { FileView } from '../../contracts/views.ts';
import type { CertificateFacts } from '../../signing/certificate-facts.ts';
import type { JudgedSignature } from '../../signing/verify/judge-signature.ts';
import {
  type VerificationOptions,
  verifySignatures,
} from '../../signing/verify/verify-signatures.ts';

/** A stranger's file may say anything, at any length. */
const shown = (text: string): string => text.slice(0, LONGEST_SHOWN);

const signerIn = (facts: CertificateFacts | null): SignatureView['signer'] =>
  facts && {
    commonName: shown(facts.commonName),
    organization: shown(facts.organization),
    issuer: shown(facts.issuer),
    serialNumber: shown(facts.serialNumber),
    sha256: facts.sha256,
  };

/** Each kind once: a file may have been changed in a hundred thousand places. */
const counted = (changes: JudgedSignature['changes']): SignatureView['changes'] => {
  const counts = new Map<(typeof changes)[number]['kind'], number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
};

const signatureIn = ({
  field,
  subFilter,
  signer,
  algorithm,
  timestamp,
  reason,
  changes,
  ...judged
}: JudgedSignature): SignatureView => ({
  ...judged,
  field: shown(field),
  subFilter: shown(subFilter),
  signer: signerIn(signer),
  algorithm: algorithm && { name: shown(algorithm.name), weak: algorithm.weak },
  timestamp: timestamp && { ...timestamp, authority: signerIn(timestamp.authority) },
  reason: reason === null ? null : shown(reason),
  changes: counted(changes),
});

/** Never refuses: what cannot be judged is said to be so. */
export const judgeFile = async (
  pdf: Uint8Array,
  issued: FileView,
  asked: VerificationOptions,
): Promise<VerificationView> => {
  const { file, signatures } = await verifySignatures(pdf, asked);
  const first = signatures.slice(0, MOST_SIGNATURES);
  return {
    issued,
    file,
    signatures: first.map(signatureIn),
    moreSignatures: signatures.length - first.length,
  };
};
