// What do the signing tests work with? A PDF/A as the renderer makes it, a trial authority, and keys it certified.

import { X509Certificate } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { SigningKey } from '../../../functions/signing/key.ts';
import { openPkcs12 } from '../../../functions/signing/pkcs12-key.ts';
import { signPdf } from '../../../functions/signing/sign/sign-pdf.ts';
import type { SignatureField } from '../../../functions/signing/sign/signature-field.ts';
import { placeSignatures } from '../../../functions/signing/sign/signature-places.ts';
import type { Timestamping } from '../../../functions/signing/sign/timestamp.ts';
import {
  type KeyKind,
  makeTrialAuthority,
} from '../../../infra/local/trust-services/certificate-authority.ts';
import { newFolder } from '../../support/run/run-folder.ts';

const FONTS = dirname(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  ),
);

const TEXT = `
#set document(title: "Báo cáo", date: datetime(year: 2026, month: 1, day: 1))
#set text(font: "Tinos", lang: "vi", fallback: false)
= Báo cáo
Ủy ban nhân dân xã Sơn Trung báo cáo kết quả thực hiện nhiệm vụ.
#pagebreak()
Chủ tịch`;

/** Two tagged pages of PDF/A-2a, without a form. */
export const typstPdf = (): Uint8Array => {
  const compiler = NodeCompiler.create({
    workspace: newFolder('typst'),
    fontArgs: [{ fontPaths: [FONTS] }],
  });
  const options = { pdfStandard: 'a-2a', creationTimestamp: 1_767_225_600 } as const;
  return new Uint8Array(compiler.pdf({ mainFileContent: TEXT }, options));
};

export const authority = makeTrialAuthority();
export const anchor = new Uint8Array(new X509Certificate(authority.certificatePem).raw);

export const CHAIRMAN = { commonName: 'Nguyễn Văn Minh', organization: 'UBND xã Sơn Trung' };
export const AGENCY = { commonName: 'UBND xã Sơn Trung', organization: 'UBND xã Sơn Trung' };

/** A key as production opens it: from a PKCS#12 file that the trial authority issued. */
export const aKey = async (
  subject: { commonName: string; organization: string; validFrom?: Date; validTo?: Date },
  kind: KeyKind = 'rsa-2048',
): Promise<SigningKey> => {
  const { pkcs12, password } = await authority.issuePkcs12(subject, kind);
  return openPkcs12(pkcs12, password);
};

/** Both fields, at the foot of the second page. */
const PLACES = placeSignatures({ page: 2, x: 340, y: 120, width: 170, height: 85 });
export const FIELDS: SignatureField[] = [
  { field: 'Signature1', place: PLACES.signer, label: 'Chữ ký của Nguyễn Văn Minh' },
  { field: 'Seal', place: PLACES.seal, label: 'Dấu của UBND xã Sơn Trung' },
];

/** Signed by the chairman, then sealed by the agency. */
export const signAndSeal = async (
  pdf: Uint8Array,
  keys: { chairman: SigningKey; agency: SigningKey },
  at: Date = new Date(),
  timestamping?: Timestamping,
): Promise<{ signed: Uint8Array; sealed: Uint8Array }> => {
  const common = { at, ...(timestamping && { timestamping }) };
  const { pdf: signed } = await signPdf({
    ...common,
    pdf,
    key: keys.chairman,
    field: 'Signature1',
    name: CHAIRMAN.commonName,
    reason: 'Ký ban hành (số 118\\BC)',
    newFields: FIELDS,
  });
  const seal = { field: 'Seal', name: AGENCY.commonName };
  const { pdf: sealed } = await signPdf({ ...common, ...seal, pdf: signed, key: keys.agency });
  return { signed, sealed };
};
