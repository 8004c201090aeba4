// Does every wait get its answer, and every person their question, in whatever order they come?
import { beforeEach, describe, expect, test } from 'vitest';
import { executionNameOf } from '../../../../functions/contracts/execution-name.ts';
import {
  asWanted,
  withoutSecondFactor,
} from '../../../../functions/domain/directory/settled-access.ts';
import type { SubmissionId } from '../../../../functions/domain/ids.ts';
import { Unavailable } from '../../../../functions/domain/refusal.ts';
import { listWaiting } from '../../../../functions/use-cases/approval/list-waiting.ts';
import { withdrawReport } from '../../../../functions/use-cases/drafting/withdraw-report.ts';
import { markStopped } from '../../../../functions/use-cases/issuing/mark-stopped.ts';
import { remindPeople } from '../../../../functions/use-cases/issuing/remind-people.ts';
import { reserveNumber } from '../../../../functions/use-cases/issuing/reserve-number.ts';
import { findSubmission } from '../../../../functions/use-cases/reading/find.ts';
import { giveUpIssue } from '../../../../functions/use-cases/registry/give-up-issue.ts';
import { resumeIssue } from '../../../../functions/use-cases/registry/resume-issue.ts';
import { sealAndIssue } from '../../../../functions/use-cases/registry/seal-and-issue.ts';
import {
  A_CHAIN,
  aContent,
  aPersonId,
  CLERK,
  DRAFTER,
  REVIEWER,
} from '../../../support/builders.ts';
import { aWorld, callerOf, SIGNER } from '../../../support/world.ts';
import {
  ask,
  historyOf,
  inReview,
  numbered,
  press,
  round,
  SEAL,
  STUCK,
  signed,
  stuck,
  submitted,
  type TestWorld,
  tokenOf,
  waitingForSignature,
} from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const answers = () => world.machine.answered.map(({ outcome }) => outcome);
const clerksList = () =>
  world.waiting.of('org_son-trung', { role: 'clerk' }, { limit: 10, cursor: null });

describe('asking a round', () => {
  test('puts it on the lists of its people and tells them by mail', async () => {
    const { id } = await inReview(world);

    expect(await world.submissions.askedIn(id)).toMatchObject([{ asked: { person: REVIEWER.id } }]);
    expect(world.post).toEqual([{ to: [REVIEWER.email], subject: 'Có văn bản chờ xử lý' }]);
  });

  test('again changes the token and nothing else', async () => {
    const { id, reportId } = await inReview(world);
    const before = await findSubmission(world, id);

    await ask(world, id, round(0), { time: 2 });

    expect(await findSubmission(world, id)).toEqual(before);
    expect(await historyOf(world, reportId)).toEqual(['created', 'submitted', 'asked']);
    expect(world.post).toHaveLength(1);
    expect(await world.tokens.read(id, round(0))).toMatchObject({
      token: tokenOf(id, round(0), 2),
    });
  });

  test('that was stored, but told to nobody when the function ended, is told when it is asked again, once', async () => {
    const submission = await submitted(world);
    const { person } = world.directory;
    world.directory.person = () => Promise.reject(new Unavailable('the directory'));
    await expect(ask(world, submission.id, round(0))).rejects.toThrow(Unavailable);
    world.directory.person = person;
    expect(world.post).toEqual([]);

    await ask(world, submission.id, round(0), { time: 2 });
    await ask(world, submission.id, round(0), { time: 3 });

    expect(world.post).toEqual([{ to: [REVIEWER.email], subject: 'Có văn bản chờ xử lý' }]);
  });

  test('comes to its end though nobody can be told, however often that is tried', async () => {
    const submission = await submitted(world);
    world.directory.person = () => Promise.reject(new Unavailable('the directory'));
    await expect(ask(world, submission.id, round(0))).rejects.toThrow(Unavailable);
    await expect(ask(world, submission.id, round(0), { time: 2 })).rejects.toThrow(Unavailable);

    await ask(world, submission.id, round(0), { time: 3 });

    expect(await world.tokens.read(submission.id, round(0))).toMatchObject({ told: true });
  });

  test('that was answered and is put anew is told to those whom it asks now', async () => {
    const { id } = await numbered(world);
    const { people } = world.directory;
    world.directory.people = () => Promise.reject(new Unavailable('the directory'));
    await expect(ask(world, id, STUCK, { reason: 'key_missing' })).rejects.toThrow(Unavailable);
    world.directory.people = people;
    await resumeIssue(world, await callerOf(world, CLERK), id);
    world.post.length = 0;

    await ask(world, id, STUCK, { reason: 'key_missing', time: 2 });

    expect(world.post).toEqual([{ to: [CLERK.email], subject: 'Có văn bản chưa phát hành được' }]);
  });

  test('finds a decision that came first and answers at once', async () => {
    const submission = await inReview(world);
    world.machine.down = true;
    await press(world, submission, REVIEWER, 'agree');
    world.machine.down = false;

    await ask(world, submission.id, round(0), { time: 2 });

    expect(world.machine.answered).toEqual([
      { token: tokenOf(submission.id, round(0), 2), outcome: 'agreed' },
    ]);
  });

  test('finds a withdrawal that came before anybody was asked', async () => {
    const { id, reportId } = await submitted(world);
    await withdrawReport(world, await callerOf(world, DRAFTER), reportId);

    await ask(world, id, round(0));

    expect(answers()).toEqual(['withdrawn']);
    expect(await world.submissions.askedIn(id)).toEqual([]);
    expect(world.post).toEqual([]);
  });
});

