// Is a key that must not sign found out before it does?
import { createHash, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkCertificate } from '../../../functions/signing/check-certificate.ts';
import { openPkcs12 } from '../../../functions/signing/pkcs12-key.ts';
import { makeTrialAuthority } from '../../../infra/local/trust-services/certificate-authority.ts';
import { AGENCY, aKey, anchor, authority, CHAIRMAN } from './signing-desk.ts';

const now = new Date();
const demands = (at = new Date()) => ({ at, anchors: [anchor], revoked: [] });
const daysFromNow = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);

test.each(['rsa-2048', 'p-256'] as const)('a valid key of kind %s may sign', async (kind) => {
  const key = await aKey({ ...CHAIRMAN, validFrom: daysFromNow(-1) }, kind);
  await expect(checkCertificate(key, demands())).resolves.toBeUndefined();
});

test('an expired certificate is refused, with the day it ended', async () => {
  const validTo = daysFromNow(-1);
  const key = await aKey({ ...CHAIRMAN, validFrom: daysFromNow(-30), validTo });
  await expect(checkCertificate(key, demands())).rejects.toMatchObject({
    code: 'certificate_expired',
    details: { facts: { validTo: expect.stringContaining(validTo.toISOString().slice(0, 10)) } },
  });
});

test('a certificate of the future is refused', async () => {
  const key = await aKey({ ...CHAIRMAN, validFrom: daysFromNow(1) });
  await expect(checkCertificate(key, demands())).rejects.toMatchObject({
    code: 'certificate_not_yet_valid',
  });
});

test('an authority’s certificate is not for signing documents', async () => {
  const { raw } = new X509Certificate(authority.certificatePem);
  const key = { ...(await aKey(CHAIRMAN)), certificate: raw };
  await expect(checkCertificate(key, demands(daysFromNow(1)))).rejects.toMatchObject({
    code: 'certificate_not_for_signing',
  });
});

test('a certificate of another key is refused', async () => {
  const { certificate } = await aKey(AGENCY);
  const key = { ...(await aKey(CHAIRMAN)), certificate };
  await expect(checkCertificate(key, demands(daysFromNow(1)))).rejects.toMatchObject({
    code: 'certificate_key_mismatch',
  });
});

test('a certificate of a key of another kind is refused', async () => {
  const { certificate } = await aKey(AGENCY, 'p-256');
  const key = { ...(await aKey(CHAIRMAN)), certificate };
  await expect(checkCertificate(key, demands(daysFromNow(1)))).rejects.toMatchObject({
    code: 'certificate_key_mismatch',
  });
});

test('a certificate of an authority that is not trusted is refused, whatever chain it brings', async () => {
  const { pkcs12, password } = await makeTrialAuthority().issuePkcs12(CHAIRMAN);
  const key = await openPkcs12(pkcs12, password);
  expect(key.chain).toHaveLength(1);
  await expect(checkCertificate(key, demands(daysFromNow(1)))).rejects.toMatchObject({
    code: 'certificate_untrusted',
    details: { facts: { flaw: 'issuer_unknown' } },
  });
});

test('a revoked certificate is refused, and no other', async () => {
  const key = await aKey(CHAIRMAN);
  const another = await aKey(CHAIRMAN);
  const revoked = [createHash('sha256').update(key.certificate).digest('hex')];
  const tomorrow = { ...demands(daysFromNow(1)), revoked };
  await expect(checkCertificate(key, tomorrow)).rejects.toMatchObject({
    code: 'certificate_revoked',
  });
  await expect(checkCertificate(another, tomorrow)).resolves.toBeUndefined();
});
