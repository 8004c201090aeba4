// Does a key that nobody has certified yet ask for its certificate as authorities expect?
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { uncertifiedKmsKey } from '../../../functions/adapters/kms-key.ts';
import { certificateRequest } from '../../../functions/signing/certificate-request.ts';
import { opensslRequest } from '../../support/files/pdf-tools.ts';
import { type AwsCall, type AwsEndpoint, type AwsReply, startAwsEndpoint } from './aws-endpoint.ts';
import { signLikeKms } from './kms-in-small.ts';

let endpoint: AwsEndpoint;
afterEach(() => endpoint?.close());

const SUBJECT = { commonName: 'Nguyễn Văn Minh', organization: 'UBND xã Sơn Trung' };

const aPair = {
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
};

/** KMS with the private key of one pair and the public key of another, or of the same. */
const kmsWith =
  (signing: ReturnType<(typeof aPair)['RSA']>, shown = signing) =>
  (question: AwsCall): AwsReply =>
    question.operation === 'GetPublicKey'
      ? {
          status: 200,
          body: {
            KeyUsage: 'SIGN_VERIFY',
            PublicKey: shown.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
          },
        }
      : signLikeKms(signing.privateKey, question);

test.each(['RSA', 'P-256'] as const)(
  'openssl accepts the request of a %s key in KMS, which was sent nothing but a digest',
  async (kind) => {
    endpoint = await startAwsEndpoint(kmsWith(aPair[kind]()));
    const key = await uncertifiedKmsKey('alias/chairman', endpoint.clients.kms);
    const request = await certificateRequest(key, SUBJECT);

    const { exitCode, output } = await opensslRequest(request);
    expect(exitCode).toBe(0);
    expect(output).toContain('verify OK');
    expect(output).toMatch(/C ?= ?VN, ?O ?= ?UBND xã Sơn Trung, ?CN ?= ?Nguyễn Văn Minh/);
    expect(endpoint.asked).toEqual([
      { operation: 'GetPublicKey', input: { KeyId: 'alias/chairman' } },
      {
        operation: 'Sign',
        input: expect.objectContaining({
          KeyId: 'alias/chairman',
          Message: expect.stringMatching(/^.{44}$/),
          MessageType: 'DIGEST',
        }),
      },
    ]);
  },
);

test('a service that signs with another key than it shows is found out', async () => {
  endpoint = await startAwsEndpoint(kmsWith(aPair.RSA(), aPair.RSA()));
  const key = await uncertifiedKmsKey('alias/chairman', endpoint.clients.kms);
  await expect(certificateRequest(key, SUBJECT)).rejects.toMatchObject({
    code: 'certificate_key_mismatch',
  });
});

test('a key that is not there, or not for signing, is refused; a busy service is asked later', async () => {
  const answers: AwsReply[] = [
    { status: 400, body: { __type: 'NotFoundException' } },
    { status: 200, body: { KeyUsage: 'ENCRYPT_DECRYPT', PublicKey: 'AAAA' } },
  ];
  endpoint = await startAwsEndpoint(() => answers.shift() ?? { status: 500, body: {} });
  const ask = () => uncertifiedKmsKey('alias/chairman', endpoint.clients.kms);
  await expect(ask()).rejects.toMatchObject({ code: 'key_missing' });
  await expect(ask()).rejects.toMatchObject({ code: 'key_missing' });
  await expect(ask()).rejects.toMatchObject({ name: 'Unavailable' });
});