describe('the seal', () => {
  test('waits on the clerks’ list until one of them presses, once', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    expect((await clerksList()).items).toMatchObject([{ submissionId: id, wait: SEAL }]);

    const clerk = await callerOf(world, CLERK);
    const first = await sealAndIssue(world, clerk, id);
    const again = await sealAndIssue(world, clerk, id);

    expect(again).toEqual(first);
    expect(answers().filter((outcome) => outcome === 'sealed')).toHaveLength(1);
    expect((await clerksList()).items).toEqual([]);
  });

  test('is not pressed by a clerk whose way in does not stand, but by another', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    world.directoryHas(withoutSecondFactor(CLERK, { by: SIGNER.id, at: world.clock.now() }));
    const other = { ...CLERK, id: aPersonId('ly-thi-hoa') };
    world.directoryHas(other);

    const early = sealAndIssue(world, await callerOf(world, CLERK), id);

    await expect(early).rejects.toMatchObject({ code: 'access_unsettled' });
    await sealAndIssue(world, await callerOf(world, other), id);
    expect(answers().at(-1)).toBe('sealed');
  });

  test('is pressed by whoever was named a clerk a moment ago', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    const named = { ...REVIEWER, roles: [...REVIEWER.roles, 'clerk' as const] };
    world.directoryHas(asWanted(REVIEWER, named, { by: SIGNER.id, at: world.clock.now() }));

    await sealAndIssue(world, await callerOf(world, REVIEWER), id);

    expect(answers().at(-1)).toBe('sealed');
  });

  test('that was pressed and then failed is put before the clerk as stuck', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    await sealAndIssue(world, await callerOf(world, CLERK), id);

    await ask(world, id, STUCK, { reason: 'certificate_expired' });

    expect(answers().at(-1)).toBe('sealed');
    expect(await findSubmission(world, id)).toMatchObject({
      stuck: {
        reason: 'certificate_expired',
      },
    });
    expect((await clerksList()).items).toMatchObject([{ wait: STUCK }]);
  });

  test('that fails while it is waited for stands on the clerks’ list as stuck, and no longer as the seal', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);

    await ask(world, id, STUCK, { reason: 'Unavailable' });

    expect((await clerksList()).items.map(({ wait }) => wait)).toEqual([STUCK]);
    expect(world.post.at(-1)).toEqual({
      to: [CLERK.email],
      subject: 'Có văn bản chưa phát hành được',
    });
  });
});

