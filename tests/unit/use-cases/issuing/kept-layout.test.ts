// Does a submission keep the layout in which it was frozen, though the next one is deployed while it waits? On real pages, with real keys.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Rendered } from '../../../../functions/contracts/hand-offs.ts';
import { LAYOUT } from '../../../../functions/document/layout.ts';
import type { Layouts } from '../../../../functions/document/layouts.ts';
import { renderPdf } from '../../../../functions/document/render-pdf.ts';
import {
  expectSubmission,
  type Submission,
} from '../../../../functions/domain/workflow/submission.ts';
import { decideUrgency } from '../../../../functions/use-cases/approval/decide-urgency.ts';
import { previewReport } from '../../../../functions/use-cases/drafting/preview-report.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import { closeSubmission } from '../../../../functions/use-cases/issuing/close-submission.ts';
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
import {
  findFrozen,
  findReport,
  findSubmission,
} from '../../../../functions/use-cases/reading/find.ts';
import { A_HASH, DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { callerOf, SIGNER } from '../../../support/world.ts';
import { aDraft, ask, historyOf, press, round, submitted, submittedAgain } from '../office-day.ts';
import { makeKeys, type SigningWorld, signingWorld } from '../signing-world.ts';

/** Prints otherwise: everything begins ten millimetres lower, and lines are shorter. */
const NEXT = { ...LAYOUT, margin: { ...LAYOUT.margin, top: 30, right: 20 } };
const BEFORE: Layouts = { newest: 4, kept: { 4: LAYOUT } };
const BOTH: Layouts = { newest: 5, kept: { 4: LAYOUT, 5: NEXT } };
const NEXT_ALONE: Layouts = { newest: 5, kept: { 5: NEXT } };

beforeAll(makeKeys);

let world: SigningWorld;
beforeEach(async () => {
  world = { ...(await signingWorld()), layouts: BEFORE };
});
const deploy = (layouts: Layouts): void => {
  world = { ...world, layouts };
};

/** As the workflow does it, from the beginning or for the trial before the number. */
const printPage = async ({ id }: Submission): Promise<Rendered> => {
  const { modelKey } = await prepareSubmission(world, { submissionId: id });
  const pdfKey = `submissions/${id}/page.pdf`;
  const job = {
    modelKey,
    issuing: null,
    pdfKey,
    docxKey: null,
  } as const;
  return renderDocument(world, job);
};

/** Everything after the signer's press, to the end. */
const issue = async ({ id, contentHash }: Submission): Promise<void> => {
  const rehearsal = { rehearsal: true, submissionId: id } as const;
  await rehearseSigning(world, rehearsal);
  await rehearseSealing(world, rehearsal);
  const issuing = await reserveNumber(world, { submissionId: id });
  const document = await renderDocument(world, {
    modelKey: `submissions/${id}/model.json`,
    issuing,
    pdfKey: `issuing/${id}/document.pdf`,
    docxKey: `issuing/${id}/document.docx`,
  });
  const { pdfKey, pdfSha256, signatureArea, docxKey, docxSha256 } = document;
  const wish = { submissionId: id, contentHash, signatureArea };
  const signed = await signDocument(world, { ...wish, key: pdfKey, sha256: pdfSha256 });
  const sealed = await sealDocument(world, { ...wish, ...signed });
  const words = { docxKey: docxKey ?? '', docxSha256: docxSha256 ?? A_HASH };
  await storeFiles(world, { ...wish, ...sealed, ...words });
  await closeSubmission(world, { submissionId: id, how: 'issued', reason: null });
};

const bytesAt = async (key: string) => Buffer.from((await world.working.read(key)) ?? []);
const agreed = async (submission: Submission): Promise<Submission> => {
  await ask(world, submission.id, round(0));
  await press(world, submission, REVIEWER, 'agree');
  await ask(world, submission.id, round(1));
  return findSubmission(world, submission.id);
};

describe('what waits for its signer while the next layout is deployed', () => {
  test('is issued as it was shown, and nobody is asked again', async () => {
    const submission = await submitted(world);
    const shown = await printPage(submission);
    const waiting = await agreed(submission);

    deploy(BOTH);
    expect(await printPage(waiting)).toEqual(shown);
    await issue(await press(world, waiting, SIGNER, 'sign'));

    const report = await findReport(world, submission.reportId);
    const done = await findSubmission(world, submission.id);
    const { files, number } = expectSubmission(done, 'issued');
    const content = await findFrozen(world, submission.id);
    const issuing = { number: number.number, date: number.date };
    const original = Buffer.from(
      (await world.signed.read(files.pdf.key, files.pdf.versionId)) ?? [],
    );
    const byTheOld = Buffer.from(renderPdf(content, issuing, LAYOUT));
    expect(report.status).toBe('issued');
    expect(original.subarray(0, byTheOld.length).equals(byTheOld)).toBe(true);
    expect(byTheOld.equals(Buffer.from(renderPdf(content, issuing, NEXT)))).toBe(false);
    const history = await historyOf(world, submission.reportId);
    expect(history.filter((kind) => ['asked', 'agreed', 'signed'].includes(kind))).toEqual([
      'asked',
      'agreed',
      'asked',
      'signed',
    ]);
  });

  test('keeps it on another urgency, which only its signer decides', async () => {
    const submission = await submitted(world);
    await printPage(submission);
    const { id: submissionId, contentHash } = await agreed(submission);

    deploy(BOTH);
    const signer = await callerOf(world, SIGNER);
    const wish = { submissionId, urgency: 'urgent', contentHash } as const;
    const successor = await decideUrgency(world, signer, wish);
    const { pdfKey } = await printPage(successor);

    const content = await findFrozen(world, successor.id);
    expect((await bytesAt(pdfKey)).equals(Buffer.from(renderPdf(content, null, LAYOUT)))).toBe(
      true,
    );
  });

  test('is printed by the next one when it comes back and is submitted again', async () => {
    const submission = await submitted(world);
    await printPage(submission);
    deploy(BOTH);
    await withdrawReport(world, await callerOf(world, DRAFTER), submission.reportId);
    const again = await submittedAgain(world, submission.reportId);
    const { pdfKey } = await printPage(again);

    const content = await findFrozen(world, again.id);
    expect((await bytesAt(pdfKey)).equals(Buffer.from(renderPdf(content, null, NEXT)))).toBe(true);
    expect(again.contentHash).not.toBe(submission.contentHash);
  });
});

test('what is submitted after it is printed by it, as its drafter has seen in the preview', async () => {
  deploy(BOTH);
  const renderer = {
    render: (job: Parameters<typeof renderDocument>[1]) => renderDocument(world, job),
  };
  const draft = await aDraft(world);
  const { sha256 } = await previewReport(
    { ...world, renderer },
    await callerOf(world, DRAFTER),
    draft.id,
  );
  const submission = await submitted(world);
  const { pdfKey, pdfSha256 } = await printPage(submission);

  const content = await findFrozen(world, submission.id);
  expect((await bytesAt(pdfKey)).equals(Buffer.from(renderPdf(content, null, NEXT)))).toBe(true);
  expect(sha256).toBe(pdfSha256);
  await issue(await press(world, await agreed(submission), SIGNER, 'sign'));
  expect(await findReport(world, submission.reportId)).toMatchObject({ status: 'issued' });
});

describe('when the layout of what waits is kept no longer', () => {
  test('it says so before a number is taken, and goes back to its drafter, who submits it in the next', async () => {
    const submission = await submitted(world);
    await printPage(submission);
    const decided = await press(world, await agreed(submission), SIGNER, 'sign');

    deploy(NEXT_ALONE);
    const refusal = { code: 'layout_gone', details: { facts: { layoutVersion: 4 } } };
    await expect(printPage(decided)).rejects.toMatchObject(refusal);
    const about = {
      submissionId: submission.id,
      how: 'handedBack',
      reason: 'layout_gone',
    } as const;
    await closeSubmission(world, about);
    const draft = await findReport(world, submission.reportId);
    expect(draft).toMatchObject({ status: 'draft', comeBack: { reason: 'layout_gone' } });
    const again = await submittedAgain(world, submission.reportId);
    expect(await printPage(again)).toMatchObject({ pdfKey: `submissions/${again.id}/page.pdf` });
  });

  test('what is signed in it already is issued all the same', async () => {
    const submission = await submitted(world);
    await printPage(submission);
    const decided = await press(world, await agreed(submission), SIGNER, 'sign');
    const lost = {
      ...world,
      signed: { ...world.signed, keep: () => Promise.reject(new Error('lost')) },
    };
    const whole = world;
    world = lost;
    await expect(issue(decided)).rejects.toThrow('lost');
    world = whole;

    deploy(NEXT_ALONE);
    await issue(decided);
    expect(await findReport(world, submission.reportId)).toMatchObject({ status: 'issued' });
  });
});
