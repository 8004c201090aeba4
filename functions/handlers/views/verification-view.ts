// How does it look what was found of a file? As anyone may see it: where it lies is not said, and what a stranger wrote into it is cut short.
import {
  LONGEST_SHOWN,
  MOST_SIGNATURES,
  type SignatureView,
  type VerificationView,
} from '../../contracts/verification-view.ts';
import type { FileView } from '../../contracts/views.ts';
import type { Sha256 } from '../../domain/ids.ts';
import type { KnownFile } from '../../domain/issued/known-file.ts';
import type { CertificateFacts } from '../../signing/certificate-facts.ts';
import type { JudgedSignature } from '../../signing/verify/judge-signature.ts';
import type { JudgedFile } from '../../use-cases/reading/judge-file.ts';

/** As what it was issued, by whom, under which number. */
export const fileViewOf = (sha256: Sha256, file: KnownFile | null): FileView => {
  if (file === null) return { known: false, sha256 };
  const { role, organizationName, number, symbol, date } = file;
  return { known: true, sha256, role, organizationName, number, symbol, date };
};

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

export const verificationViewOf = ({
  sha256,
  known,
  file,
  signatures,
}: JudgedFile): VerificationView => {
  const first = signatures.slice(0, MOST_SIGNATURES);
  return {
    issued: fileViewOf(sha256, known),
    file,
    signatures: first.map(signatureIn),
    moreSignatures: signatures.length - first.length,
  };
};
