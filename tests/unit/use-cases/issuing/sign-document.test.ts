// Does a person sign exactly what they saw, and the agency seal exactly what was signed? On real pages, with real keys.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Rendered, Signed, Signing } from '../../../../functions/contracts/hand-offs.ts';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import type { SettingsEntry } from '../../../../functions/domain/directory/directory-entry.ts';
import { versionOf } from '../../../../functions/domain/directory/entry-version.ts';
import {
  agencyWith,
  type KeyHolder,
  keyNameOf,
  personWith,
} from '../../../../functions/domain/directory/key-holder.ts';
import type { Person } from '../../../../functions/domain/directory/organization.ts';
import { signedKey } from '../../../../functions/domain/file-keys.ts';
import { instantOf } from '../../../../functions/domain/instant-of.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import {
  filesOf,
  numberOf,
  type Submission,
} from '../../../../functions/domain/workflow/submission.ts';
import type { SigningKey } from '../../../../functions/signing/key.ts';
import { signPdf } from '../../../../functions/signing/sign/sign-pdf.ts';
import type { TimestampServer } from '../../../../functions/signing/sign/timestamp.ts';
import { verifySignatures } from '../../../../functions/signing/verify/verify-signatures.ts';
import { changeSettings } from '../../../../functions/use-cases/administration/change-settings.ts';
import { enrolCertificate } from '../../../../functions/use-cases/enrolment/enrol-certificate.ts';
import { prepareSubmission } from '../../../../functions/use-cases/issuing/prepare-submission.ts';
import { renderDocument } from '../../../../functions/use-cases/issuing/render-document.ts';
import { reserveNumber } from '../../../../functions/use-cases/issuing/reserve-number.ts';
import {
  rehearseSealing,
  sealDocument,
} from '../../../../functions/use-cases/issuing/seal-document.ts';
import {
  rehearseSigning,
  signDocument,
} from '../../../../functions/use-cases/issuing/sign-document.ts';
import { storeFiles } from '../../../../functions/use-cases/issuing/store-files.ts';
import { findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import { withPeople } from '../../../../functions/use-cases/reading/submission-and-people.ts';
import { sealAndIssue } from '../../../../functions/use-cases/registry/seal-and-issue.ts';
import { aContent, aHash, anOrganization, CLERK } from '../../../support/builders.ts';
import { ADMINISTRATOR, callerOf, DEPUTY, DISTRICT, SIGNER } from '../../../support/world.ts';
import { AGENCY, aKey, anchor, CHAIRMAN, FIELDS, typstPdf } from '../../signing/signing-desk.ts';
import { numbered, signed, waitingForSignature } from '../office-day.ts';
import {
  daysFromNow,
  enrolled,
  enrolledUnder,
  KEYS_UNDER,
  keyNamed,
  makeKeys,
  pemOf,
  type SigningWorld,
  signingWorld,
  TOMORROW,
} from '../signing-world.ts';

const deadServer: TimestampServer = {
  name: 'tsa.test',
  ask: async () => {
    throw new Error('nobody there');
  },
};

beforeAll(makeKeys);

let world: SigningWorld;
beforeEach(async () => {
  world = await signingWorld();
});

/** As the workflow renders it once it has a number. */
const rendered = async (submission: Submission): Promise<Rendered> => {
  const { id } = submission;
  const number = numberOf(submission);
  const { modelKey } = await prepareSubmission(world, { submissionId: id });
  const issuing = number && { number: number.number, date: number.date };
  const pdfKey = `issuing/${id}/document.pdf`;
  return renderDocument(world, {
    modelKey,
    issuing,
    pdfKey,
    docxKey: null,
  });
};

const wishFor = async (submission: Submission): Promise<Signing> => {
  const { pdfKey, pdfSha256, signatureArea } = await rendered(submission);
  const { id: submissionId, contentHash } = submission;
  return { submissionId, contentHash, key: pdfKey, sha256: pdfSha256, signatureArea };
};

/** As the workflow stores it, with a Word file. */
const store = async (wish: Signing, sealed: Signed): Promise<void> => {
  const docx = new TextEncoder().encode('the words again');
  await world.working.writeOnce('words.docx', docx, 'application/octet-stream');
  const files = { docxKey: 'words.docx', docxSha256: sha256(docx) };
  await storeFiles(world, { ...wish, ...sealed, ...files });
};

const rehearsalOf = ({ id }: Submission) => ({ rehearsal: true as const, submissionId: id });

const changeSigner = async (change: Partial<Person>): Promise<void> => {
  const person = await world.directory.person(SIGNER.id);
  if (person === null) throw new Error('the office has no signer');
  world.directoryHas({ ...person, ...change });
};

/** The agency's administrator enrols a new certificate for the signer or for the agency. */
const exchange = async (holder: KeyHolder, key: SigningKey): Promise<void> => {
  world.directoryHas(ADMINISTRATOR);
  const keyKeepers = {
    under: KEYS_UNDER,
    requestCertificate: () => Promise.reject(new Refusal('key_missing')),
    tryKey: async () => undefined,
  };
  const { secretId, certificatePem } = enrolledUnder(holder, key);
  expect(secretId).toBe(keyNameOf(KEYS_UNDER, holder));
  const enrolment = { holder, keptIn: 'secret', certificatePem, chainPem: '' } as const;
  await enrolCertificate({ ...world, keyKeepers }, await callerOf(world, ADMINISTRATOR), enrolment);
};

const settingsAre = async (
  change: Partial<ReturnType<typeof anOrganization>['settings']>,
): Promise<void> => {
  const agency = await world.directory.organization(SIGNER.organizationId);
  if (agency === null) throw new Error('the office is not there');
  world.organizationIs({ ...agency, settings: { ...agency.settings, ...change } });
};

/** As it gets into the chain of the office's changes; a minute passes before and after. */
const administratorSays = async (change: Partial<SettingsEntry>): Promise<void> => {
  const aMinutePasses = () => world.setTime(instantOf(Date.parse(world.clock.now()) + 60_000));
  aMinutePasses();
  world.directoryHas(ADMINISTRATOR);
  const caller = await callerOf(world, ADMINISTRATOR);
  const { id, settings: now } = caller.organization;
  const { revokedCertificates: _, ...settings } = { ...now, ...change };
  await changeSettings(world, caller, { id, seen: versionOf(caller.organization), settings });
  aMinutePasses();
};

test('the chairman’s signature and the agency’s seal come onto the numbered document, each once', async () => {
  const submission = await numbered(world);
  const wish = await wishFor(submission);
  const first = await signDocument(world, wish);
  const again = await signDocument(world, wish);
  const sealed = await sealDocument(world, { ...wish, ...first });
  const bytes = (await world.working.read(sealed.key)) ?? new Uint8Array();
  const { file, signatures } = await verifySignatures(bytes, { anchors: [anchor] });

  expect(again).toEqual(first);
  expect(file.verdict).toBe('valid');
  expect(signatures.map(({ field }) => field)).toEqual(['Signature1', 'Seal']);
});

describe('how a report is sealed stays as it was when it was submitted', () => {
  const sealIt = async (submission: Submission) => {
    const wish = await wishFor(submission);
    return sealDocument(world, { ...wish, ...(await signDocument(world, wish)) });
  };

  test('by itself, although the clerk seals from now on', async () => {
    const submission = await numbered(world);
    await settingsAre({ sealing: 'clerk' });

    expect(await sealIt(submission)).toMatchObject({ key: `issuing/${submission.id}/sealed.pdf` });
  });

  test('when the clerk presses, although it happens by itself from now on', async () => {
    await settingsAre({ sealing: 'clerk' });
    const submission = await numbered(world);
    await settingsAre({ sealing: 'automatic' });
    const clerk = await callerOf(world, CLERK);
    const isWaiting = async () =>
      (await withPeople(world, submission, clerk.organization)).waitingForSeal;

    expect(await isWaiting()).toBe(false);
    await signDocument(world, await wishFor(submission));
    expect(await isWaiting()).toBe(true);
    await expect(sealIt(submission)).rejects.toMatchObject({ code: 'status_wrong' });
    await sealAndIssue(world, clerk, submission.id);
    expect(await sealIt(submission)).toMatchObject({ key: `issuing/${submission.id}/sealed.pdf` });
  });

  test('and the workflow is told so, however late it begins', async () => {
    const submission = await signed(world);
    await settingsAre({ sealing: 'clerk' });
    const started = { submissionId: submission.id };

    expect(await prepareSubmission(world, started)).toMatchObject({ sealing: 'automatic' });
  });

  describe('where that was not written down yet, as the chain of the office’s changes tells', () => {
    /** Submitted while the agency sealed by itself, before submissions said so. */
    const submittedBefore = async (): Promise<Submission> => {
      const { sealing: _, ...before } = await numbered(world);
      world.submissions.read = async () => before;
      return before;
    };
    const preparedAgain = ({ id: submissionId }: Submission) =>
      prepareSubmission(world, { submissionId });

    test('it is sealed by itself, although the clerk seals from now on', async () => {
      const submission = await submittedBefore();
      await administratorSays({ sealing: 'clerk' });
      await administratorSays({ sealDiameter: 35 });
      const { organization } = await callerOf(world, CLERK);
      await signDocument(world, await wishFor(submission));

      expect(organization.settings.sealing).toBe('clerk');
      expect(await withPeople(world, submission, organization)).toMatchObject({
        waitingForSeal: false,
      });
      expect(await sealIt(submission)).toMatchObject({
        key: `issuing/${submission.id}/sealed.pdf`,
      });
    });

    test('no clerk is asked by a later turn to seal what is sealed and not stored yet', async () => {
      const submission = await submittedBefore();
      await sealIt(submission);
      await administratorSays({ sealing: 'clerk' });

      expect(await preparedAgain(submission)).toMatchObject({ sealing: 'automatic' });
    });

    test('what was changed before it was submitted is not undone, however often it changed since', async () => {
      await administratorSays({ sealing: 'clerk' });
      const submission = await submittedBefore();
      await administratorSays({ sealing: 'automatic' });
      await administratorSays({ sealing: 'clerk' });
      await administratorSays({ sealing: 'automatic' });

      expect(await preparedAgain(submission)).toMatchObject({ sealing: 'clerk' });
      await expect(sealIt(submission)).rejects.toMatchObject({ code: 'status_wrong' });
    });
  });
});

describe('nothing is signed', () => {
  test.each([
    [
      'the words were changed after the decision',
      { frozen: async () => aContent({ subject: 'Khác' }) },
    ],
    ['the chain was changed after the decision', {}],
  ] as const)('when %s', async (what, words) => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    const changed = { ...submission, chain: submission.chain.slice(1) };
    const found = what.includes('chain') ? { read: async () => changed } : words;
    const tampered = { ...world, submissions: { ...world.submissions, ...found } };
    await expect(signDocument(tampered, wish)).rejects.toMatchObject({ code: 'content_changed' });
    await expect(rehearseSigning(tampered, rehearsalOf(submission))).rejects.toMatchObject({
      code: 'content_changed',
    });
  });

  test('when somebody else is named as the one who decided', async () => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    const decisions = submission.decisions.map((one) => ({ ...one, personId: DEPUTY.id }));
    const forged = { ...world.submissions, read: async () => ({ ...submission, decisions }) };
    await expect(signDocument({ ...world, submissions: forged }, wish)).rejects.toMatchObject({
      code: 'not_permitted',
    });
  });

  test('when they have lost the role since, or left', async () => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    const changes: Partial<Person>[] = [
      { roles: [] },
      { validUntil: instantOf(daysFromNow(0)), roles: SIGNER.roles },
      { organizationId: 'org_huyen-huong-son', roles: SIGNER.roles, validUntil: null },
    ];
    for (const change of changes) {
      await changeSigner(change);
      await expect(signDocument(world, wish)).rejects.toMatchObject({ code: 'not_permitted' });
    }
  });

  test('when they decided while their way in did not stand; what they decided before stands', async () => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    const decidedAt = submission.decisions.at(-1)?.at ?? world.clock.now();
    const asked = (hours: number) => ({
      kind: 'secondFactor' as const,
      isHeld: true,
      askedBy: DEPUTY.id,
      askedAt: instantOf(Date.parse(decidedAt) + hours * 3_600_000),
    });
    await changeSigner({ accessChanges: [asked(-1)] });
    for (const sign of [
      () => signDocument(world, wish),
      () => rehearseSigning(world, rehearsalOf(submission)),
    ])
      await expect(sign()).rejects.toMatchObject({ code: 'access_unsettled' });

    await changeSigner({ accessChanges: [asked(1)] });
    await rehearseSigning(world, rehearsalOf(submission));
  });

  test('when they had proved their presence more than five minutes before', async () => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    const decided = (minutes: number) => ({
      ...submission,
      decisions: submission.decisions.map((one) => ({
        ...one,
        signedInAt: instantOf(Date.parse(one.at) - minutes * 60_000 - 1),
      })),
    });
    const submissions = { ...world.submissions, read: async () => decided(5) };
    await expect(signDocument({ ...world, submissions }, wish)).rejects.toMatchObject({
      code: 'sign_in_stale',
    });
  });

  test('when the file is another than the workflow rendered, or gone', async () => {
    const wish = await wishFor(await numbered(world));
    await expect(signDocument(world, { ...wish, sha256: aHash('f') })).rejects.toMatchObject({
      code: 'file_differs',
    });
    await expect(signDocument(world, { ...wish, key: 'issuing/other.pdf' })).rejects.toMatchObject({
      code: 'file_not_found',
    });
  });

  test('before they have decided', async () => {
    const submission = await waitingForSignature(world);
    const wish = await wishFor(submission);
    await expect(signDocument(world, wish)).rejects.toMatchObject({ code: 'status_wrong' });
  });
});

