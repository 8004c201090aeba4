// Does a document come out once, and is what came out adopted, whatever has become of what it was made of? On real pages.
import { beforeEach, describe, expect, test } from 'vitest';
import type { RenderJob } from '../../../../functions/contracts/hand-offs.ts';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { DOCX } from '../../../../functions/domain/file-kind.ts';
import { prepareSubmission } from '../../../../functions/use-cases/issuing/prepare-submission.ts';
import { renderDocument } from '../../../../functions/use-cases/issuing/render-document.ts';
import { aWorld } from '../../../support/world.ts';
import { numbered, type TestWorld } from '../office-day.ts';

let world: TestWorld;
let job: RenderJob;
beforeEach(async () => {
  world = aWorld();
  const { id, number } = await numbered(world);
  const { modelKey } = await prepareSubmission(world, { submissionId: id });
  job = {
    modelKey,
    issuing: number && { number: number.number, date: number.date },
    pdfKey: `issuing/${id}/document.pdf`,
    docxKey: `issuing/${id}/document.docx`,
  };
});

/** The world in which this file has other bytes, or none. */
const where = (key: string, becomes: (bytes: Uint8Array) => Uint8Array | null) => ({
  ...world,
  working: {
    ...world.working,
    read: async (asked: string) => {
      const bytes = await world.working.read(asked);
      return asked === key && bytes !== null ? becomes(bytes) : bytes;
    },
  },
});

describe('what was printed with number and date', () => {
  test('is adopted, though its model has become unreadable since', async () => {
    const first = await renderDocument(world, job);
    const later = where(job.modelKey, () => null);
    expect(await renderDocument(later, job)).toEqual(first);
  });

  test.each([
    ['the PDF is another', 'pdfKey', (bytes: Uint8Array) => bytes.slice(1)],
    ['the Word file is another', 'docxKey', (bytes: Uint8Array) => bytes.slice(1)],
    ['the PDF is gone', 'pdfKey', () => null],
  ] as const)('is refused, not made anew, when %s', async (_, key, becomes) => {
    await renderDocument(world, job);
    await expect(renderDocument(where(job[key] ?? '', becomes), job)).rejects.toMatchObject({
      code: 'kept_file_invalid',
    });
  });

  test('is the first Word file also where a crash has kept it from being known', async () => {
    const kept = new TextEncoder().encode('the first to be written');
    await world.working.writeOnce(job.docxKey ?? '', kept, DOCX);
    expect(await renderDocument(world, job)).toMatchObject({ docxSha256: sha256(kept) });
  });

  test('is not taken for that with another number', async () => {
    await renderDocument(world, job);
    const other: RenderJob = { ...job, issuing: { number: 7, date: '2026-03-03' } };
    await expect(renderDocument(world, other)).rejects.toMatchObject({ code: 'kept_file_invalid' });
  });
});

test('a model that a later version wrote is waited for, and nothing is given up; one that is damaged is refused', async () => {
  const blank = { ...job, issuing: null, pdfKey: 'page.pdf', docxKey: null };
  const model = (change: object) =>
    where(job.modelKey, (bytes) => {
      const said = JSON.parse(new TextDecoder().decode(bytes));
      return new TextEncoder().encode(JSON.stringify({ ...said, ...change }));
    });

  const later = renderDocument(model({ watermark: 'Bản nháp' }), blank);
  await expect(later).rejects.toMatchObject({ name: 'Unavailable' });
  const damaged = renderDocument(model({ layoutVersion: 'fifth' }), blank);
  await expect(damaged).rejects.toMatchObject({ code: 'rendering_changed' });
});

test('the page that is decided on is set anew each time: whether it still comes out the same is the question', async () => {
  const blank = { ...job, issuing: null, pdfKey: 'page.pdf', docxKey: null };
  await renderDocument(world, blank);
  await expect(
    renderDocument(
      where('page.pdf', (bytes) => bytes.slice(1)),
      blank,
    ),
  ).rejects.toMatchObject({ code: 'rendering_changed' });
});
