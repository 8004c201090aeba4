// Who certifies keys here? An authority of this machine, in the place of the state's, whose every name says that it is only
// for trials.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
} from 'pkijs';
import { packPkcs12 } from './pkcs12.ts';

/** It stands in every name, so that nobody takes a signature made here for an official one. */
const TRIAL = 'chứng thư thử nghiệm';

/** A data folder may be kept for long; nothing real depends on these keys. */
const AUTHORITY_YEARS = 10;
const CERTIFICATE_YEARS = 2;

/** What is kept of the authority between two starts; the private key makes the file a secret of this machine. */
export type KeptAuthority = { certificatePem: string; privateKeyPem: string };

type Subject = {
  /** The person or the agency, as the certificate should show it. */
  commonName: string;
  organization: string;
  /** When the certificate begins and ends; by default now, for two years. */
  validFrom?: Date;
  validTo?: Date;
};

export type KeyKind = 'rsa-2048' | 'p-256';

type IssuedPkcs12 = { pkcs12: Uint8Array; password: string; certificatePem: string };

export type TimestampKey = { privateKey: KeyObject; certificatePem: string };

export type TrialAuthority = KeptAuthority & {
  /** A new key with its certificate, in a PKCS#12 file with a random password. */
  issuePkcs12(subject: Subject, kind?: KeyKind): Promise<IssuedPkcs12>;
  /** A certificate (PEM) for a public key that stays elsewhere, given as SubjectPublicKeyInfo in DER. */
  certifyKey(publicKey: Uint8Array, subject: Subject): string;
  /** A new RSA key with a certificate that is for timestamps alone. */
  issueTimestampKey(): TimestampKey;
};

/** Makes a new authority. */
export const makeTrialAuthority = (): TrialAuthority => {
  const { privateKey, publicKey } = newKeyPair('rsa-2048');
  const certificate = newCertificate(publicKey, new Date(), AUTHORITY_YEARS);
  certificate.subject = distinguishedName({ commonName: 'CA Trình Ký', organization: 'Trình Ký' });
  certificate.issuer = certificate.subject;
  certificate.extensions = [
    // It certifies people and agencies, never another authority.
    basicConstraints(new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
    keyUsage(KEY_USAGE.keyCertSign | KEY_USAGE.cRLSign),
    subjectKeyIdentifier(publicKey),
  ];
  return openTrialAuthority({
    certificatePem: signed(certificate, privateKey),
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  });
};

/** Takes up an authority that was kept. */
export const openTrialAuthority = (kept: KeptAuthority): TrialAuthority => {
  const certifyKey = (publicKey: Uint8Array, subject: Subject) =>
    certify(
      kept,
      createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
      subject,
    );
  return {
    certificatePem: kept.certificatePem,
    privateKeyPem: kept.privateKeyPem,
    certifyKey,
    async issuePkcs12(subject, kind = 'rsa-2048') {
      const { privateKey, publicKey } = newKeyPair(kind);
      const certificatePem = certify(kept, publicKey, subject);
      const password = randomBytes(24).toString('base64url');
      const chain = [certificatePem, kept.certificatePem];
      return { pkcs12: await packPkcs12(privateKey, chain, password), password, certificatePem };
    },
    issueTimestampKey() {
      const { privateKey, publicKey } = newKeyPair('rsa-2048');
      const subject = { commonName: 'Dấu thời gian', organization: 'Trình Ký' };
      const certificatePem = certify(kept, publicKey, subject, [
        keyUsage(KEY_USAGE.digitalSignature),
        timestampingOnly(),
      ]);
      return { privateKey, certificatePem };
    },
  };
};

const certify = (
  authority: KeptAuthority,
  publicKey: KeyObject,
  subject: Subject,
  usage = [keyUsage(KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation)],
): string => {
  const issuer = pkijsCertificate(authority.certificatePem);
  const certificate = newCertificate(publicKey, subject.validFrom ?? new Date(), CERTIFICATE_YEARS);
  if (subject.validTo !== undefined) certificate.notAfter.value = subject.validTo;
  certificate.subject = distinguishedName(subject);
  certificate.issuer = issuer.subject;
  certificate.extensions = [
    basicConstraints(new BasicConstraints({ cA: false })),
    ...usage,
    subjectKeyIdentifier(publicKey),
    authorityKeyIdentifier(createPublicKey(authority.privateKeyPem)),
  ];
  return signed(certificate, createPrivateKey(authority.privateKeyPem));
};

const newCertificate = (publicKey: KeyObject, validFrom: Date, years: number): Certificate => {
  const certificate = new Certificate();
  certificate.version = 2; // counted from 0: X.509 version 3
  certificate.serialNumber = new asn1js.Integer({ valueHex: newSerial() });
  certificate.notBefore.value = validFrom;
  certificate.notAfter.value = yearsAfter(validFrom, years);
  certificate.subjectPublicKeyInfo.fromSchema(
    asn1js.fromBER(publicKey.export({ format: 'der', type: 'spki' })).result,
  );
  return certificate;
};

/** PEM of the certificate, signed with an RSA key. */
const signed = (certificate: Certificate, authorityKey: KeyObject): string => {
  // Signed here and not by pkijs, which leaves out the NULL that RFC 4055, 5, demands of this algorithm.
  const sha256WithRsa = new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.11',
    algorithmParams: new asn1js.Null(),
  });
  certificate.signature = sha256WithRsa;
  certificate.signatureAlgorithm = sha256WithRsa;
  const signature = sign('sha256', new Uint8Array(certificate.encodeTBS().toBER()), authorityKey);
  certificate.signatureValue = new asn1js.BitString({ valueHex: new Uint8Array(signature).buffer });
  return new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())).toString();
};

