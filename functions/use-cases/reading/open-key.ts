// May this key sign now, for this person or agency? Asked before a number is taken, and again before each signature.
import { sha256 } from '../../domain/canonical-hash.ts';
import type { KeyReference, Organization } from '../../domain/directory/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import { checkCertificate } from '../../signing/check-certificate.ts';
import type { SigningKey } from '../../signing/key.ts';
import { fingerprintOf } from '../../signing/known-certificates.ts';
import type { Needs } from '../world.ts';

/**
 * The key that a reference leads to, if it is of the certificate that the directory names, that certificate is trusted
 * and not revoked, and one trial signature is right. Refusals: key_missing, certificate_* (those of `checkCertificate`).
 */
export const openKey = async (
  world: Needs<'keys' | 'clock'>,
  reference: KeyReference | null,
  { settings }: Organization,
  anchors: readonly Uint8Array[],
): Promise<SigningKey> => {
  if (reference === null) throw new Refusal('key_missing');
  const key = await world.keys.open(reference);
  if (fingerprintOf(reference) !== sha256(key.certificate)) {
    throw new Refusal('certificate_key_mismatch');
  }
  await checkCertificate(key, {
    at: new Date(world.clock.now()),
    anchors,
    revoked: settings.revokedCertificates,
  });
  return key;
};