/** What may become of those who signed and sealed, while what they signed is still under way. */
const CHANGES_SINCE: [string, () => Promise<void>][] = [
  ['the signer has lost the role', () => changeSigner({ roles: [] })],
  ['the signer has left', () => changeSigner({ validUntil: instantOf(daysFromNow(0)) })],
  ['the signer has gone to another office', () => changeSigner({ organizationId: DISTRICT.id })],
  [
    'both certificates were revoked',
    () =>
      settingsAre({
        revokedCertificates: ['chairman', 'agency'].map((name) =>
          sha256(keyNamed(name).certificate),
        ),
      }),
  ],
  [
    'both certificates were exchanged, twice',
    async () => {
      for (const _ of ['once', 'twice']) {
        await exchange(personWith(SIGNER.id), await aKey(CHAIRMAN));
        await exchange(agencyWith(SIGNER.organizationId), await aKey(AGENCY));
      }
    },
  ],
  ['both certificates have expired', async () => world.setTime(instantOf(daysFromNow(365 * 30)))],
  [
    'both keys are gone',
    async () => {
      Object.assign(world, {
        keys: { ...world.keys, open: () => Promise.reject(new Refusal('key_missing')) },
      });
    },
  ],
  [
    'the authority of both certificates is trusted no more',
    async () => {
      const until = instantOf(daysFromNow(2));
      const trusted = { anchors: [], former: [{ certificate: anchor, until }] };
      Object.assign(world, { trust: { trusted: async () => trusted } });
    },
  ],
  [
    'both images are gone',
    async () => {
      await changeSigner({ signatureImage: aHash('e') });
      const agency = await world.directory.organization(SIGNER.organizationId);
      if (agency) world.organizationIs({ ...agency, sealImage: aHash('e') });
    },
  ],
];

