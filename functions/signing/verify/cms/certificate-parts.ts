// Which bytes of a certificate say what? For comparing them as they stand there (RFC 5280, 4.1).
import type { KeyObject, X509Certificate } from 'node:crypto';
import {
  bitsOf,
  context,
  type Element,
  elementAt,
  membersOf,
  octetsOf,
  oidOf,
  TAG,
} from './ber.ts';

export type CertificateParts = {
  serial: Uint8Array;
  issuer: Uint8Array;
  subject: Uint8Array;
  publicKeyInfo: Uint8Array;
  /** The bits of the public key alone. */
  publicKey: Uint8Array;
  /** The value of each extension, by its identifier. */
  extensions: Map<string, Uint8Array>;
  /** Those that whoever does not understand them must not pass over. */
  critical: string[];
};

const read = new WeakMap<X509Certificate, CertificateParts>();

/** @throws NotBer */
export const partsOf = (certificate: X509Certificate): CertificateParts => {
  const known = read.get(certificate);
  if (known !== undefined) return known;
  const [signed] = membersOf(elementAt(certificate.raw));
  const members = membersOf(signed);
  if (members[0]?.tag === context(0)) members.shift();
  const [serial, , issuer, , subject, keyInfo, ...rest] = members;
  const extensions = rest.find(({ tag }) => tag === context(3));
  const parts = {
    serial: serial?.content ?? new Uint8Array(),
    issuer: issuer?.whole ?? new Uint8Array(),
    subject: subject?.whole ?? new Uint8Array(),
    publicKeyInfo: keyInfo?.whole ?? new Uint8Array(),
    publicKey: bitsOf(membersOf(keyInfo)[1]),
    extensions: extensionsIn(extensions),
    critical: criticalIn(extensions),
  };
  read.set(certificate, parts);
  return parts;
};

/** Undefined when it is of a kind that nobody here knows. */
export const keyOf = (certificate: X509Certificate): KeyObject | undefined => {
  try {
    return certificate.publicKey;
  } catch {
    return undefined;
  }
};

/** Of a certificate, a revocation list or a response: [n] around a sequence of extensions. */
export const extensionsIn = (element: Element | undefined): Map<string, Uint8Array> => {
  if (element === undefined) return new Map();
  const [list] = membersOf(element);
  return new Map(
    membersOf(list).map((extension) => {
      const [id, ...rest] = membersOf(extension);
      return [oidOf(id), octetsOf(rest.at(-1))] as const;
    }),
  );
};

/** identifier, critical, value: the second is left out when it is false. */
const criticalIn = (element: Element | undefined): string[] => {
  if (element === undefined) return [];
  const [list] = membersOf(element);
  return membersOf(list).flatMap((extension) => {
    const [id, flag] = membersOf(extension);
    return flag?.tag === TAG.boolean && flag.content[0] !== 0 ? [oidOf(id)] : [];
  });
};

/** The part of a distinguished name that is of this type, as text; empty where there is none. @throws NotBer */
export const namePart = (name: Uint8Array, type: string): string => {
  for (const set of membersOf(elementAt(name))) {
    for (const pair of membersOf(set)) {
      const [id, value] = membersOf(pair);
      if (value !== undefined && oidOf(id) === type) return stringOf(value);
    }
  }
  return '';
};

/** BMPString has two bytes for a letter, the rest are UTF-8 or their forerunners (X.680, 41). */
const stringOf = ({ tag, content }: Element): string => {
  const bytes = Buffer.from(content);
  if (tag === TAG.utf8String) return bytes.toString('utf8');
  if (tag !== TAG.bmpString) return bytes.toString('latin1');
  return bytes
    .subarray(0, bytes.length - (bytes.length % 2))
    .swap16()
    .toString('utf16le');
};

const EXTENDED_KEY_USAGE = '2.5.29.37';

/** The purposes that a certificate is restricted to; undefined when it is not. */
export const purposesOf = (certificate: X509Certificate): string[] | undefined => {
  const value = partsOf(certificate).extensions.get(EXTENDED_KEY_USAGE);
  return value === undefined ? undefined : membersOf(elementAt(value)).map(oidOf);
};

const KEY_USAGE = '2.5.29.15';

/** digitalSignature and nonRepudiation, the first two bits (RFC 5280, 4.2.1.3). */
const SIGNING_BITS = 0xc0;

/** Whether the certificate's key may sign documents; one without the extension may be used for anything. */
export const maySign = (certificate: X509Certificate): boolean => {
  const value = partsOf(certificate).extensions.get(KEY_USAGE);
  if (value === undefined) return true;
  const { tag, content } = elementAt(value);
  // The number of unused bits, then the bits.
  return tag === TAG.bits && ((content[1] ?? 0) & SIGNING_BITS) !== 0;
};
