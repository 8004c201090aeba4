// How does a key become somebody's? Its certificate is tried where the key is (a dry run), then named in the directory.
import { X509Certificate } from 'node:crypto';
import { sha256 } from '../../domain/canonical-hash.ts';
import { type KeptIn, type KeyHolder, referenceTo } from '../../domain/directory/key-holder.ts';
import type { KeyReference } from '../../domain/directory/organization.ts';
import { Refusal } from '../../domain/refusal.ts';
import { certificatesIn } from '../../signing/certificate-pem.ts';
import { inPlaceOf } from '../../signing/known-certificates.ts';
import { changeDirectory } from '../effects/change-directory.ts';
import { pressOnce } from '../effects/press-once.ts';
import { type Caller, requireRole } from '../reading/identify.ts';
import type { Needs, WorldOf } from '../world.ts';
import { requireOwnHolder } from './require-own-holder.ts';

export type Enrolment = {
  holder: KeyHolder;
  keptIn: KeptIn;
  certificatePem: string;
  chainPem: string;
};

/** The one certificate, and those above it, written as they will be read. Refusal: certificate_unreadable. */
const readEnrolled = ({ certificatePem, chainPem }: Enrolment): [string, string] => {
  const [certificate, ...more] = certificatesIn(certificatePem) ?? [];
  const chain = certificatesIn(chainPem);
  if (certificate === undefined || more.length > 0 || chain === undefined) {
    throw new Refusal('certificate_unreadable');
  }
  return [certificate.toString(), chain.map((issuer) => issuer.toString()).join('')];
};

const NEEDS = ['presses', 'directory', 'directoryDesk', 'keyKeepers'] as const;

/**
 * From now on the holder signs with this key. Refusals: not_permitted, those of `requireOwnHolder`,
 * certificate_unreadable, key_missing, and certificate_* when signing with it would be refused.
 */
export const enrolCertificate = async (
  world: WorldOf<typeof NEEDS>,
  caller: Caller,
  enrolment: Enrolment,
): Promise<void> => {
  requireRole(caller, 'administrator');
  const { holder, keptIn } = enrolment;
  await requireOwnHolder(world, caller, holder);
  const act = async () => {
    const reference = referenceTo(
      world.keyKeepers.under,
      holder,
      keptIn,
      ...readEnrolled(enrolment),
    );
    await world.keyKeepers.tryKey(holder, reference);
    const { certificatePem } = reference;
    const certificate = sha256(new X509Certificate(certificatePem).raw);
    const happening = { kind: 'keyEnrolled', holder, certificate } as const;
    await changeDirectory(world, caller, caller.organization.id, async () => ({
      ...(await named(world, holder, reference)),
      happening,
    }));
  };
  await pressOnce(world, caller, act, async () => {});
};
enrolCertificate.needs = NEEDS;

const named = async (
  { directory }: Needs<'directory'>,
  holder: KeyHolder,
  reference: KeyReference,
) => {
  if (holder.kind === 'person') {
    const before = await directory.person(holder.id);
    if (before === null) throw new Refusal('person_not_found');
    const signingKey = inPlaceOf(before.signingKey, reference);
    return { person: { before, after: { ...before, signingKey } } };
  }
  const before = await directory.organization(holder.id);
  if (before === null) throw new Refusal('organization_not_found');
  const sealKey = inPlaceOf(before.sealKey, reference);
  return { organization: { before, after: { ...before, sealKey } } };
};