describe('what is stuck', () => {
  test('keeps what everybody has agreed to, also before it has a number', async () => {
    const { id, decisions } = await signed(world);
    await ask(world, id, STUCK, { reason: 'Runtime.ExitError' });

    await resumeIssue(world, await callerOf(world, CLERK), id);
    await reserveNumber(world, { submissionId: id });

    expect(await findSubmission(world, id)).toMatchObject({
      status: 'issuing',
      stuck: null,
      decisions,
      owedSince: null,
    });
  });

  test('goes on when the clerk resumes it', async () => {
    const { id } = await stuck(world);

    await resumeIssue(world, await callerOf(world, CLERK), id);

    expect(answers().at(-1)).toBe('resumed');
    expect((await clerksList()).items).toEqual([]);
  });

  test('and fails again after it was resumed is put before the clerk again', async () => {
    const { id, reportId } = await stuck(world);
    await resumeIssue(world, await callerOf(world, CLERK), id);

    await ask(world, id, STUCK, { time: 2, reason: 'key_missing' });

    expect(await findSubmission(world, id)).toMatchObject({ stuck: { reason: 'key_missing' } });
    expect((await clerksList()).items).toHaveLength(1);
    expect(answers().filter((outcome) => outcome === 'resumed')).toHaveLength(1);
    expect((await historyOf(world, reportId)).slice(-3)).toEqual(['stuck', 'resumed', 'stuck']);
  });

  test('and is asked twice under one token hears the resumption that lay between', async () => {
    const { id } = await stuck(world);
    world.machine.down = true;
    await resumeIssue(world, await callerOf(world, CLERK), id);
    world.machine.down = false;

    await ask(world, id, STUCK);

    expect(answers().at(-1)).toBe('resumed');
    expect(await findSubmission(world, id)).toMatchObject({ stuck: null });
  });

  test('hears the resumption that was pressed between two of its tokens, and is asked anew when it fails again', async () => {
    const { id, reportId } = await stuck(world);
    world.machine.timeOut(tokenOf(id, STUCK));
    await resumeIssue(world, await callerOf(world, CLERK), id);

    await ask(world, id, STUCK, { time: 2, reason: 'certificate_expired' });

    const heard = { token: tokenOf(id, STUCK, 2), outcome: 'resumed' };
    expect(world.machine.answered.at(-1)).toEqual(heard);
    expect(await findSubmission(world, id)).toMatchObject({ stuck: null });
    expect((await clerksList()).items).toEqual([]);

    await ask(world, id, STUCK, { time: 3, reason: 'key_missing' });

    expect(world.machine.answered.at(-1)).toEqual(heard);
    expect(await findSubmission(world, id)).toMatchObject({ stuck: { reason: 'key_missing' } });
    expect((await historyOf(world, reportId)).slice(-3)).toEqual(['stuck', 'resumed', 'stuck']);
  });

  test('whose execution died goes on in another turn, and no question of that is answered by the press that began it', async () => {
    const { id } = await stuck(world);
    await stop(id, 1);
    await resumeIssue(world, await callerOf(world, CLERK), id);

    await ask(world, id, STUCK, { time: 2, reason: 'key_missing' });

    expect(await findSubmission(world, id)).toMatchObject({ stuck: { reason: 'key_missing' } });
    expect(answers()).not.toContain('resumed');
  });

  test('because the machine stopped goes on in another turn, and what fails there is asked anew', async () => {
    const { id } = await stuck(world);
    await resumeIssue(world, await callerOf(world, CLERK), id);
    await stop(id, 1, 'TIMED_OUT');
    await resumeIssue(world, await callerOf(world, CLERK), id);
    expect(world.machine.started).toEqual([id, `${id}-2`]);

    await ask(world, id, STUCK, { time: 2, reason: 'key_missing' });

    expect(await findSubmission(world, id)).toMatchObject({ stuck: { reason: 'key_missing' } });
    expect(answers().filter((outcome) => outcome === 'resumed')).toHaveLength(1);
  });
});

/** This turn's execution ends before its time, and EventBridge says so. */
const stop = async (submissionId: SubmissionId, turn: number, status = 'FAILED') => {
  world.machine.dead.add(executionNameOf({ submissionId, turn }));
  await markStopped(world, { submissionId, turn, status });
};

