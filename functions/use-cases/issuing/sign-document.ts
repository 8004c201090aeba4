// How is the numbered document signed? By the key of the person who decided to, once, trusting nothing it is told.
import type { Rehearsing, Signed, Signing } from '../../contracts/hand-offs.ts';
import { requireComplete } from '../../document/check/refuse-findings.ts';
import { contentHash } from '../../domain/canonical-hash.ts';
import type { ReportContent } from '../../domain/content/report-content.ts';
import { hasRole, type Organization, type Person } from '../../domain/directory/organization.ts';
import { requireSettled } from '../../domain/directory/settled-access.ts';
import { signedKey } from '../../domain/file-keys.ts';
import { Refusal } from '../../domain/refusal.ts';
import { requireFreshSignIn } from '../../domain/workflow/fresh-sign-in.ts';
import {
  type Decision,
  expectSubmission,
  type Submission,
} from '../../domain/workflow/submission.ts';
import { knownCertificates } from '../../signing/known-certificates.ts';
import { SEAL_FIELD, SIGNER_FIELD } from '../../signing/our-fields.ts';
import { signPdf } from '../../signing/sign/sign-pdf.ts';
import type { SignatureField } from '../../signing/sign/signature-field.ts';
import { placeSignatures, type SignaturePlaces } from '../../signing/sign/signature-places.ts';
import { rehearseTimestamp } from '../../signing/sign/timestamp.ts';
import { findAgency, findFrozen, findSubmission } from '../reading/find.ts';
import { openKey } from '../reading/open-key.ts';
import type { WorldOf } from '../world.ts';
import { anew, handOf } from './images-to-sign-with.ts';
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
type Signer = WorldOf<typeof NEEDS>;

type Decided = { content: ReportContent; decision: Decision };

/** What was decided stands in the submission for good: to sign these very words. Refusals: status_wrong, content_changed. */
const decidedIn = async (world: Signer, submission: Submission): Promise<Decided> => {
  expectSubmission(submission, 'issuing');
  const content = await findFrozen(world, submission.id);
  const hash = contentHash(content, submission.chain, submission.layoutVersion);
  const decision = submission.decisions.findLast(({ kind }) => kind === 'sign');
  if (!decision || decision.contentHash !== hash || submission.contentHash !== hash) {
    throw new Refusal('content_changed');
  }
  return { content, decision };
};

/**
 * The person who signs, if they may do so today: freshly signed in when they decided, by a way in
 * that stood, still a signer here, and not the author;
 * and nothing compulsory is missing.
 * Refusals: input_invalid, document_secret, text_unprintable, sign_in_stale, not_permitted, access_unsettled,
 * signer_saved_this_version.
 */
const requireSigner = async (
  world: Signer,
  submission: Submission,
  { content, decision }: Decided,
): Promise<Person> => {
  requireComplete(content);
  requireFreshSignIn(decision.signedInAt, decision.at);
  if (submission.savedBy.includes(decision.personId))
    throw new Refusal('signer_saved_this_version');
  const person = await world.directory.person(decision.personId);
  const mayStill =
    person !== null &&
    person.organizationId === submission.organizationId &&
    hasRole(person, 'signer', world.clock.now());
  if (!mayStill) throw new Refusal('not_permitted');
  requireSettled(person, decision.at);
  return person;
};

/** The dry run: everything that signing needs, and no signature; what is signed already needs nothing more. Refusals: those of signing. */
export const rehearseSigning = async (
  world: Signer,
  { submissionId }: Rehearsing,
): Promise<void> => {
  const submission = await findSubmission(world, submissionId);
  if (storedOf(submission) !== null) return;
  const decided = await decidedIn(world, submission);
  if ((await world.working.read(signedKey(submissionId))) !== null) return;
  const [person, agency, trusted] = await Promise.all([
    requireSigner(world, submission, decided),
    findAgency(world, submission),
    world.trust.trusted(),
  ]);
  await openKey(world, person.signingKey, agency, trusted.anchors);
  await handOf(world, person, anew);
  await rehearseTimestamp(timestampingFor(world, agency));
};
rehearseSigning.needs = NEEDS;

/**
 * Signs once. What is signed already is adopted if it is this document and a signature of who decided, valid when they made
 * it: whether they may sign, and with what, is asked only of a signature that is still to be made.
 * Refusals: submission_not_found, status_wrong, content_changed, file_not_found, file_differs, kept_file_invalid; those of
 * `requireSigner`, key_missing, certificate_*, image_*, signature_invalid.
 */
export const signDocument = async (world: Signer, wish: Signing): Promise<Signed> => {
  const submission = await findSubmission(world, wish.submissionId);
  const stored = storedOf(submission);
  if (stored !== null) return stored;
  const decided = await decidedIn(world, submission);
  if (wish.contentHash !== submission.contentHash) throw new Refusal('content_changed');
  const document = await readExactly(world, wish.key, wish.sha256);
  const [decider, trusted] = await Promise.all([
    world.directory.person(decided.decision.personId),
    world.trust.trusted(),
  ]);
  return keepOnce(world, {
    key: signedKey(wish.submissionId),
    begins: document,
    field: SIGNER_FIELD,
    by: knownCertificates(decider?.signingKey ?? null),
    trusted,
    make: async () => {
      const [person, agency] = await Promise.all([
        requireSigner(world, submission, decided),
        findAgency(world, submission),
      ]);
      const key = await openKey(world, person.signingKey, agency, trusted.anchors);
      const image = await handOf(world, person);
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
signDocument.needs = NEEDS;

/** Every field that the file will ever have: the first signature certifies. */
const fieldsOf = (
  person: Person,
  agency: Organization,
  places: SignaturePlaces,
): SignatureField[] => [
  { field: SIGNER_FIELD, place: places.signer, label: `Chữ ký của ${person.name}` },
  { field: SEAL_FIELD, place: places.seal, label: `Dấu của ${agency.name}` },
];
