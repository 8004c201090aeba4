// Is every press that never reached the workflow carried on, and only those?
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { OrganizationId, ReportId } from '../../../../functions/domain/ids.ts';
import type { KnownFile } from '../../../../functions/domain/issued/known-file.ts';
import { keepFiles } from '../../../../functions/domain/workflow/issuing.ts';
import { WrittenLater } from '../../../../functions/domain/written-later.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import { closeSubmission } from '../../../../functions/use-cases/issuing/close-submission.ts';
import { deliverReport } from '../../../../functions/use-cases/issuing/deliver-report.ts';
import { markStopped } from '../../../../functions/use-cases/issuing/mark-stopped.ts';
import { sweep as sweepWith } from '../../../../functions/use-cases/issuing/sweep.ts';
import { findReport, findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import { giveUpIssue } from '../../../../functions/use-cases/registry/give-up-issue.ts';
import { resumeIssue } from '../../../../functions/use-cases/registry/resume-issue.ts';
import { sealAndIssue } from '../../../../functions/use-cases/registry/seal-and-issue.ts';
import {
  aHash,
  anIssue,
  CHAIRMAN,
  CLERK,
  DRAFTER,
  MORNING,
  REVIEWER,
} from '../../../support/builders.ts';
import { aWorld, callerOf, DISTRICT, OFFICER } from '../../../support/world.ts';
import {
  ask,
  historyOf,
  inReview,
  issued,
  numbered,
  press,
  SEAL,
  STUCK,
  signed,
  stuck,
  submitted,
  type TestWorld,
  waitingForSignature,
} from '../office-day.ts';

const LATER = '2026-03-02T01:05:00.000Z';
const EVEN_LATER = '2026-03-02T01:10:00.000Z';

let world: TestWorld;
/** What the sweep could not carry on, and why. */
let leftBehind: [submission: string, why: string][];
beforeEach(() => {
  world = aWorld();
  leftBehind = [];
});

const sweep = () => sweepWith(world, (id, error) => leftBehind.push([id, String(error)]));

const answers = () => world.machine.answered.map(({ outcome }) => outcome);

/** A press that is stored while Step Functions does not answer, and the sweep some minutes later. */
const unheard = async (act: () => Promise<unknown>) => {
  world.machine.down = true;
  await act();
  world.machine.down = false;
  world.setTime(LATER);
  return sweep();
};

describe('the sweep', () => {
  test('starts a submission that has no execution', async () => {
    world.machine.down = true;
    const { id } = await submitted(world);
    world.machine.down = false;
    world.setTime(LATER);

    expect(await sweep()).toEqual({ owed: 1 });
    expect(world.machine.started).toEqual([id]);
  });

  test('leaves alone what was pressed within the last minute', async () => {
    await submitted(world);
    world.setTime('2026-03-02T01:00:59.000Z');

    expect(await sweep()).toEqual({ owed: 0 });
  });

  test('carries on an agreement', async () => {
    const submission = await inReview(world);

    await unheard(() => press(world, submission, REVIEWER, 'agree'));

    expect(answers()).toEqual(['agreed']);
  });

  test('carries on a return', async () => {
    const submission = await inReview(world);

    await unheard(() => press(world, submission, REVIEWER, 'return', 'Thiếu số liệu'));

    expect(answers()).toEqual(['returned']);
  });

  test('carries on a withdrawal', async () => {
    const { reportId } = await inReview(world);

    await unheard(async () => withdrawReport(world, await callerOf(world, DRAFTER), reportId));

    expect(answers()).toEqual(['withdrawn']);
  });

  test('carries on the clerk’s press of the seal', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    const before = answers().length;

    await unheard(async () => sealAndIssue(world, await callerOf(world, CLERK), id));

    expect(answers().slice(before)).toEqual(['sealed']);
  });

  test('carries on a resumption', async () => {
    const { id } = await stuck(world);
    const before = answers().length;

    await unheard(async () => resumeIssue(world, await callerOf(world, CLERK), id));

    expect(answers().slice(before)).toEqual(['resumed']);
  });

  test('carries on that the clerk gives it up', async () => {
    const { id } = await stuck(world);
    const before = answers().length;

    await unheard(async () => giveUpIssue(world, await callerOf(world, CLERK), id, 'Sai số liệu'));

    expect(answers().slice(before)).toEqual(['voided']);
  });

  test('tells the clerk of a press whose execution has ended without anybody hearing of it', async () => {
    const submission = await inReview(world);
    world.machine.down = true;
    await press(world, submission, REVIEWER, 'agree');
    world.machine.down = false;
    world.machine.dead.add(submission.id);
    world.setTime(LATER);

    await sweep();

    expect(await findSubmission(world, submission.id)).toMatchObject({
      stuck: { reason: 'workflow ENDED' },
      executionStopped: true,
      owedSince: null,
    });
    expect(await sweep()).toEqual({ owed: 0 });
    await resumeIssue(world, await callerOf(world, CLERK), submission.id);
    expect(world.machine.started).toEqual([submission.id, `${submission.id}-2`]);
  });

  test('settles what is over although its execution has ended', async () => {
    const { id, reportId } = await inReview(world);
    world.machine.down = true;
    await withdrawReport(world, await callerOf(world, DRAFTER), reportId);
    world.machine.down = false;
    world.machine.dead.add(id);
    world.setTime(LATER);

    await sweep();

    expect(await findSubmission(world, id)).toMatchObject({ status: 'ended', owedSince: null });
  });

  test('starts another turn that a press has begun and nobody has started', async () => {
    const submission = await inReview(world);
    world.machine.dead.add(submission.id);
    await markStopped(world, { submissionId: submission.id, turn: 1, status: 'FAILED' });

    await unheard(() => press(world, submission, REVIEWER, 'agree'));

    expect(world.machine.started).toEqual([submission.id, `${submission.id}-2`]);
  });

  test('leaves alone what came to its end while the sweep looked at it', async () => {
    const submission = await inReview(world);
    world.machine.down = true;
    await press(world, submission, REVIEWER, 'return', 'Thiếu số liệu');
    world.machine.down = false;
    world.setTime(LATER);
    const { start } = world.workflow;
    world.workflow.start = async (...told) => {
      await closeSubmission(world, { submissionId: submission.id, how: 'decided', reason: null });
      world.machine.dead.add(submission.id);
      return start(...told);
    };

    await sweep();

    expect(await findSubmission(world, submission.id)).toMatchObject({ how: 'returned' });
  });

  test('does not answer a question that is put while it looks by what was pressed for the one before', async () => {
    const { id } = await stuck(world);
    world.machine.down = true;
    await resumeIssue(world, await callerOf(world, CLERK), id);
    world.machine.down = false;
    world.setTime(LATER);
    const { start } = world.workflow;
    world.workflow.start = async (...told) => {
      // The question is asked again, hears the press, and the issue fails once more.
      await ask(world, id, STUCK);
      await ask(world, id, STUCK, { time: 2, reason: 'key_missing' });
      return start(...told);
    };

    await sweep();

    expect(answers().filter((outcome) => outcome === 'resumed')).toHaveLength(1);
    expect(await findSubmission(world, id)).toMatchObject({ stuck: { reason: 'key_missing' } });
  });

  test('carries on what comes behind submissions that cannot be carried on, names each of those, and still fails', async () => {
    world.machine.down = true;
    const damaged = await submitted(world);
    const sound = await submitted(world);
    const later = await submitted(world);
    world.machine.down = false;
    const { read: submission } = world.submissions;
    world.submissions.read = async (id) => {
      if (id === damaged.id) throw new Error('cannot be read');
      if (id === later.id) throw new WrittenLater(id, new z.ZodError([]));
      return submission(id);
    };
    world.setTime(LATER);

    await expect(sweep()).rejects.toMatchObject({ name: 'SweepIncomplete', leftBehind: 2 });

    expect(world.machine.started).toEqual([sound.id]);
    expect(leftBehind).toEqual([
      [damaged.id, 'Error: cannot be read'],
      [later.id, expect.stringContaining('was written by a later version')],
    ]);
  });

  test('twice does no more than once', async () => {
    const submission = await inReview(world);
    await unheard(() => press(world, submission, REVIEWER, 'agree'));

    await sweep();

    expect(answers()).toEqual(['agreed']);
    expect(world.machine.started).toEqual([submission.id]);
  });
});

