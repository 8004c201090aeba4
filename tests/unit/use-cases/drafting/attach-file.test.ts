// Which files go with a report, and who gets them? What is described must be there, is frozen with the words, and stays.
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../../functions/domain/canonical-hash.ts';
import { ReportContent } from '../../../../functions/domain/content/report-content.ts';
import type { ReportId } from '../../../../functions/domain/ids.ts';
import { beginWithReport } from '../../../../functions/use-cases/drafting/begin-with-report.ts';
import { linkAttachment } from '../../../../functions/use-cases/drafting/link-attachment.ts';
import { startAttachment } from '../../../../functions/use-cases/drafting/start-attachment.ts';
import { submitReport } from '../../../../functions/use-cases/drafting/submit-report.ts';
import {
  freezeAttachments,
  readFrozenAttachment,
} from '../../../../functions/use-cases/issuing/frozen-attachments.ts';
import { A_CHAIN, aContent, DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf, OFFICER } from '../../../support/world.ts';
import { aDraft, type TestWorld } from '../office-day.ts';

const FILE = new TextEncoder().encode('%PDF-1.7 số liệu');
const PLAN = { name: 'Kế hoạch số 12.pdf', bytes: FILE.length, sha256: sha256(FILE) };

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const PLANNED = aContent({ attachments: [PLAN] });
const withPlan = () => aDraft(world, PLANNED);
const upload = (reportId: ReportId, bytes = FILE) =>
  world.working.writeOnce(`attachments/${reportId}/${PLAN.sha256}`, bytes, 'application/pdf');
const submit = async ({ id: reportId }: { id: ReportId }) =>
  submitReport(world, await callerOf(world, DRAFTER), { reportId, revision: 1, chain: A_CHAIN });

describe('an attachment', () => {
  test.each([
    ['Số liệu quý I.xlsx', null],
    ['Ảnh hiện trường.JPG', null],
    ['chuong-trinh.exe', 'kind'],
    ['hồ sơ.zip', 'kind'],
    ['../../bí mật.pdf', 'characters'],
    ['a\u202Efdp.pdf', 'characters'],
    ['.pdf', 'small'],
  ])('called %j is taken as its name says', (name, refused) => {
    const read = ReportContent.safeParse(aContent({ attachments: [{ ...PLAN, name }] }));
    expect(read.error?.issues.map(({ message }) => message).join() ?? '').toContain(refused ?? '');
    expect(read.success).toBe(refused === null);
  });

  test('has its name in one spelling, whichever machine it comes from', () => {
    const name = 'Biểu tổng hợp.pdf';
    const attachments = [{ ...PLAN, name: name.normalize('NFD') }];
    expect(ReportContent.parse(aContent({ attachments })).attachments[0]?.name).toBe(name);
  });

  test('is listed once, whatever it is called', () => {
    const twice = [PLAN, { ...PLAN, name: 'Tên khác.pdf' }];
    expect(ReportContent.safeParse(aContent({ attachments: twice })).success).toBe(false);
  });

  test('that was never uploaded cannot be submitted, and its place is named', async () => {
    await expect(submit(await withPlan())).rejects.toMatchObject({
      code: 'attachment_missing',
      details: { fields: [{ path: ['content', 'attachments', 0] }] },
    });
    expect(world.machine.started).toEqual([]);
  });

  test('of another length than the list says cannot be submitted', async () => {
    const draft = await aDraft(world, aContent({ attachments: [{ ...PLAN, bytes: 5 }] }));
    await upload(draft.id);
    await expect(submit(draft)).rejects.toMatchObject({ code: 'attachment_missing' });
  });

  test('that is no PDF though its name says so cannot be submitted', async () => {
    const program = new TextEncoder().encode('MZ a program');
    const attachments = [{ name: 'Phụ lục.pdf', bytes: program.length, sha256: sha256(program) }];
    const draft = await aDraft(world, aContent({ attachments }));
    const place = `attachments/${draft.id}/${sha256(program)}`;
    await world.working.writeOnce(place, program, 'application/pdf');
    await expect(submit(draft)).rejects.toMatchObject({ code: 'attachment_not_as_named' });
  });

  test('is part of what is decided on: without it, the hash is another', async () => {
    const draft = await withPlan();
    await upload(draft.id);
    const { submission: withIt } = await submit(draft);
    const { submission: without } = await submit(await aDraft(world));
    expect(withIt.contentHash).not.toBe(without.contentHash);
  });

  test('is frozen with its submission, and not when its bytes have become others', async () => {
    const draft = await withPlan();
    await upload(draft.id);
    const { submission } = await submit(draft);
    await freezeAttachments(world, submission, PLANNED);
    expect(await readFrozenAttachment(world, submission.id, PLAN)).toEqual(FILE);

    const other = await withPlan();
    await upload(other.id, new TextEncoder().encode('other bytes'));
    const submitted = { id: world.ids.submission(), reportId: other.id };
    await expect(freezeAttachments(world, submitted, PLANNED)).rejects.toMatchObject({
      code: 'file_differs',
    });
  });

  test('that is frozen already stays so, though the one on the desk is gone', async () => {
    const draft = await withPlan();
    await upload(draft.id);
    const { submission } = await submit(draft);
    await freezeAttachments(world, submission, PLANNED);
    const emptied = { ...submission, reportId: world.ids.report() };

    await freezeAttachments(world, emptied, PLANNED);
    expect(await readFrozenAttachment(world, submission.id, PLAN)).toEqual(FILE);
  });

  test('is read by the people of its office, and by nobody else before it is issued', async () => {
    const { id } = await withPlan();
    const link = await linkAttachment(world, await callerOf(world, REVIEWER), id, PLAN.sha256);
    expect(link).toMatchObject({ fileName: PLAN.name, sha256: PLAN.sha256 });
    await expect(
      linkAttachment(world, await callerOf(world, OFFICER), id, PLAN.sha256),
    ).rejects.toMatchObject({ code: 'report_not_found' });
  });

  test('is added to a draft only', async () => {
    const draft = await aDraft(world);
    await submit(draft);
    await expect(
      startAttachment(world, await callerOf(world, DRAFTER), draft.id, PLAN),
    ).rejects.toMatchObject({ code: 'status_wrong' });
  });

  test('stays with its report when another begins with the same words', async () => {
    const { id } = await withPlan();
    const { attachments } = await beginWithReport(world, await callerOf(world, DRAFTER), id);
    expect(attachments).toEqual([]);
  });
});
