// Do we judge the files of other makers as pdfsig does, and see in them what it does not?
import { generateKeyPairSync } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Attribute, SignedAndUnsignedAttributes } from 'pkijs';
import { describe, expect, test } from 'vitest';
import { CMS_OID } from '../../../../functions/signing/sign/signature-cms.ts';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { pdfsig, qpdfRewrite } from '../../../support/files/pdf-tools.ts';
import {
  AGENCY,
  aKey,
  anchor,
  authority,
  CHAIRMAN,
  signAndSeal,
  typstPdf,
} from '../signing-desk.ts';
import { type CmsChange, signedByEdwards, withOtherStrings } from './changed-cms.ts';
import { lastOf, updated } from './incremental-update.ts';
import { certificateFor, signedElsewhere } from './other-makers.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const PSS = ['-keyopt', 'rsa_padding_mode:pss'];

const keyOnCurve = (curve: 'ed25519' | 'ed448') =>
  curve === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448');

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

test.each(['sha1', 'md5'])('a signature over %s is named weak, and not judged', async (md) => {
  const { pdf } = await signedElsewhere({ privateKey: rsa, options: ['-md', md] });

  const { file, signatures } = await verify(pdf);

  expect(file).toEqual({ verdict: 'cannotJudge', because: 'signature_not_judged' });
  expect(signatures).toMatchObject([
    { algorithm: { weak: true }, integrity: { verdict: 'cannotJudge', because: 'hash_weak' } },
  ]);
});

describe('a signature by an algorithm that is still rare is valid', () => {
  test('RSA-2048 PKCS#1 v1.5, SHA3-256', async () => {
    const { pdf } = await signedElsewhere({ privateKey: rsa, options: ['-md', 'sha3-256'] });
    const { file, signatures } = await verify(pdf);
    expect(file).toEqual({ verdict: 'valid' });
    expect(signatures).toMatchObject([{ algorithm: { name: 'RSA-2048 PKCS#1 v1.5, SHA3-256' } }]);
  });

  test.each([
    ['Ed25519, SHA-512', 'ed25519'],
    ['Ed448, SHAKE256', 'ed448'],
  ] as const)('%s', async (name, curve) => {
    const { privateKey } = keyOnCurve(curve);
    const change = signedByEdwards(curve, privateKey, certificateFor(privateKey));
    const { pdf } = await signedElsewhere({ privateKey: rsa, change });
    const { file, signatures } = await verify(pdf);
    expect(file).toEqual({ verdict: 'valid' });
    expect(signatures).toMatchObject([{ algorithm: { name, weak: false } }]);
  });
});

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const SHA512_WITH_RSA = '1.2.840.113549.1.1.13';