describe('an issued report', () => {
  const recipientsOf = async (reportId: ReportId) =>
    (await world.deliveries.of(reportId)).delivered.map(({ recipientId }) => recipientId);

  test('that has not reached everybody is delivered again, and then owes nothing', async () => {
    const { id, reportId, recipients } = await issued(world);
    world.setTime(LATER);

    expect(await sweep()).toEqual({ owed: 1 });
    expect(await recipientsOf(reportId)).toEqual(recipients);
    expect(await findSubmission(world, id)).toMatchObject({ owedSince: null });
    expect(await sweep()).toEqual({ owed: 0 });
  });

  test('that the sweep delivers is told to its recipients, or to the clerks where there is none', async () => {
    await issued(world);
    world.post.length = 0;
    world.setTime(LATER);

    await sweep();
    expect(world.post).toEqual([{ to: [OFFICER.email], subject: 'Có văn bản đến' }]);

    await issued(world);
    world.organizationIs({ ...DISTRICT, validUntil: MORNING });
    world.post.length = 0;
    world.setTime(EVEN_LATER);

    await sweep();
    expect(world.post).toEqual([
      { to: [CLERK.email], subject: 'Có văn bản chưa gửi được đến nơi nhận' },
    ]);
  });

  test('is owed until then, however often it is closed', async () => {
    const { id } = await issued(world);
    const close = () => closeSubmission(world, { submissionId: id, how: 'issued', reason: null });

    await close();
    expect((await findSubmission(world, id)).owedSince).not.toBeNull();
    await deliverReport(world, { submissionId: id, recipientId: DISTRICT.id });
    await close();
    expect((await findSubmission(world, id)).owedSince).toBeNull();
  });

  test('that the workflow closes while the sweep settles it is settled once', async () => {
    const { id } = await issued(world);
    world.setTime(LATER);
    const { commit } = world;
    world.commit = async (...changes) => {
      if (changes.some(({ submission }) => submission?.after.owedSince === null)) {
        world.commit = commit;
        await closeSubmission(world, { submissionId: id, how: 'issued', reason: null });
      }
      return commit(...changes);
    };

    expect(await sweep()).toEqual({ owed: 1 });

    const settled = await findSubmission(world, id);
    expect(settled).toMatchObject({ status: 'issued', owedSince: null });
    expect(await sweep()).toEqual({ owed: 0 });
    expect(await findSubmission(world, id)).toEqual(settled);
  });

  test('reaches the others when one cannot be delivered to, and the sweep fails', async () => {
    const { id, reportId } = await issued(world);
    const { read: submission } = world.submissions;
    const { read: delivery } = world.deliveries;
    const recipients: OrganizationId[] = ['org_damaged', DISTRICT.id, 'org_damaged-too'];
    world.submissions.read = async (of) => {
      const found = await submission(of);
      return found && { ...found, recipients };
    };
    world.deliveries.read = async (of) => {
      if (of.includes('damaged')) throw new Error('cannot be read');
      return delivery(of);
    };
    world.setTime(LATER);

    await expect(sweep()).rejects.toMatchObject({ leftBehind: 1 });

    expect(await recipientsOf(reportId)).toEqual([DISTRICT.id]);
    expect((await submission(id))?.owedSince).not.toBeNull();
    expect(leftBehind.map(([of]) => of)).toEqual([id, id]);
  });

  test('whose recipient cannot be reached is the clerk’s, and owed no longer', async () => {
    const { id, reportId } = await issued(world);
    world.organizationIs({ ...DISTRICT, validUntil: MORNING });
    world.setTime(LATER);

    await sweep();

    expect(await recipientsOf(reportId)).toEqual([]);
    expect(await findSubmission(world, id)).toMatchObject({ owedSince: null });
  });
});

