// Do we judge the files of other makers as pdfsig does, and see in them what it does not?
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { pdfsig, qpdfRewrite } from '../../../support/pdf-tools.ts';
import {
  AGENCY,
  aKey,
  anchor,
  authority,
  CHAIRMAN,
  signAndSeal,
  typstPdf,
} from '../signing-desk.ts';
import { signedElsewhere } from './other-makers.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const PSS = ['-keyopt', 'rsa_padding_mode:pss'];

const verify = (pdf: Uint8Array) => verifySignatures(pdf, { anchors: [anchor] });
const verdictOf = async (pdf: Uint8Array) => (await verify(pdf)).file;

describe('a signature of another maker is valid, as pdfsig says too', () => {
  test.each([
    ['adbe.pkcs7.detached', 'RSA-2048 PKCS#1 v1.5, SHA-256', rsa, ['-md', 'sha256']],
    ['adbe.pkcs7.detached', 'RSA-2048 PKCS#1 v1.5, SHA-512', rsa, ['-md', 'sha512']],
    ['adbe.pkcs7.detached', 'RSA-2048 PSS, SHA-384', rsa, ['-md', 'sha384', ...PSS]],
    ['adbe.pkcs7.detached', 'ECDSA P-384, SHA-384', p384, ['-md', 'sha384']],
    ['ETSI.CAdES.detached', 'RSA-2048 PSS, SHA-256', rsa, ['-md', 'sha256', '-cades', ...PSS]],
    ['ETSI.CAdES.detached', 'ECDSA P-256, SHA-256', p256, ['-md', 'sha256', '-cades']],
  ] as const)('%s, %s', async (subFilter, name, privateKey, options) => {
    const { pdf } = await signedElsewhere({ privateKey, subFilter, options: [...options] });

    const { file, signatures } = await verify(pdf);

    expect(file).toEqual({ verdict: 'valid' });
    expect(signatures).toMatchObject([{ algorithm: { name, weak: false }, coversWholeFile: true }]);
    const [theirs] = await pdfsig(pdf, authority.certificatePem);
    expect(theirs).toMatchObject({ valid: true, trusted: true, wholeFile: true, type: subFilter });
  });

  test('in a file of object streams', async () => {
    const packed = await qpdfRewrite(typstPdf(), ['--object-streams=generate']);
    const keys = { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY, 'p-256') };
    const { sealed } = await signAndSeal(packed, keys);
    expect(Buffer.from(packed).includes('/ObjStm')).toBe(true);
    expect(await verdictOf(sealed)).toEqual({ verdict: 'valid' });
    const theirs = await pdfsig(sealed, authority.certificatePem);
    expect(theirs.map(({ valid, trusted }) => [valid, trusted])).toEqual([
      [true, true],
      [true, true],
    ]);
  });
});

test.each(['sha1', 'md5'])('a signature over %s is named weak, and invalid', async (md) => {
  const { pdf } = await signedElsewhere({ privateKey: rsa, options: ['-md', md] });

  const { file, signatures } = await verify(pdf);

  expect(file).toEqual({ verdict: 'invalid', because: 'signature_invalid' });
  expect(signatures).toMatchObject([
    { algorithm: { weak: true }, integrity: { verdict: 'invalid', because: 'hash_weak' } },
  ]);
});