describe('what is signed and sealed already is adopted as it is, though since then', () => {
  test.each(CHANGES_SINCE)('%s', async (_, change) => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    const signedOnce = await signDocument(world, wish);
    const sealedOnce = await sealDocument(world, { ...wish, ...signedOnce });
    await change();

    await rehearseSigning(world, rehearsalOf(submission));
    await rehearseSealing(world, rehearsalOf(submission));
    expect(await signDocument(world, wish)).toEqual(signedOnce);
    expect(await sealDocument(world, { ...wish, ...signedOnce })).toEqual(sealedOnce);
    await store(wish, sealedOnce);
    const files = filesOf(await findSubmission(world, submission.id));
    expect(files?.pdf.sha256).toBe(sealedOnce.sha256);
  });

  test('the files were stored for good, and what they were made of has expired', async () => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    const signedOnce = await signDocument(world, wish);
    await store(wish, await sealDocument(world, { ...wish, ...signedOnce }));
    await changeSigner({ roles: [] });
    const working = { ...world.working, read: async () => null };
    const later = { ...world, working };

    await rehearseSigning(later, rehearsalOf(submission));
    await rehearseSealing(later, rehearsalOf(submission));
    const files = filesOf(await findSubmission(world, submission.id));
    const again = await signDocument(later, wish);
    expect(await sealDocument(later, { ...wish, ...again })).toMatchObject({
      sha256: files?.pdf.sha256,
    });
  });
});