describe('closing', () => {
  test('takes note of what people decided, and again changes nothing', async () => {
    const submission = await inReview(world);
    await press(world, submission, REVIEWER, 'return', 'Thiếu số liệu');
    const close = () =>
      closeSubmission(world, { submissionId: submission.id, how: 'decided', reason: null });

    await close();
    const closed = await findSubmission(world, submission.id);
    await close();

    expect(closed).toMatchObject({ how: 'returned', owedSince: null });
    expect(await findSubmission(world, submission.id)).toEqual(closed);
    world.setTime(LATER);
    expect(await sweep()).toEqual({ owed: 0 });
  });

  test('hands a report back to its drafter with the reason, once', async () => {
    const { id, reportId } = await inReview(world);
    const close = () =>
      closeSubmission(world, { submissionId: id, how: 'handedBack', reason: 'key_missing' });

    await close();
    await close();

    expect(await findReport(world, reportId)).toMatchObject({
      status: 'draft',
      version: 2,
      comeBack: { how: 'handedBack', reason: 'key_missing' },
    });
    expect(await world.submissions.askedIn(id)).toEqual([]);
    expect((await historyOf(world, reportId)).filter((kind) => kind === 'handedBack')).toHaveLength(
      1,
    );
  });

  test.each([
    ['some', 'inReview', waitingForSignature],
    ['all', 'issuing', signed],
  ] as const)(
    'hands nothing back to which %s have agreed, for what nobody foresaw',
    async (_, status, agreed) => {
      const { id, reportId } = await agreed(world);

      await expect(
        closeSubmission(world, {
          submissionId: id,
          how: 'handedBack',
          reason: 'Runtime.ExitError',
        }),
      ).rejects.toMatchObject({ code: 'status_wrong' });

      expect(await findReport(world, reportId)).toMatchObject({ status });
    },
  );

  test('issues what is signed, sealed and stored, and remembers its files by their hashes', async () => {
    const before = await numbered(world);
    const { pdf, docx } = anIssue();
    const plan = { ...docx, name: 'Kế hoạch.pdf', sha256: aHash('c') };
    const files = { pdf, docx, attachments: [plan], timestamped: true };
    const after = keepFiles(before, files);
    await world.commit({ submission: { before, after } });

    await closeSubmission(world, { submissionId: before.id, how: 'issued', reason: null });

    expect(await findReport(world, before.reportId)).toMatchObject({
      status: 'issued',
      issue: {
        number: before.number?.number,
        signerId: CHAIRMAN.id,
        pdf,
        docx,
        attachments: [plan],
      },
    });
    expect(await world.knownFiles.read(pdf.sha256)).toMatchObject({ role: 'pdf' });
    expect(await world.knownFiles.read(docx.sha256)).toMatchObject({ role: 'docx' });
  });

  test('leaves nobody asked about what is issued', async () => {
    const before = await stuck(world);
    const { pdf, docx } = anIssue();
    const files = { pdf, docx, attachments: [], timestamped: true };
    await world.commit({ submission: { before, after: keepFiles(before, files) } });

    await closeSubmission(world, { submissionId: before.id, how: 'issued', reason: null });

    expect(await world.submissions.askedIn(before.id)).toEqual([]);
  });

  test('leaves the record of who issued a file first, when it is sent on as an attachment', async () => {
    const { pdf: received, docx } = anIssue();
    const first: KnownFile = {
      sha256: received.sha256,
      versionId: received.versionId,
      role: 'pdf',
      reportId: 'rpt_of-another-office',
      organizationName: 'UBND xã Sơn Mẫu',
      number: 7,
      symbol: 'BC-UBND',
      date: '2026-02-27',
    };
    await world.commit({ file: [first] });
    const before = await numbered(world);
    const files = {
      pdf: { ...received, sha256: aHash('d') },
      docx,
      attachments: [{ ...received, name: 'Báo cáo của xã.pdf' }],
      timestamped: true,
    };
    await world.commit({ submission: { before, after: keepFiles(before, files) } });

    await closeSubmission(world, { submissionId: before.id, how: 'issued', reason: null });

    expect(await findReport(world, before.reportId)).toMatchObject({ status: 'issued' });
    expect(await world.knownFiles.read(received.sha256)).toEqual(first);
    expect(await world.knownFiles.read(files.pdf.sha256)).toMatchObject({
      role: 'pdf',
      reportId: before.reportId,
    });
  });

  test('does not hand back what is issued: what keeps it from its recipients is for the clerk', async () => {
    const { id } = await issued(world);

    const wrong = closeSubmission(world, { submissionId: id, how: 'handedBack', reason: 'x' });

    await expect(wrong).rejects.toMatchObject({ code: 'status_wrong' });
  });

  test('does not hand back what has a number: that is for the clerk', async () => {
    const { id } = await numbered(world);

    const wrong = closeSubmission(world, { submissionId: id, how: 'handedBack', reason: 'x' });

    await expect(wrong).rejects.toMatchObject({ code: 'status_wrong' });
  });
});