describe('a machine that stopped', () => {
  test('is marked once, and again when it stops after it was resumed', async () => {
    const { id, reportId } = await numbered(world);
    await stop(id, 1);
    await stop(id, 1);
    await resumeIssue(world, await callerOf(world, CLERK), id);

    await stop(id, 2);

    expect(await findSubmission(world, id)).toMatchObject({
      stuck: { reason: expect.any(String) },
    });
    expect((await historyOf(world, reportId)).slice(-3)).toEqual(['stuck', 'resumed', 'stuck']);
  });

  test('is told to the clerks by mail, once', async () => {
    const { id } = await inReview(world);
    world.post.length = 0;

    await stop(id, 1);
    await stop(id, 1);

    expect(world.post).toEqual([{ to: [CLERK.email], subject: 'Có văn bản chưa phát hành được' }]);
  });

  test('is told twice rather than never when the function ended before it was marked', async () => {
    const { id } = await inReview(world);
    world.post.length = 0;
    const { commit } = world;
    world.commit = () => Promise.reject(new Unavailable('the table'));
    await expect(stop(id, 1)).rejects.toThrow(Unavailable);
    world.commit = commit;

    await stop(id, 1);

    expect(world.post.map(({ to }) => to)).toEqual([[CLERK.email], [CLERK.email]]);
    expect(await findSubmission(world, id)).toMatchObject({
      stuck: { reason: expect.any(String) },
    });
  });

  test('before it could take note of the end has the drafter told of that, and no clerk', async () => {
    const submission = await inReview(world);
    await press(world, submission, REVIEWER, 'return', 'Thiếu số liệu');
    world.post.length = 0;

    await stop(submission.id, 1);
    await stop(submission.id, 1);

    expect(world.post).toEqual([{ to: [DRAFTER.email], subject: 'Văn bản bị trả lại' }]);
    expect((await findSubmission(world, submission.id)).owedSince).toBeNull();
  });

  test('is not marked again by news of its end that comes twice or late', async () => {
    const { id, reportId } = await numbered(world);
    await stop(id, 1);
    await resumeIssue(world, await callerOf(world, CLERK), id);

    await stop(id, 1);

    expect(await findSubmission(world, id)).toMatchObject({ stuck: null });
    expect((await historyOf(world, reportId)).slice(-2)).toEqual(['stuck', 'resumed']);
  });

  test('is not marked while it is running again', async () => {
    const { id } = await numbered(world);

    await markStopped(world, { submissionId: id, turn: 1, status: 'FAILED' });

    expect(await findSubmission(world, id)).toMatchObject({ stuck: null });
  });

  test.each(['agree', 'return'] as const)(
    'takes up in another turn that somebody presses: %s',
    async (kind) => {
      const submission = await inReview(world);
      await stop(submission.id, 1);

      await press(world, submission, REVIEWER, kind, 'Thiếu số liệu');

      expect(world.machine.started).toEqual([submission.id, `${submission.id}-2`]);
    },
  );

  test('takes up in another turn that the clerk seals', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    await stop(id, 1);

    await sealAndIssue(world, await callerOf(world, CLERK), id);

    expect(world.machine.started).toEqual([id, `${id}-2`]);
    expect(await findSubmission(world, id)).toMatchObject({ stuck: null, executionStopped: false });
  });

  test('takes up in another turn that the clerk voids', async () => {
    const { id } = await numbered(world);
    await stop(id, 1);

    await giveUpIssue(world, await callerOf(world, CLERK), id, 'Sai số liệu');

    expect(world.machine.started).toEqual([id, `${id}-2`]);
  });

  test('owes nothing any more once another turn asks the same people again', async () => {
    const { id } = await inReview(world);
    await stop(id, 1);
    await resumeIssue(world, await callerOf(world, CLERK), id);

    await ask(world, id, round(0), { time: 2 });

    expect(await findSubmission(world, id)).toMatchObject({ owedSince: null, turn: 2 });
    expect((await world.submissions.askedIn(id)).map(({ asked }) => asked)).toEqual([
      { person: REVIEWER.id },
    ]);
  });

  test('owes nothing any more once another turn asks for the seal again', async () => {
    const { id } = await numbered(world);
    await ask(world, id, SEAL);
    await stop(id, 1);
    await resumeIssue(world, await callerOf(world, CLERK), id);

    await ask(world, id, SEAL, { time: 2 });

    expect((await findSubmission(world, id)).owedSince).toBeNull();
  });
});

describe('what waits for somebody', () => {
  test('says who sent it, how urgent it is and how often they were reminded', async () => {
    const { id } = await inReview(world, A_CHAIN, aContent({ urgency: 'urgent' }));
    await remindPeople(world, { submissionId: id, wait: round(0) });

    const reviewer = await callerOf(world, REVIEWER);
    const { items } = await listWaiting(world, reviewer, { limit: 10, cursor: null });

    expect(items).toMatchObject([{ drafterName: DRAFTER.name, urgency: 'urgent', reminders: 1 }]);
  });
});

describe('a reminder', () => {
  const remind = (id: SubmissionId, wait = round(0)) =>
    remindPeople(world, { submissionId: id, wait });

  test('goes to those who have not answered', async () => {
    const { id } = await inReview(world);

    await remind(id);

    expect(world.post.at(-1)).toEqual({
      to: [REVIEWER.email],
      subject: 'Nhắc: Có văn bản chờ xử lý',
    });
  });

  test('for the third time tells the clerk and the drafter too', async () => {
    const { id, reportId } = await inReview(world);

    await remind(id);
    await remind(id);
    expect(world.post.map(({ subject }) => subject)).not.toContain('Văn bản chờ xử lý quá lâu');
    await remind(id);

    expect(world.post.at(-1)).toEqual({
      to: [CLERK.email, DRAFTER.email],
      subject: 'Văn bản chờ xử lý quá lâu',
    });
    expect((await historyOf(world, reportId)).slice(-2)).toEqual(['reminded', 'escalated']);
  });

  test('of a wait that has been answered is not sent', async () => {
    const submission = await inReview(world);
    await press(world, submission, REVIEWER, 'agree');
    const sent = world.post.length;

    await remind(submission.id);

    expect(world.post).toHaveLength(sent);
  });

  test('comes as often as the office wants it until others are told, and ever more rarely then', async () => {
    const { id } = await inReview(world);
    const hours: number[] = [];
    for (let time = 1; time <= 6; time += 1) hours.push((await remind(id)) / 3_600);

    expect(hours).toEqual([1, 1, 2, 4, 8, 16]);
  });

  test('for the seal is counted anew', async () => {
    const waiting = await waitingForSignature(world);
    const { id } = waiting;
    await remind(id, round(1));
    await press(world, waiting, SIGNER, 'sign');
    await reserveNumber(world, { submissionId: id });
    await ask(world, id, SEAL);

    await remind(id, SEAL);

    expect(await findSubmission(world, id)).toMatchObject({ reminders: 1 });
  });
});