const pkijsCertificate = (pem: string): Certificate =>
  Certificate.fromBER(new X509Certificate(pem).raw);

/**
 * PrintableString for the country, as X.520 wants it; UTF8String for what has diacritics (RFC 5280, 4.1.2.4).
 * Encoded here, because pkijs would put all attributes into one part of the name.
 */
const distinguishedName = ({ commonName, organization }: Subject): RelativeDistinguishedNames => {
  const part = (oid: string, value: asn1js.BaseBlock) =>
    new asn1js.Set({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: oid }), value] })],
    });
  const text = (value: string) => new asn1js.Utf8String({ value: value.normalize('NFC') });
  const name = new asn1js.Sequence({
    value: [
      part('2.5.4.6', new asn1js.PrintableString({ value: 'VN' })),
      part('2.5.4.10', text(organization)),
      part('2.5.4.3', text(`${commonName} (${TRIAL})`)),
    ],
  });
  return RelativeDistinguishedNames.fromBER(name.toBER());
};

/** Bits of the first octet of the key usage extension (RFC 5280, 4.2.1.3). */
const KEY_USAGE = {
  digitalSignature: 0x80,
  nonRepudiation: 0x40,
  keyCertSign: 0x04,
  cRLSign: 0x02,
};

const keyUsage = (bits: number): Extension => {
  // DER leaves out the trailing zero bits of a named bit list (X.690, 11.2.2).
  const unusedBits = Math.log2(bits & -bits);
  return extension(
    '2.5.29.15',
    true,
    new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits }),
  );
};

/** The one purpose, critical (RFC 3161, 2.3). */
const timestampingOnly = (): Extension =>
  extension('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }).toSchema());

const basicConstraints = (constraints: BasicConstraints): Extension =>
  extension('2.5.29.19', true, constraints.toSchema());

const subjectKeyIdentifier = (publicKey: KeyObject): Extension =>
  extension('2.5.29.14', false, new asn1js.OctetString({ valueHex: keyIdentifier(publicKey) }));

const authorityKeyIdentifier = (authorityKey: KeyObject): Extension =>
  extension(
    '2.5.29.35',
    false,
    new AuthorityKeyIdentifier({
      keyIdentifier: new asn1js.OctetString({ valueHex: keyIdentifier(authorityKey) }),
    }).toSchema(),
  );

const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

/** 160 bits of the SHA-256 of the whole SubjectPublicKeyInfo; any unique value will do (RFC 7093, 2). */
const keyIdentifier = (publicKey: KeyObject): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    createHash('sha256')
      .update(publicKey.export({ format: 'der', type: 'spki' }))
      .digest(),
  ).slice(0, 20);

const newKeyPair = (kind: KeyKind): { privateKey: KeyObject; publicKey: KeyObject } =>
  kind === 'rsa-2048'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

/** Positive, 127 bits: unlike any other the authority gave out (RFC 5280, 4.1.2.2). */
const newSerial = (): Uint8Array<ArrayBuffer> => {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
};

const yearsAfter = (date: Date, years: number): Date => {
  const later = new Date(date);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
};
