// How does the agency's seal get onto the signed document? By the agency's key, after the person's, once.
import type { Rehearsing, Sealing, Signed } from '../../contracts/hand-offs.ts';
import type { Organization } from '../../domain/directory/organization.ts';
import { sealedKey } from '../../domain/file-keys.ts';
import { refuseWrongStatus, type Submission } from '../../domain/workflow/submission.ts';
import { knownCertificates } from '../../signing/known-certificates.ts';
import { SEAL_FIELD } from '../../signing/our-fields.ts';
import { signPdf } from '../../signing/sign/sign-pdf.ts';
import { rehearseTimestamp } from '../../signing/sign/timestamp.ts';
import { findAgency, findSubmission } from '../reading/find.ts';
import { openKey } from '../reading/open-key.ts';
import { whoSeals } from '../reading/who-seals.ts';
import type { WorldOf } from '../world.ts';
import { anew, sealOf } from './images-to-sign-with.ts';
import { keepOnce, storedOf } from './keep-once.ts';
import { readExactly } from './read-exactly.ts';
import { timestampingFor } from './timestamping.ts';

const NEEDS = [
  'submissions',
  'directory',
  'trust',
  'working',
  'images',
  'keys',
  'timestampServers',
  'clock',
] as const;
type Sealer = WorldOf<typeof NEEDS>;

/** The dry run: everything that sealing needs, and no seal; what is sealed already needs nothing more. Refusals: those of sealing. */
export const rehearseSealing = async (
  world: Sealer,
  { submissionId }: Rehearsing,
): Promise<void> => {
  const submission = await findSubmission(world, submissionId);
  if (storedOf(submission) !== null) return;
  if ((await world.working.read(sealedKey(submissionId))) !== null) return;
  const [agency, trusted] = await Promise.all([
    findAgency(world, submission),
    world.trust.trusted(),
  ]);
  await openKey(world, agency.sealKey, agency, trusted.anchors);
  await sealOf(world, agency, anew);
  await rehearseTimestamp(timestampingFor(world, agency));
};
rehearseSealing.needs = NEEDS;

/**
 * Seals a file that its person has signed, if the clerk has pressed or it was submitted to be sealed automatically. What
 * is sealed already is adopted if it is that file and a seal of this agency, valid when it was made.
 * Refusals: submission_not_found, organization_not_found, file_not_found, file_differs, kept_file_invalid; status_wrong,
 * key_missing, certificate_*, image_*, signature_invalid.
 */
export const sealDocument = async (world: Sealer, wish: Sealing): Promise<Signed> => {
  const submission = await findSubmission(world, wish.submissionId);
  const stored = storedOf(submission);
  if (stored !== null) return stored;
  const [organization, trusted] = await Promise.all([
    findAgency(world, submission),
    world.trust.trusted(),
  ]);
  const signed = await readExactly(world, wish.key, wish.sha256);
  return keepOnce(world, {
    key: sealedKey(wish.submissionId),
    begins: signed,
    field: SEAL_FIELD,
    by: knownCertificates(organization.sealKey),
    trusted,
    make: async () => {
      await requireSealing(world, submission, organization);
      const key = await openKey(world, organization.sealKey, organization, trusted.anchors);
      const image = await sealOf(world, organization);
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
sealDocument.needs = NEEDS;

/** Refusal: status_wrong. */
const requireSealing = async (
  world: Sealer,
  submission: Submission,
  organization: Organization,
): Promise<void> => {
  const mayBeSealed =
    submission.status === 'issuing' &&
    (submission.sealPressedBy !== null ||
      (await whoSeals(world, submission, organization)) === 'automatic');
  if (!mayBeSealed) refuseWrongStatus(submission);
};