describe('what another maker writes otherwise than the standard, where nothing rests on it', () => {
  test.each<[string, CmsChange]>([
    [
      'another version than the way its signer is named asks for',
      (_, signer) => {
        signer.version = 3;
      },
    ],
    [
      'no list of hashes',
      (signed) => {
        signed.digestAlgorithms = [];
      },
    ],
    ['the issuer in another kind of string', withOtherStrings],
  ])('%s: is valid all the same', async (_, change) => {
    const { pdf } = await signedElsewhere({ privateKey: rsa, change });
    const { file, signatures } = await verify(pdf);
    expect(file).toEqual({ verdict: 'valid' });
    expect(signatures).toMatchObject([{ signer: { organization: 'UBND xã Sơn Trung' } }]);
  });

  test.each<[string, string, CmsChange]>([
    [
      'the name of another algorithm',
      'algorithm_misnamed',
      (_, { signatureAlgorithm }) => {
        signatureAlgorithm.algorithmId = SHA512_WITH_RSA;
      },
    ],
    [
      'the algorithm of the signature where its hash is asked for, which openssl does not take',
      'algorithm_misnamed',
      (_, { digestAlgorithm }) => {
        digestAlgorithm.algorithmId = SHA256_WITH_RSA;
      },
    ],
    [
      'that algorithm, and announced too, which pdfsig does not take',
      'algorithm_misnamed',
      (signed, { digestAlgorithm }) => {
        for (const each of [digestAlgorithm, ...signed.digestAlgorithms]) {
          each.algorithmId = SHA256_WITH_RSA;
        }
      },
    ],
    [
      'the number of another certificate',
      'signer_misnamed',
      (_, { sid }) => {
        sid.serialNumber = new asn1js.Integer({ value: 7 });
      },
    ],
    [
      'a timestamp that is none',
      'timestamp_malformed',
      (_, signer) => {
        const value = new asn1js.OctetString({ valueHex: Buffer.from('soon') });
        const attribute = new Attribute({ type: CMS_OID.signatureTimestamp, values: [value] });
        signer.unsignedAttrs = new SignedAndUnsignedAttributes({
          type: 1,
          attributes: [attribute],
        });
      },
    ],
  ])('%s: is not judged', async (_, because, change) => {
    const { pdf } = await signedElsewhere({ privateKey: rsa, change });
    const { file, signatures } = await verify(pdf);
    expect(file).toEqual({ verdict: 'cannotJudge', because: 'signature_not_judged' });
    expect(signatures[0]?.integrity).toEqual({ verdict: 'cannotJudge', because });
  });

  test('data behind the signature, in its place: is not judged', async () => {
    const { pdf } = await signedElsewhere({ privateKey: rsa });
    const copy = Buffer.from(pdf);
    copy.write('ff', copy.indexOf('0>') - 2, 'latin1');
    const { signatures } = await verify(copy);
    expect(signatures[0]?.integrity).toEqual({
      verdict: 'cannotJudge',
      because: 'padding_not_zero',
    });
  });
});

describe('a file that was encrypted before it was signed', () => {
  const encryptedWith = (...words: string[]) =>
    signedElsewhere({
      privateKey: rsa,
      rewrite: (pdf) => qpdfRewrite(pdf, [...words, '--']),
    });

  test.each([
    ['RC4 of 40 bits', ['40']],
    ['RC4 of 128 bits', ['128', '--use-aes=n']],
    ['AES of 128 bits', ['128', '--use-aes=y']],
    ['AES of 256 bits', ['256']],
  ])('with %s is valid, and what follows the signature is read too', async (_, cipher) => {
    const { pdf } = await encryptedWith('--allow-weak-crypto', '--encrypt', '', 'owner', ...cipher);
    expect(await verdictOf(pdf)).toEqual({ verdict: 'valid' });
    const { signatures } = await verify(pdf);
    expect(signatures).toMatchObject([{ reason: '', coversWholeFile: true }]);
    const page = Number(lastOf(pdf, /\b(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/Type \/Page\b/g)[1]);
    const [, encryption] = lastOf(pdf, /\/Encrypt (\d+ 0 R)/g);
    const [, id] = lastOf(pdf, /\/ID (\[[^\]]*\])/g);
    const trailer = `/Encrypt ${encryption} /ID ${id}`;
    const other = updated(pdf, { [page]: '<< /Type /Page >>' }, { trailer });
    expect(await verdictOf(other)).toEqual({
      verdict: 'invalid',
      because: 'changed_after_signing',
    });
  });

  test('and asks for a password is not judged', async () => {
    const { pdf } = await encryptedWith('--encrypt', 'secret', 'owner', '256');
    expect(await verdictOf(pdf)).toEqual({ verdict: 'cannotJudge', because: 'file_encrypted' });
  });
});

test('a form field whose place in the file is lost makes the file damaged, not unsigned', async () => {
  const { pdf } = await signedElsewhere({ privateKey: rsa });
  const field = Number(lastOf(pdf, /\b(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?\/FT \/Sig/g)[1]);
  const offset = String(pdf.indexOf(`\n${field} 0 obj`) + 1).padStart(10, '0');
  const copy = Buffer.from(pdf);
  copy.write('0000000003', copy.lastIndexOf(offset), 'latin1');
  const { file, signatures } = await verify(copy);
  expect(signatures).toHaveLength(1);
  expect(file.verdict).not.toBe('valid');
  expect(file).not.toEqual({ verdict: 'invalid', because: 'no_signature' });
});
