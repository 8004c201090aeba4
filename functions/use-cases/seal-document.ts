// How does the agency's seal come onto the signed document? By the agency's key, after the person's, once.
import type { Rehearsing, Sealing, Signed } from '../contracts/hand-offs.ts';
import { Refusal } from '../domain/refusal.ts';
import { signPdf } from '../signing/sign/sign-pdf.ts';
import { rehearseTimestamp } from '../signing/sign/timestamp.ts';
import { findAgency, findSubmission } from './find.ts';
import { sealOf } from './images-to-sign-with.ts';
import { keepOnce, readExactly } from './keep-once.ts';
import { openKey } from './open-key.ts';
import { SEAL_FIELD } from './sign-document.ts';
import { timestampingFor } from './timestamping.ts';
import type { Needs } from './world.ts';

type Sealer = Needs<
  'records' | 'directory' | 'working' | 'images' | 'keys' | 'timestampServers' | 'clock'
>;

/** Everything that sealing needs, and no seal. Refusals: those of sealing. */
export const rehearseSealing = async (
  world: Sealer,
  { submissionId }: Rehearsing,
): Promise<void> => {
  const agency = await findAgency(world, await findSubmission(world, submissionId));
  await openKey(world, agency.sealKey, agency);
  await sealOf(world, agency);
  await rehearseTimestamp(timestampingFor(world, agency));
};

/**
 * Seals a file that its person has signed, if the clerk has pressed or the organization seals automatically.
 * Refusals: submission_not_found, organization_not_found, status_wrong, key_missing, certificate_*,
 * file_not_found, file_differs, image_*, signature_invalid.
 */
export const sealDocument = async (world: Sealer, wish: Sealing): Promise<Signed> => {
  const submission = await findSubmission(world, wish.submissionId);
  const organization = await findAgency(world, submission);
  const mayBeSealed =
    ['issuing', 'issued'].includes(submission.status) &&
    (organization.settings.sealing === 'automatic' || submission.sealPressedBy !== null);
  if (!mayBeSealed) throw new Refusal('status_wrong', { facts: { status: submission.status } });
  const signed = await readExactly(world, wish.key, wish.sha256);
  const key = await openKey(world, organization.sealKey, organization);
  const image = await sealOf(world, organization);
  return keepOnce(world, {
    key: `issuing/${wish.submissionId}/sealed.pdf`,
    begins: signed,
    signers: [key.certificate],
    make: async () => {
      const { pdf } = await signPdf({
        pdf: signed,
        key,
        field: SEAL_FIELD,
        name: organization.name,
        at: new Date(world.clock.now()),
        ...(image && { image }),
        timestamping: timestampingFor(world, organization),
      });
      return pdf;
    },
  });
};
