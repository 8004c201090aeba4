// What does a clerk get to print for the wet stamp, while it is on its way, and when only the issued file is left?
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { signedKey } from '../../../../functions/domain/file-keys.ts';
import { keepFiles } from '../../../../functions/domain/workflow/issuing.ts';
import type { SubmissionIn } from '../../../../functions/domain/workflow/submission.ts';
import { linkSignedRevision } from '../../../../functions/use-cases/registry/link-signed-revision.ts';
import { anIssue, CLERK, DRAFTER } from '../../../support/builders.ts';
import { aWorld, callerOf, STRANGER } from '../../../support/world.ts';
import {
  AGENCY,
  aKey,
  anchor,
  CHAIRMAN,
  signAndSeal,
  typstPdf,
} from '../../signing/signing-desk.ts';
import { numbered, type TestWorld } from '../office-day.ts';

let sealed: Uint8Array;
let signed: Uint8Array;
beforeAll(async () => {
  const keys = { chairman: await aKey(CHAIRMAN), agency: await aKey(AGENCY) };
  ({ sealed, signed } = await signAndSeal(typstPdf(), keys));
});

let world: TestWorld;
let submission: SubmissionIn<'issuing'>;
beforeEach(async () => {
  world = aWorld([anchor]);
  submission = await numbered(world);
});

const ask = async (person = CLERK) =>
  linkSignedRevision(world, await callerOf(world, person), submission.id);
const toPrint = async () => {
  const link = await ask();
  return { ...link, bytes: await world.working.read(new URL(link.url).pathname.slice(1)) };
};

test('before the seal it is the file that the signer signed, under a readable name', async () => {
  await world.working.writeOnce(signedKey(submission.id), signed, 'application/pdf');

  expect(await toPrint()).toMatchObject({
    bytes: signed,
    sha256: sha256(signed),
    fileName: '01-BC-UBND (bản in để đóng dấu).pdf',
  });
});

test('when that has expired, the issued file is cut back to its first signature', async () => {
  const { pdf, docx } = anIssue();
  await world.signed.keep(pdf.key, sealed, 'application/pdf', sha256(sealed));
  const after = keepFiles(submission, { pdf, docx, attachments: [], timestamped: false });
  await world.commit({ submission: { before: submission, after } });

  const { bytes, sha256: hash } = await toPrint();

  expect(Buffer.from(bytes ?? []).equals(Buffer.from(signed))).toBe(true);
  expect(hash).toBe(sha256(signed));
});

test('before anybody has signed there is nothing to print', async () => {
  await expect(ask()).rejects.toMatchObject({ code: 'file_not_found' });
});

test('it is for clerks of that office', async () => {
  await expect(ask(DRAFTER)).rejects.toMatchObject({ code: 'not_permitted' });
  await expect(ask(STRANGER)).rejects.toMatchObject({ code: 'submission_not_found' });
});