describe('giving-up', () => {
  test('keeps the entry in the register with its reason and gives the report back', async () => {
    const { id, reportId, number } = await stuck(world);

    await giveUpIssue(world, await callerOf(world, CLERK), id, ' Sai số liệu ');

    const page = { limit: 10, cursor: null };
    expect((await world.registers.rows('org_son-trung', 2026, 'baoCao', page)).items).toMatchObject(
      [{ number: number?.number, status: 'void', note: 'Số hủy: Sai số liệu' }],
    );
    expect(await findReport(world, reportId)).toMatchObject({
      status: 'draft',
      version: 2,
      comeBack: { how: 'voided', reason: 'Sai số liệu', by: CLERK.id },
    });
    expect(answers().at(-1)).toBe('voided');
  });

  test('gives a report without a number back, with the clerk’s reason', async () => {
    const { id, reportId } = await signed(world);
    await ask(world, id, STUCK, { reason: 'Runtime.OutOfMemory' });

    await giveUpIssue(world, await callerOf(world, CLERK), id, ' Bản vẽ quá lớn ');

    expect(await findReport(world, reportId)).toMatchObject({
      status: 'draft',
      version: 2,
      comeBack: { how: 'handedBack', reason: 'Bản vẽ quá lớn', by: CLERK.id },
    });
    expect(await findSubmission(world, id)).toMatchObject({ status: 'ended', how: 'handedBack' });
    expect((await historyOf(world, reportId)).at(-1)).toBe('handedBack');
    expect(answers().at(-1)).toBe('voided');
  });

  test('needs a reason, a clerk, and something stuck', async () => {
    const { id } = await numbered(world);
    const clerk = await callerOf(world, CLERK);

    await expect(giveUpIssue(world, clerk, id, ' ')).rejects.toMatchObject({
      code: 'reason_missing',
    });
    await expect(
      giveUpIssue(world, await callerOf(world, DRAFTER), id, 'Sai'),
    ).rejects.toMatchObject({ code: 'not_permitted' });
    await expect(giveUpIssue(world, clerk, id, 'Sai')).rejects.toMatchObject({
      code: 'status_wrong',
    });
  });
});
