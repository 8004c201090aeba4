// Is it known at which step an issue is, from the first to the last, with real pages and real keys?
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Submission, settle } from '../../../../functions/domain/workflow/submission.ts';
import { closeSubmission } from '../../../../functions/use-cases/issuing/close-submission.ts';
import { prepareSubmission } from '../../../../functions/use-cases/issuing/prepare-submission.ts';
import { renderDocument } from '../../../../functions/use-cases/issuing/render-document.ts';
import { reserveNumber } from '../../../../functions/use-cases/issuing/reserve-number.ts';
import { sealDocument } from '../../../../functions/use-cases/issuing/seal-document.ts';
import { signDocument } from '../../../../functions/use-cases/issuing/sign-document.ts';
import { storeFiles } from '../../../../functions/use-cases/issuing/store-files.ts';
import { findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import { withPeople } from '../../../../functions/use-cases/reading/submission-and-people.ts';
import { giveUpIssue } from '../../../../functions/use-cases/registry/give-up-issue.ts';
import { CLERK } from '../../../support/builders.ts';
import { callerOf, SIGNER } from '../../../support/world.ts';
import { ask, press, STUCK, waitingForSignature } from '../office-day.ts';
import { makeKeys, type SigningWorld, signingWorld } from '../signing-world.ts';

beforeAll(makeKeys);

let world: SigningWorld;
beforeEach(async () => {
  world = await signingWorld();
});

/** As whoever has pressed sees it. */
const stepOf = async ({ id }: Submission) => {
  const { organization } = await callerOf(world, SIGNER);
  return (await withPeople(world, await findSubmission(world, id), organization)).issueStep;
};

describe('the step of an issue', () => {
  test('is the one that the workflow is at, and none before all have agreed and when all have it', async () => {
    const submission = await waitingForSignature(world);
    const { id: submissionId, contentHash } = submission;
    expect(await stepOf(submission)).toBeNull();

    await press(world, submission, SIGNER, 'sign');
    expect(await stepOf(submission)).toBe('number');

    const issuing = await reserveNumber(world, { submissionId });
    expect(await stepOf(submission)).toBe('render');

    const { modelKey } = await prepareSubmission(world, { submissionId });
    const document = await renderDocument(world, {
      modelKey,
      issuing,
      pdfKey: `issuing/${submissionId}/document.pdf`,
      docxKey: `issuing/${submissionId}/document.docx`,
    });
    expect(await stepOf(submission)).toBe('sign');

    const { pdfKey, pdfSha256, signatureArea, docxKey, docxSha256 } = document;
    if (docxKey === null || docxSha256 === null) throw new Error('there is no Word file');
    const wish = { submissionId, contentHash, signatureArea };
    const signed = await signDocument(world, { ...wish, key: pdfKey, sha256: pdfSha256 });
    expect(await stepOf(submission)).toBe('seal');

    const sealed = await sealDocument(world, { ...wish, ...signed });
    expect(await stepOf(submission)).toBe('send');

    await storeFiles(world, { ...wish, ...sealed, docxKey, docxSha256 });
    expect(await stepOf(submission)).toBe('send');

    await closeSubmission(world, { submissionId, how: 'issued', reason: null });
    expect(await stepOf(submission)).toBe('send');

    const before = await findSubmission(world, submissionId);
    await world.commit({ submission: { before, after: settle(before) } });
    expect(await stepOf(submission)).toBeNull();
  });

  test('is where it stands still when it is stuck, and none when it is given up', async () => {
    const submission = await press(world, await waitingForSignature(world), SIGNER, 'sign');
    await ask(world, submission.id, STUCK, { reason: 'certificate_expired' });
    expect(await stepOf(submission)).toBe('number');

    await reserveNumber(world, { submissionId: submission.id });
    expect(await stepOf(submission)).toBe('render');

    await giveUpIssue(world, await callerOf(world, CLERK), submission.id, 'Sai số liệu');
    expect(await stepOf(submission)).toBeNull();
  });
});
