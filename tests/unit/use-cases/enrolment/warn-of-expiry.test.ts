// Does everybody who must act hear of a certificate that runs out, and nobody hear of one that does not?
import { X509Certificate } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import type { KeyReference } from '../../../../functions/domain/directory/organization.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import { warnOfExpiry } from '../../../../functions/use-cases/enrolment/warn-of-expiry.ts';
import { anOrganization, aPerson, aPersonId } from '../../../support/builders.ts';
import { aWorld, SIGNER } from '../../../support/world.ts';
import { authority, CHAIRMAN } from '../../signing/signing-desk.ts';
import type { TestWorld } from '../office-day.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ENDS = Date.now() + 100 * DAY_MS;
const ADMINISTRATOR = aPerson({
  id: aPersonId('dinh-cong-tuan'),
  email: 'dinh-cong-tuan@example.com',
  roles: ['administrator'],
});

let signingKey: KeyReference;
beforeAll(async () => {
  const subject = { ...CHAIRMAN, validTo: new Date(ENDS) };
  const { certificatePem } = await authority.issuePkcs12(subject);
  signingKey = { kind: 'secret', secretId: 'chairman', certificatePem };
});

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
  world.directoryHas(ADMINISTRATOR, { ...SIGNER, signingKey });
  world.organizationIs(anOrganization());
});

/** So many days before the end, at eight in the morning or so. */
const lookBefore = (days: number) => {
  world.setTime(instantOf(ENDS - days * DAY_MS - DAY_MS / 3));
  return warnOfExpiry(world);
};

test('thirty days before, its holder and the administrators are told', async () => {
  expect(await lookBefore(30)).toEqual({ told: 1 });
  expect(world.post).toEqual([
    {
      to: [SIGNER.email, ADMINISTRATOR.email],
      subject: 'Chứng thư chữ ký số sắp hết hạn: còn 30 ngày',
    },
  ]);
});

test('of an agency’s certificate the administrators are told alone', async () => {
  world.directoryHas(SIGNER);
  world.organizationIs(anOrganization({ sealKey: signingKey }));
  await lookBefore(7);
  expect(world.post).toMatchObject([{ to: [ADMINISTRATOR.email] }]);
});

test('on most days nobody is told, nor after the end', async () => {
  for (const days of [99, 31, 29, 15, 5, -1, -40]) await lookBefore(days);
  expect(world.post).toEqual([]);
});

test('every day of the last days but some tells somebody once', async () => {
  for (let days = 40; days > -3; days -= 1) await lookBefore(days);
  expect(world.post).toHaveLength(7);
});

test('of a revoked certificate nobody is told', async () => {
  const { raw } = new X509Certificate(signingKey.certificatePem);
  const { settings } = anOrganization();
  const revokedCertificates = [sha256(raw)];
  world.organizationIs(anOrganization({ settings: { ...settings, revokedCertificates } }));
  expect(await lookBefore(30)).toEqual({ told: 0 });
});
