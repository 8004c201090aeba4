// Is a key that must not sign found out before it does?
import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../../functions/signing/check-certificate.ts';
import { AGENCY, aKey, authority, CHAIRMAN } from './signing-desk.ts';

const now = new Date();
const daysFromNow = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);

test.each(['rsa-2048', 'p-256'] as const)('a valid key of kind %s may sign', async (kind) => {
  const key = await aKey({ ...CHAIRMAN, validFrom: daysFromNow(-1) }, kind);
  await expect(checkCertificate(key, now)).resolves.toBeUndefined();
});

test('an expired certificate is refused, with the day it ended', async () => {
  const validTo = daysFromNow(-1);
  const key = await aKey({ ...CHAIRMAN, validFrom: daysFromNow(-30), validTo });
  await expect(checkCertificate(key, now)).rejects.toMatchObject({
    code: 'certificate_expired',
    details: { facts: { validTo: expect.stringContaining(validTo.toISOString().slice(0, 10)) } },
  });
});

test('a certificate of the future is refused', async () => {
  const key = await aKey({ ...CHAIRMAN, validFrom: daysFromNow(1) });
  await expect(checkCertificate(key, now)).rejects.toMatchObject({
    code: 'certificate_not_yet_valid',
  });
});

test('an authority’s certificate is not for signing documents', async () => {
  const { raw } = new X509Certificate(authority.certificatePem);
  const key = { ...(await aKey(CHAIRMAN)), certificate: raw };
  await expect(checkCertificate(key, daysFromNow(1))).rejects.toMatchObject({
    code: 'certificate_not_for_signing',
  });
});

test('a certificate of another key is refused', async () => {
  const { certificate } = await aKey(AGENCY);
  const key = { ...(await aKey(CHAIRMAN)), certificate };
  await expect(checkCertificate(key, daysFromNow(1))).rejects.toMatchObject({
    code: 'certificate_key_mismatch',
  });
});

test('a certificate of a key of another kind is refused', async () => {
  const { certificate } = await aKey(AGENCY, 'p-256');
  const key = { ...(await aKey(CHAIRMAN)), certificate };
  await expect(checkCertificate(key, daysFromNow(1))).rejects.toMatchObject({
    code: 'certificate_key_mismatch',
  });
});
