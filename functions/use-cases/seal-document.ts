// How does the agency's seal come onto the signed document? By the agency's key, after the person's, once.
import type { Rehearsing, Signed, Signing } from '../contracts/hand-offs.ts';
import type { Organization } from '../domain/organization.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Submission } from '../domain/submission.ts';
import { checkCertificate } from '../signing/check-certificate.ts';
import type { SigningKey } from '../signing/key.ts';
import { signPdf } from '../signing/sign-pdf.ts';
import { findSubmission } from './find.ts';
import { keepOnce, readExactly } from './keep-once.ts';
import type { Needs } from './world.ts';

type Sealer = Needs<'records' | 'directory' | 'working' | 'keys' | 'clock'>;

const agencyOf = async ({ directory }: Sealer, submission: Submission): Promise<Organization> => {
  const organization = await directory.organization(submission.organizationId);
  if (organization === null) throw new Refusal('organization_not_found');
  return organization;
};

const openKey = async (world: Sealer, { sealKey }: Organization): Promise<SigningKey> => {
  if (sealKey === null) throw new Refusal('key_missing');
  const key = await world.keys.open(sealKey);
  await checkCertificate(key, new Date(world.clock.now()));
  return key;
};

/** Refusals: submission_not_found, organization_not_found, key_missing, certificate_*. */
export const rehearseSealing = async (
  world: Sealer,
  { submissionId }: Rehearsing,
): Promise<void> => {
  await openKey(world, await agencyOf(world, await findSubmission(world, submissionId)));
};

/**
 * Seals a file that its person has signed, if the clerk has pressed or the organization seals automatically.
 * Refusals: submission_not_found, status_wrong, key_missing, certificate_*, file_differs, signature_invalid.
 */
export const sealDocument = async (world: Sealer, wish: Signing): Promise<Signed> => {
  const submission = await findSubmission(world, wish.submissionId);
  const organization = await agencyOf(world, submission);
  const mayBeSealed =
    ['issuing', 'issued'].includes(submission.status) &&
    (organization.settings.sealing === 'automatic' || submission.sealPressedBy !== null);
  if (!mayBeSealed) throw new Refusal('status_wrong', { facts: { status: submission.status } });
  const signed = await readExactly(world, wish.key, wish.sha256);
  const key = await openKey(world, organization);
  return keepOnce(world, {
    key: `issuing/${wish.submissionId}/sealed.pdf`,
    begins: signed,
    signers: [key.certificate],
    make: () =>
      signPdf({
        pdf: signed,
        key,
        field: 'Seal',
        name: organization.name,
        at: new Date(world.clock.now()),
      }),
  });
};
