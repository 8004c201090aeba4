// Does a responder say that a certificate is revoked? RFC 6960, 4.2.
import { X509Certificate } from 'node:crypto';
import { digestOf, hashOf } from '../../signature-algorithm.ts';
import {
  context,
  type Element,
  elementAt,
  isSameBytes,
  membersOf,
  octetsOf,
  oidOf,
  TAG,
  timeOf,
} from '../cms/ber.ts';
import { partsOf, purposesOf } from '../cms/certificate-parts.ts';
import { nameOf } from '../cms/read-cms.ts';
import { type Effort, TooMuchWork } from '../effort.ts';
import { isSignedBy, type Statement } from './statement.ts';

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';
/** Its parts are cut, and those of its number. */
const COST_OF_RESPONSE = 15;

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

/** Undefined when the response is not about it, says nothing, or is nobody's who may speak. @throws NotBer, TooMuchWork */
export const statementInOcsp = (
  response: Uint8Array,
  certificate: X509Certificate,
  issuer: X509Certificate,
  effort: Effort,
): Statement | undefined => {
  effort.spendOnFailure();
  const [signed, algorithm, signature, own] = membersOf(basicIn(elementAt(response)));
  const members = membersOf(signed);
  if (members[0]?.tag === context(0)) members.shift();
  const [, , responses] = members;
  const all = membersOf(responses);
  effort.spend(all.length * COST_OF_RESPONSE);
  const single = all
    .map((each) => membersOf(each))
    .find(([id]) => isAbout(id, certificate, issuer));
  if (single === undefined) return undefined;
  const certificates = own === undefined ? [] : membersOf(membersOf(own)[0]);
  const speakers = [
    issuer,
    ...certificates.slice(0, 5).flatMap((each) => delegate(each, issuer, effort)),
  ];
  if (!speakers.some((speaker) => isSignedBy(speaker, signed, algorithm, signature, effort))) {
    return undefined;
  }
  const [, status, thisUpdate, ...rest] = single;
  const until = rest.find(({ tag }) => tag === context(0));
  const isRevoked = status?.tag === context(1);
  if (!isRevoked && status?.tag !== context(0, false)) return undefined;
  return {
    source: 'ocsp',
    revokedAt: isRevoked ? timeOf(membersOf(status)[0]) : undefined,
    thisUpdate: timeOf(thisUpdate),
    nextUpdate: until && timeOf(membersOf(until)[0]),
  };
};

/** In its envelope, or bare as some files keep it. */
const basicIn = (response: Element): Element => {
  const [status, bytes] = membersOf(response);
  if (status?.tag !== TAG.enumerated) return response;
  const [type, value] = membersOf(membersOf(bytes)[0]);
  if (oidOf(type) !== BASIC_RESPONSE) return response;
  return elementAt(octetsOf(value));
};

/** CertID (RFC 6960, 4.1.1). */
const isAbout = (
  id: Element | undefined,
  certificate: X509Certificate,
  issuer: X509Certificate,
): boolean => {
  const [algorithm, nameHash, keyHash, serial] = membersOf(id);
  const hash = algorithm && hashOf({ algorithmId: nameOf(algorithm) });
  if (hash === undefined || serial === undefined) return false;
  const digest = (bytes: Uint8Array) => digestOf(hash, bytes);
  return (
    isSameBytes(serial.content, partsOf(certificate).serial) &&
    isSameBytes(octetsOf(nameHash), digest(partsOf(certificate).issuer)) &&
    isSameBytes(octetsOf(keyHash), digest(partsOf(issuer).publicKey))
  );
};

/** Whom the issuer itself has named for this (RFC 6960, 4.2.2.2). */
const delegate = (element: Element, issuer: X509Certificate, effort: Effort): X509Certificate[] => {
  try {
    effort.spendOnCertificate(element.whole);
    const certificate = new X509Certificate(element.whole);
    const isNamed = purposesOf(certificate)?.includes(OCSP_SIGNING) ?? false;
    effort.spendOnCheck(issuer.publicKey);
    effort.spendOnHash(element.whole.length);
    const isIts = certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    return isNamed && isIts ? [certificate] : [];
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return [];
  }
};
