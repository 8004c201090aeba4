// What does it cost to sign and seal a report, and to verify it? Against the bare operations it cannot do without, and against @signpdf.
import {
  createHash,
  createPrivateKey,
  type KeyObject,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto';
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import forge from 'node-forge';
import { PDFDocument } from 'pdf-lib';
import { renderPdf } from '../../functions/document/render-pdf.ts';
import { openPkcs12 } from '../../functions/signing/pkcs12-key.ts';
import { signPdf } from '../../functions/signing/sign/sign-pdf.ts';
import { readSignatureImage } from '../../functions/signing/sign/signature-image.ts';
import { placeSignatures } from '../../functions/signing/sign/signature-places.ts';
import { verifySignatures } from '../../functions/signing/verify/verify-signatures.ts';
import {
  sampleSealPng,
  sampleSignaturePng,
} from '../../infra/local/sample-images/signature-and-seal.ts';
import { makeTrialAuthority } from '../../infra/local/trust-services/certificate-authority.ts';
import { locateSignature } from '../support/files/signature-area.ts';
import { seedReport } from '../support/seed-report.ts';
import { type Measured, milliseconds, sideBySide } from './measure.ts';

const SIGNER = { commonName: 'Nguyễn Văn Minh', organization: 'UBND xã Sơn Trung' };
const AGENCY = { commonName: 'UBND xã Sơn Trung', organization: 'UBND xã Sơn Trung' };
const ISSUING = { number: 118, date: '2026-11-22' };

/**
 * A report of four pages, signed and sealed with open RSA-2048 keys, both images read before; all side by side in one
 * process. What @signpdf needs for opening its keys is taken off, and it draws nothing and rewrites the file instead of
 * adding to it: both favour it.
 */
export const measureSigning = async (): Promise<Measured> => {
  const ours = await prepareOurs();
  const theirs = await prepareTheirs();
  const { signed, sealed } = await ours.signAndSeal();
  const privateKey = ours.bareKey;
  const work = {
    signAndSeal: ours.signAndSeal,
    primitives: () => {
      for (const file of [signed, sealed]) {
        sign('sha256', createHash('sha256').update(file).digest(), privateKey);
      }
    },
    signpdf: theirs.signTwice,
    openingTheirKeys: theirs.openTwice,
    readingImages: ours.readImages,
  };
  const spent = await sideBySide(work);
  const verifying = await measureVerifying(ours, signed, sealed);
  const signpdfAlone = spent.signpdf - spent.openingTheirKeys;
  return {
    name: 'sign + seal, both visible, keys open',
    figures: [
      {
        what: 'of the bare primitives',
        value: spent.signAndSeal / spent.primitives,
        goal: { atMost: 10 },
      },
      {
        what: 'faster than @signpdf',
        value: signpdfAlone / spent.signAndSeal,
        goal: { atLeast: 5 },
      },
      {
        what: 'verifying it, of the bare hashing and signature checks',
        value: verifying.verification / verifying.bareChecks,
        goal: { atMost: 10 },
      },
    ],
    orientation: [
      milliseconds('sign and seal', spent.signAndSeal),
      milliseconds('two RSA-2048 signatures and their hashes', spent.primitives),
      milliseconds('@signpdf, opening its keys taken off', signpdfAlone),
      milliseconds('verifying', verifying.verification),
      milliseconds(
        'hashing both revisions, checking two signatures and two certificates',
        verifying.bareChecks,
      ),
      milliseconds('reading both images, done once when they are uploaded', spent.readingImages),
    ],
  };
};

/** Beside what nobody can do without: the digest of each signed revision, each signature, and who certified its key. */
const measureVerifying = async (
  { anchor, bareKey, certificates }: Awaited<ReturnType<typeof prepareOurs>>,
  signed: Uint8Array,
  sealed: Uint8Array,
) => {
  const attributes = createHash('sha256').update(sealed).digest();
  const signature = sign('sha256', attributes, bareKey);
  const { publicKey } = anchor;
  return sideBySide({
    verification: () => verifySignatures(sealed, { anchors: [new Uint8Array(anchor.raw)] }),
    bareChecks: () => {
      for (const file of [signed, sealed]) {
        createHash('sha256').update(file).digest();
        verify('sha256', attributes, publicKey, signature);
      }
      for (const certificate of certificates) certificate.verify(publicKey);
    },
  });
};

const prepareOurs = async () => {
  const authority = makeTrialAuthority();
  const [hand, agency] = await Promise.all([
    authority.issuePkcs12(SIGNER),
    authority.issuePkcs12(AGENCY),
  ]);
  const handKey = await openPkcs12(hand.pkcs12, hand.password);
  const sealKey = await openPkcs12(agency.pkcs12, agency.password);
  const pngs = [sampleSignaturePng(SIGNER.commonName), sampleSealPng(AGENCY.commonName)] as const;
  const readImages = () => pngs.map(readSignatureImage);
  const [image, seal] = [readSignatureImage(pngs[0]), readSignatureImage(pngs[1])];
  const pdf = renderPdf(seedReport, ISSUING);
  const places = placeSignatures(locateSignature(seedReport, ISSUING), image);
  const newFields = [
    { field: 'Signature1', place: places.signer, label: `Chữ ký của ${SIGNER.commonName}` },
    { field: 'Seal', place: places.seal, label: `Dấu của ${AGENCY.commonName}` },
  ];
  const at = new Date();
  const signAndSeal = async () => {
    const byHand = { field: 'Signature1', name: SIGNER.commonName, at, image, newFields };
    const { pdf: signed } = await signPdf({ ...byHand, pdf, key: handKey });
    const bySeal = { field: 'Seal', name: AGENCY.commonName, at, image: seal };
    const { pdf: sealed } = await signPdf({ ...bySeal, pdf: signed, key: sealKey });
    return { signed, sealed };
  };
  const bareKey: KeyObject = createPrivateKey(authority.privateKeyPem);
  const anchor = new X509Certificate(authority.certificatePem);
  const certificates = [handKey, sealKey].map(
    ({ certificate }) => new X509Certificate(certificate),
  );
  return { readImages, signAndSeal, bareKey, anchor, certificates };
};

const prepareTheirs = async () => {
  // Its signer writes nothing usable where a name has diacritics.
  const plain = { commonName: 'Nguyen Van Minh', organization: 'UBND xa Son Trung' };
  const { pkcs12, password } = await makeTrialAuthority().issuePkcs12(plain);
  // It reads its file once; each signature needs a new one.
  const signer = () => new P12Signer(Buffer.from(pkcs12), { passphrase: password });
  const pdf = renderPdf(seedReport, ISSUING);
  const once = async (file: Uint8Array): Promise<Uint8Array> => {
    const document = await PDFDocument.load(file);
    pdflibAddPlaceholder({
      pdfDoc: document,
      reason: '',
      contactInfo: '',
      name: plain.commonName,
      location: '',
      widgetRect: [100, 100, 200, 200],
    });
    return new SignPdf().sign(await document.save({ useObjectStreams: false }), signer());
  };
  /** What its signer does before it signs, by the same library. */
  const open = () => {
    const file = forge.util.createBuffer(Buffer.from(pkcs12).toString('binary'));
    forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file), false, password);
  };
  return {
    signTwice: async () => once(await once(pdf)),
    openTwice: () => {
      open();
      open();
    },
  };
};
