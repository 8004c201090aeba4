// Does a revocation list say that a certificate is revoked? RFC 5280, section 5.
import type { X509Certificate } from 'node:crypto';
import {
  context,
  type Element,
  elementAt,
  isSameBytes,
  membersOf,
  TAG,
  timeOf,
} from '../cms/ber.ts';
import { extensionsIn, partsOf } from '../cms/certificate-parts.ts';
import type { Effort } from '../effort.ts';
import { isSignedBy, type Statement } from './statement.ts';

/** Two elements are cut for each. */
const COST_OF_ENTRY = 6;

/** A list of more entries than this is not looked through. */
const MOST_ENTRIES = 500_000;

/** Of lists that do not speak for all certificates of their issuer: delta and indirect ones, or of some kinds only. */
const NARROWING = ['2.5.29.27', '2.5.29.28'];

/** Undefined when the list says nothing about it, or is not its issuer's. Never throws but TooMuchWork. */
export const statementInCrl = (
  crl: Uint8Array,
  certificate: X509Certificate,
  issuer: X509Certificate,
  effort: Effort,
): Statement | undefined => {
  effort.spendOnFailure();
  const own = partsOf(certificate);
  const [signed, algorithm, signature] = membersOf(elementAt(crl));
  const members = membersOf(signed);
  if (members[0]?.tag === TAG.integer) members.shift();
  const [, name, thisUpdate, ...rest] = members;
  if (name === undefined || !isSameBytes(name.whole, own.issuer)) return undefined;
  if (!isSignedBy(issuer, signed, algorithm, signature, effort)) return undefined;
  const isTime = ({ tag }: Element) => tag === TAG.utcTime || tag === TAG.generalizedTime;
  const nextUpdate = rest.find(isTime);
  const revoked = rest.find(({ tag }) => tag === TAG.sequence);
  const extensions = extensionsIn(rest.find(({ tag }) => tag === context(0)));
  if (NARROWING.some((each) => extensions.has(each))) return undefined;
  const entries = revoked === undefined ? [] : membersOf(revoked, MOST_ENTRIES);
  effort.spend(entries.length * COST_OF_ENTRY);
  const entry = entries
    .map((each) => ({ each, serial: elementAt(each.content) }))
    .find(({ serial }) => isSameBytes(serial.content, own.serial));
  return {
    source: 'crl',
    revokedAt: entry && timeOf(membersOf(entry.each)[1]),
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: nextUpdate && timeOf(nextUpdate),
  };
};
