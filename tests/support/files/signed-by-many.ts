// How does a file look that many people signed one after the other? Each signs, in an incremental update of their own, all that is there.
import { createHash } from 'node:crypto';
import type { SigningKey } from '../../../functions/signing/key.ts';
import { signatureCms, signedAttributes } from '../../../functions/signing/sign/signature-cms.ts';
import { coverAll, plainPdf, plainSignature, plainUpdate } from './plain-pdf.ts';

/** Room for one signature without a timestamp, in hexadecimal digits. */
const HOLE = 8_000;

const field = (at: number, value = '') =>
  `<< /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /P 3 0 R /FT /Sig /T (Signature${at}) ${value}>>`;

/** One scanned page of `length` bytes: most of a big file is in streams that nobody has to read. */
export const signedByMany = async (
  key: SigningKey,
  signers: number,
  length: number,
): Promise<Buffer> => {
  const numbers = Array.from({ length: signers }, (_, at) => 5 + at);
  const fields = `[${numbers.map((each) => `${each} 0 R`).join(' ')}]`;
  let pdf = plainPdf([
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields ${fields} /SigFlags 3 >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Annots ${fields} >>`,
    `<< /Length ${length} >>\nstream\n${'s'.repeat(length)}\nendstream`,
    ...numbers.map((at) => field(at)),
  ]);
  for (const at of numbers) {
    const before = pdf.length;
    pdf = plainUpdate(pdf, {
      [at]: field(at, `/V ${at + 1_000} 0 R `),
      [at + 1_000]: plainSignature('0'.repeat(HOLE)),
    });
    for (const { start, end } of coverAll(pdf, before)) {
      const covered = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end));
      const attributes = signedAttributes(covered.digest(), key.certificate);
      const digest = createHash('sha256').update(attributes).digest();
      const cms = signatureCms(key, attributes, await key.signDigest(digest));
      pdf.write(Buffer.from(cms).toString('hex'), start + 1, 'latin1');
    }
  }
  return pdf;
};
