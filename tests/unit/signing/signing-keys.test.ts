// Does the directory's word for a key lead to a key that signs, and only a digest to AWS?
import { createHash, generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { openSigningKey } from '../../../functions/adapters/signing-keys.ts';
import type { KeyReference } from '../../../functions/domain/directory/organization.ts';
import { checkCertificate } from '../../../functions/signing/check-certificate.ts';
import { openPkcs12 } from '../../../functions/signing/pkcs12-key.ts';
import { signPdf } from '../../../functions/signing/sign/sign-pdf.ts';
import { openTrialAuthority } from '../../../infra/local/trust-services/certificate-authority.ts';
import { opensslPkcs12, pdfsig } from '../../support/files/pdf-tools.ts';
import { type AwsEndpoint, startAwsEndpoint } from './aws-endpoint.ts';
import { signLikeKms } from './kms-in-small.ts';
import { expectOthersAgree } from './other-judges.ts';
import { anchor, authority, CHAIRMAN, FIELDS, typstPdf } from './signing-desk.ts';

let endpoint: AwsEndpoint;
afterEach(() => endpoint?.close());

const wish = {
  pdf: typstPdf(),
  field: 'Signature1',
  name: CHAIRMAN.commonName,
  newFields: FIELDS,
};
const aSecret: KeyReference = { kind: 'secret', secretId: 'chairman', certificatePem: '' };

test.each([
  ['RSA', 'RSASSA_PKCS1_V1_5_SHA_256', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['P-256', 'ECDSA_SHA_256', () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })],
])(
  'a KMS key of kind %s signs a PDF and is sent nothing but digests',
  async (_, algorithm, make) => {
    const { privateKey, publicKey } = make();
    endpoint = await startAwsEndpoint((question) => signLikeKms(privateKey, question));
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    const reference: KeyReference = {
      kind: 'kms',
      keyId: 'alias/chairman',
      certificatePem: authority.certifyKey(spki, CHAIRMAN),
      chainPem: authority.certificatePem,
    };

    const key = await openSigningKey(reference, endpoint.clients);
    await checkCertificate(key, { at: new Date(), anchors: [anchor], revoked: [] });
    const { pdf: signed } = await signPdf({ ...wish, key, at: new Date() });

    await expectOthersAgree(signed, [CHAIRMAN.commonName]);
    expect(endpoint.asked).toHaveLength(2);
    for (const { operation, input } of endpoint.asked) {
      expect(operation).toBe('Sign');
      expect(input).toEqual({
        KeyId: 'alias/chairman',
        Message: expect.stringMatching(/^.{44}$/),
        MessageType: 'DIGEST',
        SigningAlgorithm: algorithm,
      });
    }
  },
);

test('a KMS key that is gone is refused, a busy service is asked again later', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const certificatePem = authority.certifyKey(spki, CHAIRMAN);
  const reference: KeyReference = { kind: 'kms', keyId: 'x', certificatePem, chainPem: '' };
  let type = 'DisabledException';
  endpoint = await startAwsEndpoint(() => ({ status: 400, body: { __type: type } }));
  const key = await openSigningKey(reference, endpoint.clients);

  await expect(key.signDigest(new Uint8Array(32))).rejects.toMatchObject({ code: 'key_missing' });
  type = 'ThrottlingException';
  await expect(key.signDigest(new Uint8Array(32))).rejects.toMatchObject({ name: 'Unavailable' });
});

test('a KMS key without a readable certificate is refused', async () => {
  endpoint = await startAwsEndpoint(() => ({ status: 500, body: {} }));
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
  for (const certificatePem of ['', broken]) {
    const reference: KeyReference = { kind: 'kms', keyId: 'x', certificatePem, chainPem: '' };
    await expect(openSigningKey(reference, endpoint.clients)).rejects.toMatchObject({
      code: 'key_missing',
    });
  }
});

test.each(['rsa-2048', 'p-256'] as const)('a %s key in a secret signs a PDF', async (kind) => {
  const { pkcs12, password } = await authority.issuePkcs12(CHAIRMAN, kind);
  const value = { pkcs12: Buffer.from(pkcs12).toString('base64'), password };
  endpoint = await startAwsEndpoint(() => ({
    status: 200,
    body: { SecretString: JSON.stringify(value) },
  }));

  const key = await openSigningKey(aSecret, endpoint.clients);
  const { pdf: signed } = await signPdf({ ...wish, key, at: new Date() });

  await expectOthersAgree(signed, [CHAIRMAN.commonName]);
  expect(endpoint.asked).toEqual([
    { operation: 'GetSecretValue', input: { SecretId: 'chairman' } },
  ]);
});

test('a secret that is missing, or holds something else, is refused without repeating it', async () => {
  const bodies = [
    { status: 400, body: { __type: 'ResourceNotFoundException' } },
    { status: 200, body: { SecretString: 'hunter2' } },
    { status: 200, body: { SecretString: '{"pkcs12":"hunter2!","password":"hunter2"}' } },
    { status: 200, body: { SecretString: '{"pkcs12":"aHVudGVyMg==","password":"hunter2"}' } },
  ];
  endpoint = await startAwsEndpoint(() => bodies.shift() ?? { status: 500, body: {} });
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const error = await openSigningKey(aSecret, endpoint.clients).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'key_missing' });
    expect(JSON.stringify(error) + error.message + error.stack + error.cause).not.toContain(
      'hunter2',
    );
  }
  await expect(openSigningKey(aSecret, endpoint.clients)).rejects.toMatchObject({
    name: 'Unavailable',
  });
});

test('a PKCS#12 file does not open with another password', async () => {
  const { pkcs12 } = await authority.issuePkcs12(CHAIRMAN);
  await expect(openPkcs12(pkcs12, 'sai mật khẩu')).rejects.toMatchObject({ code: 'key_missing' });
});

test('openssl opens the PKCS#12 files of the trial authority', async () => {
  const { pkcs12, password } = await authority.issuePkcs12(CHAIRMAN);
  expect(await opensslPkcs12(pkcs12, password)).toMatchObject({ exitCode: 0 });
});

test('a trial authority that was kept certifies as before', async () => {
  const { certificatePem, privateKeyPem } = authority;
  const kept = JSON.parse(JSON.stringify({ certificatePem, privateKeyPem }));
  const { pkcs12, password } = await openTrialAuthority(kept).issuePkcs12(CHAIRMAN);
  const key = await openPkcs12(pkcs12, password);
  const { pdf: signed } = await signPdf({ ...wish, key, at: new Date() });
  expect(await pdfsig(signed, authority.certificatePem)).toMatchObject([{ trusted: true }]);
  expect(createHash('sha256').update(key.certificate).digest()).toHaveLength(32);
});
