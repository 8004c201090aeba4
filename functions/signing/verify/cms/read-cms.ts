// What does a CMS say? Cut into the facts that the checks need (RFC 5652), the same for signatures and timestamps.
import { X509Certificate } from 'node:crypto';
import { der } from '../../der.ts';
import { type Effort, TooMuchWork } from '../effort.ts';
import {
  context,
  type Element,
  elementAt,
  expect,
  hasShortestLength,
  isSameBytes,
  membersOf,
  NotBer,
  octetsOf,
  oidOf,
  TAG,
} from './ber.ts';
import { partsOf } from './certificate-parts.ts';

export const SIGNED_DATA = '1.2.840.113549.1.7.2';
export const DATA = '1.2.840.113549.1.7.1';
export const TIMESTAMP_INFO = '1.2.840.113549.1.9.16.1.4';

export type Attribute = { type: string; values: Element[] };

export type ReadCms = {
  contentType: string;
  /** What is signed, when it is inside. */
  content: Uint8Array | undefined;
  /** All certificates that came with it, and can be read. */
  certificates: X509Certificate[];
  hasUnreadableCertificate: boolean;
  /** The revocation lists, and responses, that came with it. */
  revocationData: Element[];
  /**
   * Its versions are those that its contents ask for, and the hash is announced, without parameters (RFC 5652, 5.1, 5.3).
   * Nothing rests on that, and other makers take liberties.
   */
  isToTheLetter: boolean;
  /** How the signer's certificate is named. */
  signerId: Element;
  digestAlgorithm: Element;
  /** Undefined when the content is signed directly. */
  signedAttributes: Attribute[] | undefined;
  /** The SET OF as it stands there, which is what was signed if it is DER. */
  signedBytes: Uint8Array | undefined;
  /** As RFC 5652, 5.3, demands: in order, with the shortest lengths. What the values hold is not looked at. */
  hasDerAttributes: boolean;
  signatureAlgorithm: Element;
  signature: Uint8Array;
  unsignedAttributes: Attribute[];
  /** How many bytes it takes. */
  length: number;
};

export type CmsFlaw = 'cms_malformed';
export type CmsRiddle = 'several_signers';

/** Of cutting it into its parts: some forty, each two windows on the bytes. */
const COST = 200;

/** More certificates than any signature brings; it bounds the search for chains. */
const MOST_CERTIFICATES = 60;
/** More signers, attributes or algorithms are no document's. */
const MOST_MEMBERS = 200;

/** What cannot be understood is answered with the reason. What follows the CMS is left alone. @throws TooMuchWork */
export const readCms = (bytes: Uint8Array, effort: Effort): ReadCms | CmsFlaw | CmsRiddle => {
  try {
    return read(bytes, effort);
  } catch (error) {
    if (error instanceof TooMuchWork) throw error;
    return 'cms_malformed';
  }
};

const read = (bytes: Uint8Array, effort: Effort): ReadCms | CmsRiddle => {
  effort.spend(COST);
  const outer = expect(elementAt(bytes), TAG.sequence);
  const [contentType, wrapped, ...surplus] = membersOf(outer, MOST_MEMBERS);
  const [inner, ...more] = membersOf(expect(wrapped, context(0)), MOST_MEMBERS);
  if (oidOf(contentType) !== SIGNED_DATA || surplus.length + more.length > 0) throw new NotBer();
  const members = membersOf(expect(inner, TAG.sequence), MOST_MEMBERS);
  const version = versionOf(members.shift());
  const digestAlgorithms = membersOf(expect(members.shift(), TAG.set), MOST_MEMBERS);
  const content = readContent(members.shift());
  const certificates = takeIf(members, context(0));
  const revocationData = takeIf(members, context(1));
  const signers = membersOf(expect(members.shift(), TAG.set), MOST_MEMBERS);
  if (members.length > 0) throw new NotBer();
  const [signerInfo, ...others] = signers;
  if (others.length > 0) return 'several_signers';
  const signer = readSigner(expect(signerInfo, TAG.sequence));
  const named = nameOf(signer.digestAlgorithm);
  const isAnnounced = digestAlgorithms.some((algorithm) => nameOf(algorithm) === named);
  const expected = content.contentType !== DATA || signer.version === 3 ? 3 : 1;
  // Attribute certificates and other formats raise it to 4 and 5.
  const hasRightVersion =
    version === expected ||
    ([4, 5].includes(version) &&
      [...certificates, ...revocationData].some(({ tag }) => tag !== TAG.sequence));
  return {
    ...content,
    ...readCertificates(certificates, effort),
    revocationData,
    isToTheLetter:
      hasRightVersion &&
      hasRightVersionFor(signer) &&
      isAnnounced &&
      [...digestAlgorithms, signer.digestAlgorithm].every(hasNoParameters),
    ...signer,
    length: outer.whole.length,
  };
};

const readContent = (element: Element | undefined): Pick<ReadCms, 'contentType' | 'content'> => {
  const [type, wrapped, ...more] = membersOf(expect(element, TAG.sequence), MOST_MEMBERS);
  if (more.length > 0) throw new NotBer();
  const contentType = oidOf(type);
  if (wrapped === undefined) return { contentType, content: undefined };
  const [content, ...others] = membersOf(expect(wrapped, context(0)), MOST_MEMBERS);
  if (others.length > 0) throw new NotBer();
  return { contentType, content: octetsOf(content) };
};

/** Certificates as they stand there, byte for byte; attribute certificates and other formats are left out. */
const readCertificates = (
  elements: Element[],
  effort: Effort,
): Pick<ReadCms, 'certificates' | 'hasUnreadableCertificate'> => {
  if (elements.length > MOST_CERTIFICATES) throw new NotBer();
  const found = elements
    .filter(({ tag }) => tag === TAG.sequence)
    .map((element) => readCertificate(element, effort));
  const certificates = found.filter((certificate) => certificate !== undefined);
  return { certificates, hasUnreadableCertificate: certificates.length < found.length };
};

