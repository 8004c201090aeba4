// What do we say of files to which other programs added signatures of others, or a document timestamp?
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { opensslSignCms, opensslTimestampToken, pdfsig } from '../../../support/files/pdf-tools.ts';
import { anchor, authority } from '../signing-desk.ts';
import { withAdded } from './added-signature.ts';
import { objectOf, withEntries } from './incremental-update.ts';
import { certificateFor, signedElsewhere } from './other-makers.ts';

const pem = (key: KeyObject) => key.export({ format: 'pem', type: 'pkcs8' }).toString();
const first = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const second = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

const SIGNATURE = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached';
const TIMESTAMP = '/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161';

let signed: Awaited<ReturnType<typeof signedElsewhere>>;

beforeAll(async () => {
  signed = await signedElsewhere({ privateKey: first });
});

const verify = (pdf: Uint8Array) => verifySignatures(pdf, { anchors: [anchor] });

/** @param besides what else the second signer's update holds */
const signedAgain = (besides: Record<number, string> = {}) =>
  withAdded(signed.pdf, {
    field: 'Second',
    dictionary: SIGNATURE,
    page: signed.numbers.page,
    besides,
    sign: (content) =>
      opensslSignCms(content, pem(second), certificateFor(second, 'Lê Văn Bình'), [
        '-md',
        'sha256',
      ]),
  });

const timestamped = (pdf: Uint8Array) =>
  withAdded(pdf, {
    field: 'Time',
    dictionary: TIMESTAMP,
    page: signed.numbers.page,
    sign: (content) => {
      const { privateKey, certificatePem } = authority.issueTimestampKey();
      return opensslTimestampToken(content, pem(privateKey), certificatePem);
    },
  });

describe('a file that two people signed', () => {
  test('is valid, and names both in their order, as pdfsig does', async () => {
    const pdf = await signedAgain();

    const { file, signatures } = await verify(pdf);

    expect(file).toEqual({ verdict: 'valid' });
    expect(signatures.map(({ signer }) => signer?.commonName)).toEqual([
      'Trần Thị Lan (chứng thư thử nghiệm)',
      'Lê Văn Bình (chứng thư thử nghiệm)',
    ]);
    expect(signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true]);
    const theirs = await pdfsig(pdf, authority.certificatePem);
    expect(theirs.map(({ valid, trusted, wholeFile }) => [valid, trusted, wholeFile])).toEqual([
      [true, true, false],
      [true, true, true],
    ]);
  });

  test('is valid when the second program left its version in the page tree, as iText does', async () => {
    const page = objectOf(signed.pdf, signed.numbers.page);
    const tree = Number(/\/Parent (\d+) 0 R/.exec(page)?.[1]);
    const version = withEntries(objectOf(signed.pdf, tree), '/ITXT (5.0.0)');
    const { file } = await verify(await signedAgain({ [tree]: version }));
    expect(file).toEqual({ verdict: 'valid' });
  });

  test('and whose second signer exchanged what the first one signed is invalid', async () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>';
    const { file, signatures } = await verify(await signedAgain({ [signed.numbers.font]: font }));
    expect(file).toEqual({ verdict: 'invalid', because: 'changed_after_signing' });
    expect(signatures.map(({ verdict }) => verdict)).toEqual(['invalid', 'valid']);
  });

  test('is invalid, and the first signature whole, when a byte of the second one’s update is changed', async () => {
    const pdf = await signedAgain();
    pdf.write('X', pdf.lastIndexOf('(Second)') + 1, 'latin1');
    const { file, signatures } = await verify(pdf);
    expect(file).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
    expect(signatures.map(({ integrity }) => integrity)).toEqual([
      { verdict: 'valid' },
      { verdict: 'invalid', because: 'document_changed' },
    ]);
  });
});

describe('a document timestamp of another maker', () => {
  test('is valid, and proves when the signature before it existed', async () => {
    const { file, signatures } = await verify(await timestamped(signed.pdf));

    expect(file).toEqual({ verdict: 'valid' });
    expect(signatures).toMatchObject([
      { kind: 'signature', coversWholeFile: false },
      {
        kind: 'documentTimestamp',
        subFilter: 'ETSI.RFC3161',
        coversWholeFile: true,
        signer: { commonName: 'Dấu thời gian (chứng thư thử nghiệm)' },
      },
    ]);
    const [signature, timestamp] = signatures;
    expect(timestamp?.provenTime).not.toBeNull();
    expect(signature?.provenTime).toBe(timestamp?.provenTime);
  });

  test('is valid behind the signatures of two people', async () => {
    const { file, signatures } = await verify(await timestamped(await signedAgain()));
    expect(signatures.map(({ verdict }) => verdict)).toEqual(['valid', 'valid', 'valid']);
    expect(file).toEqual({ verdict: 'valid' });
  });

  test('of another file is invalid', async () => {
    const pdf = await timestamped(signed.pdf);
    pdf.write('X', pdf.lastIndexOf('(Time)') + 1, 'latin1');
    const { file, signatures } = await verify(pdf);
    expect(file).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
    expect(signatures[1]?.integrity).toEqual({ verdict: 'invalid', because: 'document_changed' });
    expect(signatures[0]?.provenTime).toBeNull();
  });
});
