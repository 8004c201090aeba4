// How does a person read what verification found? One paragraph for each signature, and the file's verdict last.

import type { JudgedSignature } from '../../signing/verify/judge-signature.ts';
import type { Judgement } from '../../signing/verify/judgement.ts';
import type { SignatureReport } from '../../signing/verify/verify-signatures.ts';

export const readableReport = ({ file, signatures, emptyFields }: SignatureReport): string =>
  [
    ...signatures.map(paragraph),
    ...emptyFields.map((field) => `${field}: an empty field for a signature\n`),
    `The file: ${inWords(file)}`,
  ].join('\n');

/** `invalid, because byte_range_malformed`: the code is what the documentation names. */
const inWords = (judgement: Judgement): string =>
  judgement.verdict === 'valid'
    ? 'valid'
    : `${judgement.verdict === 'invalid' ? 'invalid' : 'cannot judge'}, because ${judgement.because}`;

const paragraph = (signature: JudgedSignature): string => {
  const { signer, timestamp, revocation } = signature;
  const lines: [string, string | undefined][] = [
    ['signer', signer?.commonName || 'unknown'],
    ['organization', signer?.organization || undefined],
    ['issuer', signer?.issuer],
    ['certificate', signer?.serialNumber],
    ['time', timeOf(signature)],
    ['timestamp', timestamp ? `${timestamp.time}, trust: ${inWords(timestamp.trust)}` : undefined],
    ['reason', signature.reason ?? undefined],
    ['algorithm', algorithmOf(signature)],
    ['integrity', inWords(signature.integrity)],
    ['trust', inWords(signature.trust)],
    ['revocation', revocationOf(revocation)],
    ['covers', signature.coversWholeFile ? 'the whole file' : 'an earlier revision of the file'],
    ['permits', permissionOf(signature)],
    ['afterwards', changesOf(signature)],
    ['together', signature.verdict === 'cannotJudge' ? 'cannot judge' : signature.verdict],
  ];
  const shown = lines.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name.padEnd(14)}${value}`],
  );
  return [`${signature.field || 'unnamed'} (${KINDS[signature.kind]})`, ...shown, ''].join('\n');
};

const KINDS: Record<JudgedSignature['kind'], string> = {
  signature: 'signature',
  certification: 'certifying signature',
  documentTimestamp: 'document timestamp',
};

const timeOf = ({ provenTime, claimedTime }: JudgedSignature): string => {
  if (provenTime !== null) return `${provenTime}, proven`;
  return claimedTime === null ? 'unknown' : `${claimedTime}, claimed`;
};

const algorithmOf = ({ algorithm, subFilter }: JudgedSignature): string =>
  algorithm === null
    ? `unknown (${subFilter})`
    : `${algorithm.name}${algorithm.weak ? ', weak' : ''} (${subFilter})`;

/** `valid, by the authority's list of 2026-11-27T06:12:46.000Z`. */
const revocationOf = ({ judgement, source, saidAt }: JudgedSignature['revocation']): string => {
  if (judgement.verdict === 'cannotJudge' && judgement.because === 'revocation_not_embedded') {
    return 'the file brings no word of the authority';
  }
  const by = source === null ? '' : `, by the authority's ${source.toUpperCase()} of ${saidAt}`;
  return `${inWords(judgement)}${by}`;
};

const PERMITS = {
  1: 'no changes',
  2: 'filling in forms and signing',
  3: 'filling in forms, signing and comments',
} as const;

const permissionOf = ({ permission }: JudgedSignature): string | undefined =>
  permission === null ? undefined : PERMITS[permission];

/** `signature (Seal): valid`. */
const changesOf = ({ changes, changesAllowed }: JudgedSignature): string => {
  const places = new Map<string, string[]>();
  for (const { kind, where } of changes) places.set(kind, [...(places.get(kind) ?? []), where]);
  const told = [...places].map(([kind, where]) => `${kind} (${shortened(where)})`).join(', ');
  return `${told || 'nothing changed'}: ${inWords(changesAllowed)}`;
};

/** More places than fit a line tell nobody more. */
const MOST_PLACES = 3;

const shortened = (where: string[]): string => {
  const names = [...new Set(where)];
  const more = names.length - MOST_PLACES;
  return [...names.slice(0, MOST_PLACES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
};