test('a number that was given is kept, and nothing is asked for it of today’s office', async () => {
  const { id, number } = await numbered(world);
  const directory = { ...world.directory, organization: async () => null };
  const again = await reserveNumber({ ...world, directory }, { submissionId: id });
  expect(number).toMatchObject(again);
});

describe('what lies where the signed file would is not taken for it', () => {
  const putSigned = async (submission: Submission, bytes: Uint8Array) =>
    world.working.writeOnce(signedKey(submission.id), bytes, 'application/pdf');
  const signedBy = async (pdf: Uint8Array, key: SigningKey): Promise<Uint8Array> => {
    const wish = { pdf, key, field: 'Signature1', name: 'Ai đó', at: new Date(TOMORROW) };
    // The pages of this file: one.
    const newFields = FIELDS.map((each) => ({ ...each, place: { ...each.place, page: 1 } }));
    return (await signPdf({ ...wish, newFields })).pdf;
  };

  test.each([
    ['another document', async () => signedBy(typstPdf(), keyNamed('chairman')), 'file_differs'],
    [
      'this one, signed by somebody else',
      async (document: Uint8Array) => signedBy(document, keyNamed('agency')),
      'signature_invalid',
    ],
    [
      'this one, with more behind the signature',
      async (document: Uint8Array) =>
        Buffer.concat([await signedBy(document, keyNamed('chairman')), Buffer.from('% more')]),
      'signature_invalid',
    ],
    ['this one, unsigned', async (document: Uint8Array) => document, 'signature_invalid'],
  ])('when it is %s', async (_, make, because) => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    await putSigned(
      submission,
      await make((await world.working.read(wish.key)) ?? new Uint8Array()),
    );

    await expect(signDocument(world, wish)).rejects.toMatchObject({
      code: 'kept_file_invalid',
      details: { facts: { because } },
    });
  });

  test('when nobody ever trusted the authority of its certificate', async () => {
    const submission = await numbered(world);
    const wish = await wishFor(submission);
    await signDocument(world, wish);
    const trust = { trusted: async () => ({ anchors: [] }) };

    await expect(signDocument({ ...world, trust }, wish)).rejects.toMatchObject({
      code: 'kept_file_invalid',
      details: { facts: { because: 'certificate_untrusted' } },
    });
  });
});

