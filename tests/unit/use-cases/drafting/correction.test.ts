// How does a signer's correction come to the drafter, and what becomes of it there?
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Block,
  plainText,
  type Run,
  runsOf,
} from '../../../../functions/domain/content/block.ts';
import { lookOf } from '../../../../functions/domain/content/block-key.ts';
import {
  applyCorrection,
  type Correction,
  rewritten,
} from '../../../../functions/domain/content/correction.ts';
import type { ReportId } from '../../../../functions/domain/ids.ts';
import type { DecisionKind, Submission } from '../../../../functions/domain/workflow/submission.ts';
import { decide } from '../../../../functions/use-cases/approval/decide.ts';
import { readCorrection } from '../../../../functions/use-cases/drafting/read-correction.ts';
import { notify } from '../../../../functions/use-cases/issuing/notify.ts';
import { aContent, DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf } from '../../../support/world.ts';
import { historyOf, inReview, press, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const content = aContent();
const aParagraph = (text: string): Block => ({ kind: 'paragraph', runs: runsOf(text) });
const [FIRST] = content.blocks;
const CORRECTION: Correction = [
  { part: 'subject', before: content.subject, after: 'Kết quả cải cách hành chính quý I' },
  ...(FIRST ? [{ part: 'blocks' as const, before: FIRST, after: aParagraph('Như sau:') }] : []),
];

const proposeTo = async (
  { id: submissionId, contentHash }: Submission,
  correction: Correction,
  kind: DecisionKind = 'return',
) => {
  const wish = { submissionId, kind, contentHash, reason: 'Rút gọn', correction };
  return decide(world, await callerOf(world, REVIEWER), wish);
};
const read = async (reportId: ReportId) =>
  readCorrection(world, await callerOf(world, DRAFTER), reportId);

describe('a correction', () => {
  test('comes back with the report and is told in its history', async () => {
    const submission = await inReview(world);

    await proposeTo(submission, CORRECTION);

    expect(await read(submission.reportId)).toEqual(CORRECTION);
    expect((await historyOf(world, submission.reportId)).slice(-2)).toEqual([
      'returned',
      'correctionProposed',
    ]);
  });

  test('is told to the drafter in the letter of the return', async () => {
    const { id: submissionId, ...submission } = await inReview(world);
    await proposeTo({ id: submissionId, ...submission }, CORRECTION);
    world.post.length = 0;

    await notify(world, { submissionId, recipientId: null });

    expect(world.post).toEqual([
      { to: [DRAFTER.email], subject: 'Văn bản bị trả lại, kèm đề nghị sửa' },
    ]);
  });

  test('is none where the report came back without one', async () => {
    const submission = await inReview(world);
    await press(world, submission, REVIEWER, 'return', 'Thiếu số liệu');

    expect(await read(submission.reportId)).toBeNull();
  });

  test('of words that are not there is refused, and nothing is decided', async () => {
    const submission = await inReview(world);
    const astray = [{ part: 'subject' as const, before: 'Khác', after: 'Khác nữa' }];

    await expect(proposeTo(submission, astray)).rejects.toMatchObject({
      code: 'input_invalid',
      details: { fields: [{ path: ['correction', 0, 'before'] }] },
    });
    expect((await world.submissions.read(submission.id))?.decisions).toEqual([]);
  });

  test('belongs to a return, not to an agreement', async () => {
    const submission = await inReview(world);

    await expect(proposeTo(submission, CORRECTION, 'agree')).rejects.toMatchObject({
      code: 'input_invalid',
    });
  });
});

describe('taken by the drafter', () => {
  test('it changes what it names and nothing else', () => {
    expect(applyCorrection(content, CORRECTION)).toEqual({
      ...content,
      subject: 'Kết quả cải cách hành chính quý I',
      blocks: [aParagraph('Như sau:')],
    });
  });

  test('it finds its passage where it has moved to, and leaves what the drafter has rewritten', () => {
    const moved = {
      ...content,
      subject: 'Của tôi',
      blocks: [aParagraph('Mới'), ...content.blocks],
    };

    expect(applyCorrection(moved, CORRECTION)).toEqual({
      ...moved,
      blocks: [aParagraph('Mới'), aParagraph('Như sau:')],
    });
  });
});

describe('rewritten words', () => {
  const runs: Run[] = [{ text: 'Đạt ' }, { text: '98,5%', bold: true }, { text: ' kế hoạch' }];

  test('keep the look of what stays', () => {
    expect(rewritten(runs, 'Đạt 97,5% kế hoạch năm')).toEqual([
      { text: 'Đạt ' },
      { text: '97,5%', bold: true },
      { text: ' kế hoạch' },
      { text: ' năm' },
    ]);
  });

  test('are the words that were written, whatever they were', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
    const styled = fc.record({ text, bold: fc.boolean() });
    fc.assert(
      fc.property(fc.array(styled, { maxLength: 5 }), text, (before, after) => {
        expect(plainText(rewritten(before, after))).toBe(after);
        expect(lookOf(rewritten(before, plainText(before)))).toBe(lookOf(before));
      }),
    );
  });
});
