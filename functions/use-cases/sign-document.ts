// How is the numbered document signed? By the key of the person who decided to, once, trusting nothing it is told.
import type { Rehearsing, Signed, Signing } from '../contracts/hand-offs.ts';
import { LAYOUT_VERSION } from '../document/layout.ts';
import { contentHash, sha256 } from '../domain/canonical-hash.ts';
import { hasRole, type Person } from '../domain/organization.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Submission } from '../domain/submission.ts';
import { checkCertificate } from '../signing/check-certificate.ts';
import type { SigningKey } from '../signing/key.ts';
import { signPdf } from '../signing/sign-pdf.ts';
import { requireFreshSignIn } from './decide.ts';
import { findFrozen, findSubmission } from './find.ts';
import { keepOnce, readExactly } from './keep-once.ts';
import type { Needs } from './world.ts';

/** The signer's field in the PDF; the agency's is `Seal`. */
export const SIGNER_FIELD = 'Signature1';

type Signer = Needs<'records' | 'directory' | 'working' | 'keys' | 'clock'>;

/**
 * The person who signs, read anew: he decided to sign these very words, freshly signed in, may still sign, and did not
 * write them. Refusals: status_wrong, content_changed, sign_in_stale, not_permitted, signer_saved_this_version.
 */
const signerOf = async (world: Signer, submission: Submission): Promise<Person> => {
  if (submission.status !== 'issuing') {
    throw new Refusal('status_wrong', { facts: { status: submission.status } });
  }
  const content = await findFrozen(world, submission.id);
  const hash = contentHash(content, submission.chain, LAYOUT_VERSION);
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

const openKey = async (world: Signer, person: Person): Promise<SigningKey> => {
  if (person.signingKey === null) throw new Refusal('key_missing');
  const key = await world.keys.open(person.signingKey);
  await checkCertificate(key, new Date(world.clock.now()));
  return key;
};

/** Everything that signing needs, and no signature. Refusals: those of signing. */
export const rehearseSigning = async (
  world: Signer,
  { submissionId }: Rehearsing,
): Promise<void> => {
  const person = await signerOf(world, await findSubmission(world, submissionId));
  await openKey(world, person);
};

/**
 * Signs once: on a repeat, the file that is there is adopted after checking that it is this document, signed by this person.
 * Refusals: submission_not_found, those of `signerOf`, key_missing, certificate_*, file_differs, signature_invalid.
 */
export const signDocument = async (world: Signer, wish: Signing): Promise<Signed> => {
  const submission = await findSubmission(world, wish.submissionId);
  if (submission.files !== null) return alreadySigned(world, wish);
  const person = await signerOf(world, submission);
  if (wish.contentHash !== submission.contentHash) throw new Refusal('content_changed');
  const document = await readExactly(world, wish.key, wish.sha256);
  const key = await openKey(world, person);
  return keepOnce(world, {
    key: signedKeyOf(wish.submissionId),
    begins: document,
    signers: [key.certificate],
    make: () =>
      signPdf({
        pdf: document,
        key,
        field: SIGNER_FIELD,
        name: person.name,
        at: new Date(world.clock.now()),
      }),
  });
};

const signedKeyOf = (submissionId: string): string => `issuing/${submissionId}/signed.pdf`;

/** The files are stored for good already; what was signed is only named again. */
const alreadySigned = async ({ working }: Signer, { submissionId }: Signing): Promise<Signed> => {
  const key = signedKeyOf(submissionId);
  const bytes = await working.read(key);
  if (bytes === null) throw new Refusal('file_not_found');
  return { key, sha256: sha256(bytes) };
};
