// How is the numbered document signed? By the key of the person who decided to, once, trusting nothing it is told.
import type { Rehearsing, Signed, Signing } from '../contracts/hand-offs.ts';
import { LAYOUT_VERSION } from '../document/layout.ts';
import { contentHash, sha256 } from '../domain/canonical-hash.ts';
import { hasRole, type Organization, type Person } from '../domain/organization.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Submission } from '../domain/submission.ts';
import { signPdf } from '../signing/sign/sign-pdf.ts';
import type { SignatureField } from '../signing/sign/signature-field.ts';
import { placeSignatures, type SignaturePlaces } from '../signing/sign/signature-places.ts';
import { rehearseTimestamp } from '../signing/sign/timestamp.ts';
import { requireComplete } from './check-report.ts';
import { requireFreshSignIn } from './decide.ts';
import { findAgency, findFrozen, findSubmission } from './find.ts';
import { handOf } from './images-to-sign-with.ts';
import { keepOnce, readExactly } from './keep-once.ts';
import { openKey } from './open-key.ts';
import { signedKeyOf } from './signed-key.ts';
import { timestampingFor } from './timestamping.ts';
import type { Needs } from './world.ts';

/** The signer's field in the PDF. */
const SIGNER_FIELD = 'Signature1';

/** The agency's. */
export const SEAL_FIELD = 'Seal';

type Signer = Needs<
  'records' | 'directory' | 'working' | 'images' | 'keys' | 'timestampServers' | 'clock'
>;

/**
 * The person who signs, read anew: he decided to sign these very words, freshly signed in, may still sign, and did not
 * write them; nothing compulsory is missing. Refusals: status_wrong, input_invalid, document_secret, content_changed, sign_in_stale, not_permitted, signer_saved_this_version.
 */
const signerOf = async (world: Signer, submission: Submission): Promise<Person> => {
  if (submission.status !== 'issuing') {
    throw new Refusal('status_wrong', { facts: { status: submission.status } });
  }
  const content = await findFrozen(world, submission.id);
  const hash = contentHash(content, submission.chain, LAYOUT_VERSION);
  requireComplete(content);
  const decision = submission.decisions.findLast(({ kind }) => kind === 'sign');
  if (!decision || decision.contentHash !== hash || submission.contentHash !== hash) {
    throw new Refusal('content_changed');
  }
  requireFreshSignIn(decision.signedInAt, decision.at);
  if (submission.savedBy.includes(decision.personId))
    throw new Refusal('signer_saved_this_version');
  const person = await world.directory.person(decision.personId);
  const mayStill =
    person !== null &&
    person.organizationId === submission.organizationId &&
    hasRole(person, 'signer', world.clock.now());
  if (!mayStill) throw new Refusal('not_permitted');
  return person;
};

/** Everything that signing needs, and no signature. Refusals: those of signing. */
export const rehearseSigning = async (
  world: Signer,
  { submissionId }: Rehearsing,
): Promise<void> => {
  const submission = await findSubmission(world, submissionId);
  const person = await signerOf(world, submission);
  const agency = await findAgency(world, submission);
  await openKey(world, person.signingKey, agency);
  await handOf(world, person);
  await rehearseTimestamp(timestampingFor(world, agency));
};

/**
 * Signs once: on a repeat, the file that is there is adopted after checking that it is this document, signed by this person.
 * Refusals: submission_not_found, those of `signerOf`, key_missing, certificate_*, file_not_found, file_differs,
 * image_*, signature_invalid.
 */
export const signDocument = async (world: Signer, wish: Signing): Promise<Signed> => {
  const submission = await findSubmission(world, wish.submissionId);
  if (submission.files !== null) return alreadySigned(world, wish);
  const person = await signerOf(world, submission);
  if (wish.contentHash !== submission.contentHash) throw new Refusal('content_changed');
  const document = await readExactly(world, wish.key, wish.sha256);
  const agency = await findAgency(world, submission);
  const key = await openKey(world, person.signingKey, agency);
  const image = await handOf(world, person);
  return keepOnce(world, {
    key: signedKeyOf(wish.submissionId),
    begins: document,
    signers: [key.certificate],
    make: async () => {
      const { pdf } = await signPdf({
        pdf: document,
        key,
        field: SIGNER_FIELD,
        name: person.name,
        at: new Date(world.clock.now()),
        image,
        timestamping: timestampingFor(world, agency),
        newFields: fieldsOf(
          person,
          agency,
          placeSignatures(wish.signatureArea, image, agency.settings.sealDiameter),
        ),
      });
      return pdf;
    },
  });
};

/** Every field that the file will ever have: the first signature certifies. */
const fieldsOf = (
  person: Person,
  agency: Organization,
  places: SignaturePlaces,
): SignatureField[] => [
  { field: SIGNER_FIELD, place: places.signer, label: `Chữ ký của ${person.name}` },
  { field: SEAL_FIELD, place: places.seal, label: `Dấu của ${agency.name}` },
];

/** The files are stored for good already; what was signed is only named again. */
const alreadySigned = async ({ working }: Signer, { submissionId }: Signing): Promise<Signed> => {
  const key = signedKeyOf(submissionId);
  const bytes = await working.read(key);
  if (bytes === null) throw new Refusal('file_not_found');
  return { key, sha256: sha256(bytes) };
};