const readCertificate = ({ whole }: Element, effort: Effort): X509Certificate | undefined => {
  effort.spendOnCertificate(whole);
  try {
    const certificate = new X509Certificate(whole);
    partsOf(certificate);
    return certificate;
  } catch {
    return undefined;
  }
};

const readSigner = (element: Element) => {
  const members = membersOf(element, MOST_MEMBERS);
  const version = versionOf(members.shift());
  const signerId = members.shift();
  if (signerId?.tag !== TAG.sequence) expect(signerId, context(0, false));
  if (signerId === undefined) throw new NotBer();
  const digestAlgorithm = expect(members.shift(), TAG.sequence);
  const [signed] = members[0]?.tag === context(0) ? members.splice(0, 1) : [];
  const signatureAlgorithm = expect(members.shift(), TAG.sequence);
  const signature = octetsOf(members.shift());
  const [unsigned] = members[0]?.tag === context(1) ? members.splice(0, 1) : [];
  if (members.length > 0) throw new NotBer();
  return {
    version,
    signerId,
    digestAlgorithm,
    signedAttributes: signed && readAttributes(signed),
    signedBytes: signed && asSet(signed),
    hasDerAttributes: signed === undefined || isDer(signed),
    signatureAlgorithm,
    signature,
    unsignedAttributes: unsigned === undefined ? [] : readAttributes(unsigned),
  };
};

/** 1 when the certificate is named by issuer and number, 3 by key identifier (RFC 5652, 5.3). */
const hasRightVersionFor = ({ version, signerId }: { version: number; signerId: Element }) =>
  version === (signerId.tag === TAG.sequence ? 1 : 3);

/** Signed under the tag of a SET OF, though written under [0] (RFC 5652, 5.4). */
const asSet = ({ content }: Element): Uint8Array => der(TAG.set, content);

/** The same attributes as DER has them (X.690, 11.6). @throws NotBer */
export const inDerOrder = (signedBytes: Uint8Array): Uint8Array => {
  const members = membersOf(elementAt(signedBytes), MOST_MEMBERS).map(({ whole }) => whole);
  return der(TAG.set, ...members.toSorted(Buffer.compare));
};

const isDer = (attributes: Element): boolean =>
  isSorted(attributes) &&
  membersOf(attributes, MOST_MEMBERS).every((attribute) => {
    const [type, values] = membersOf(attribute, MOST_MEMBERS);
    if (type === undefined || values === undefined) return false;
    const parts = [attribute, type, values, ...membersOf(values, MOST_MEMBERS)];
    return isSorted(values) && parts.every(hasShortestLength);
  });

const isSorted = (set: Element): boolean =>
  membersOf(set, MOST_MEMBERS).every(({ whole }, at, all) => {
    const before = all[at - 1];
    return before === undefined || Buffer.compare(before.whole, whole) <= 0;
  });

const readAttributes = (element: Element): Attribute[] =>
  membersOf(element, MOST_MEMBERS).map((attribute) => {
    const [type, values, ...more] = membersOf(expect(attribute, TAG.sequence), MOST_MEMBERS);
    if (more.length > 0) throw new NotBer();
    return { type: oidOf(type), values: membersOf(expect(values, TAG.set), MOST_MEMBERS) };
  });

const takeIf = (members: Element[], tag: number): Element[] => {
  if (members[0]?.tag !== tag) return [];
  return membersOf(members.shift(), MOST_MEMBERS);
};

const versionOf = (element: Element | undefined): number => {
  const { content } = expect(element, TAG.integer);
  if (content.length !== 1) throw new NotBer();
  return content[0] ?? 0;
};

/** Hashes have none, written as nothing or as NULL (RFC 5754, 2). */
const hasNoParameters = (algorithm: Element): boolean => {
  const [, parameters, ...more] = membersOf(expect(algorithm, TAG.sequence), MOST_MEMBERS);
  if (more.length > 0) return false;
  return (
    parameters === undefined || (parameters.tag === TAG.null && parameters.content.length === 0)
  );
};

/** The identifier of an algorithm. @throws NotBer */
export const nameOf = (algorithm: Element): string => oidOf(membersOf(algorithm)[0]);

/** The one value of the attribute that occurs once (RFC 5652, 11); undefined otherwise. */
export const onlyValue = (attributes: Attribute[], type: string): Element | undefined => {
  const [found, ...more] = attributes.filter((attribute) => attribute.type === type);
  return more.length > 0 || found?.values.length !== 1 ? undefined : found.values[0];
};

const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';

/** @param isSameName whether two names, as they stand there, are one */
export const signerIn = (
  { signerId }: ReadCms,
  certificates: readonly X509Certificate[],
  isSameName: (one: Uint8Array, other: Uint8Array) => boolean,
): X509Certificate | undefined =>
  certificates.find((certificate) => {
    const parts = partsOf(certificate);
    if (signerId.tag === TAG.sequence) {
      const [issuer, serial, ...more] = membersOf(signerId);
      return (
        issuer !== undefined &&
        serial?.tag === TAG.integer &&
        more.length === 0 &&
        isSameName(issuer.whole, parts.issuer) &&
        isSameBytes(serial.content, parts.serial)
      );
    }
    const identifier = parts.extensions.get(SUBJECT_KEY_IDENTIFIER);
    return (
      identifier !== undefined && isSameBytes(octetsOf(elementAt(identifier)), signerId.content)
    );
  });
