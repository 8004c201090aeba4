// Do pdfsig, openssl and qpdf all take a file for sound, signed and trusted?
import { expect } from 'vitest';
import { signedBytes } from '../../../functions/signing/verify/byte-range.ts';
import {
  type FoundSignature,
  findSignatures,
} from '../../../functions/signing/verify/find-signatures.ts';
import { opensslVerifyCms, pdfsig, qpdfCheck } from '../../support/files/pdf-tools.ts';
import { authority } from './signing-desk.ts';

export const signaturesOf = async (pdf: Uint8Array): Promise<FoundSignature[]> => {
  const found = await findSignatures(pdf);
  if (!found.readable) throw new Error(found.because);
  return found.signatures;
};

/** Expects that they agree, and that the signatures are of these people, the last over the whole file. */
export const expectOthersAgree = async (pdf: Uint8Array, signers: string[]): Promise<void> => {
  expect(await pdfsig(pdf, authority.certificatePem)).toEqual(
    signers.map((signer, place) => ({
      valid: true,
      trusted: true,
      type: 'ETSI.CAdES.detached',
      wholeFile: place === signers.length - 1,
      signer: `${signer} (chứng thư thử nghiệm)`,
    })),
  );
  for (const { byteRange, contents } of await signaturesOf(pdf)) {
    const [start = 0, length = 0, holeEnd = 0, rest = 0] = byteRange;
    const content = Buffer.concat(signedBytes(pdf, [start, length, holeEnd, rest]));
    // openssl wants the CMS without the zeros behind it: a SEQUENCE with a length of two bytes.
    const cms = contents.subarray(0, 4 + Buffer.from(contents).readUInt16BE(2));
    expect(await opensslVerifyCms(cms, content, authority.certificatePem)).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('CAdES Verification successful'),
    });
  }
  expect(await qpdfCheck(pdf)).toMatchObject({ exitCode: 0 });
};