test('a blank page that comes out otherwise than the one that was shown is refused', async () => {
  const submission = await waitingForSignature(world);
  const { pdfKey } = await rendered(submission);
  const other = {
    ...world.working,
    read: async (key: string) => {
      const bytes = await world.working.read(key);
      return key === pdfKey && bytes !== null ? bytes.slice(1) : bytes;
    },
  };
  const { modelKey } = await prepareSubmission(world, { submissionId: submission.id });
  const job = {
    modelKey,
    issuing: null,
    pdfKey,
    docxKey: null,
  } as const;
  await expect(renderDocument({ ...world, working: other }, job)).rejects.toMatchObject({
    code: 'rendering_changed',
  });
});

describe('a rehearsal refuses, before a number is taken,', () => {
  let submission: Submission;
  beforeEach(async () => {
    submission = await signed(world);
  });

  const refusedWith = async (code: string) => {
    expect(numberOf(submission)).toBeNull();
    await expect(rehearseSigning(world, rehearsalOf(submission))).rejects.toMatchObject({ code });
  };

  test('a certificate that has expired', async () => {
    const key = await aKey({ ...CHAIRMAN, validTo: daysFromNow(0.5) });
    await changeSigner({ signingKey: enrolled('expired', key) });
    await refusedWith('certificate_expired');
  });

  test('a certificate that has not begun', async () => {
    const key = await aKey({ ...CHAIRMAN, validFrom: daysFromNow(30) });
    await changeSigner({ signingKey: enrolled('early', key) });
    await refusedWith('certificate_not_yet_valid');
  });

  test('a certificate that the agency has revoked', async () => {
    await settingsAre({ revokedCertificates: [sha256(keyNamed('chairman').certificate)] });
    await refusedWith('certificate_revoked');
  });

  test('a certificate that leads to nobody we trust', async () => {
    world = Object.assign(world, { trust: { trusted: async () => ({ anchors: [] }) } });
    await refusedWith('certificate_untrusted');
  });

  test('a key that is not of the certificate in the directory', async () => {
    const signingKey = enrolled('chairman', keyNamed('chairman'));
    await changeSigner({
      signingKey: { ...signingKey, certificatePem: pemOf(keyNamed('agency')) },
    });
    await refusedWith('certificate_key_mismatch');
  });

  test('a signer without a key, and an agency without one', async () => {
    await changeSigner({ signingKey: null });
    await refusedWith('key_missing');
    world.organizationIs(anOrganization());
    await expect(rehearseSealing(world, rehearsalOf(submission))).rejects.toMatchObject({
      code: 'key_missing',
    });
  });

  test('an image that is not where the directory says', async () => {
    await changeSigner({ signatureImage: aHash('e') });
    await refusedWith('file_not_found');
  });
});

describe('when no timestamp server answers', () => {
  beforeEach(async () => {
    world = await signingWorld([deadServer]);
  });

  test('an agency that wants proof of time is told before a number is taken', async () => {
    await settingsAre({ withoutTimestamp: 'refuse' });
    const submission = await numbered(world);
    for (const rehearse of [rehearseSigning, rehearseSealing]) {
      await expect(rehearse(world, rehearsalOf(submission))).rejects.toMatchObject({
        code: 'timestamp_unavailable',
      });
    }
    await expect(signDocument(world, await wishFor(submission))).rejects.toMatchObject({
      name: 'Unavailable',
    });
  });

  test('an agency that does not signs without, and its submission says so', async () => {
    const submission = await numbered(world);
    await rehearseSigning(world, rehearsalOf(submission));
    const wish = await wishFor(submission);
    const sealed = await sealDocument(world, { ...wish, ...(await signDocument(world, wish)) });
    await store(wish, sealed);

    const stored = await findSubmission(world, submission.id);
    expect(filesOf(stored)).toMatchObject({ timestamped: false });
  });
});
