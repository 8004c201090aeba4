// Who may remark on a submission, who reads it, and what stays of it?
import { beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../../functions/domain/directory/organization.ts';
import {
  MOST_COMMENTS,
  type Submission,
} from '../../../../functions/domain/workflow/submission.ts';
import { comment } from '../../../../functions/use-cases/approval/comment.ts';
import { decide } from '../../../../functions/use-cases/approval/decide.ts';
import { readReport } from '../../../../functions/use-cases/drafting/read-report.ts';
import type { Caller } from '../../../../functions/use-cases/reading/identify.ts';
import { aHash, CLERK, DRAFTER, REVIEWER } from '../../../support/builders.ts';
import { aWorld, callerOf, DEPUTY, SIGNER, STRANGER } from '../../../support/world.ts';
import { historyOf, inReview, press, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

const remark = async ({ id }: Submission, person: Person, text = 'Cần thêm số liệu thôn 3') =>
  comment(world, await callerOf(world, person), { submissionId: id, text });

describe('a comment', () => {
  test('is read by the drafter, stands in the history, and decides nothing', async () => {
    const submission = await inReview(world);

    const after = await remark(submission, SIGNER);

    expect(after).toMatchObject({ status: 'inReview', round: 0, decisions: [] });
    const { submission: read } = await readReport(
      world,
      await callerOf(world, DRAFTER),
      submission.reportId,
    );
    expect(read?.submission.comments).toMatchObject([
      { personId: SIGNER.id, text: 'Cần thêm số liệu thôn 3' },
    ]);
    expect((await historyOf(world, submission.reportId)).at(-1)).toBe('commented');
  });

  test('of two who write in the same moment stays with the other', async () => {
    const submission = await inReview(world);

    await Promise.all([remark(submission, REVIEWER), remark(submission, DRAFTER)]);

    expect((await world.submissions.read(submission.id))?.comments).toHaveLength(2);
  });

  test('leaves what was shown decidable', async () => {
    const submission = await inReview(world);
    await remark(submission, REVIEWER);

    expect(await press(world, submission, REVIEWER, 'agree')).toMatchObject({ round: 1 });
  });

  test.each([
    [CLERK, 'not_permitted'],
    [DEPUTY, 'not_permitted'],
    [STRANGER, 'submission_not_found'],
  ])('is not for who is neither of the chain nor the drafter ($id)', async (person, code) => {
    const submission = await inReview(world);

    await expect(remark(submission, person)).rejects.toMatchObject({ code });
  });

  test('comes too late once it was returned', async () => {
    const submission = await inReview(world);
    await press(world, submission, REVIEWER, 'return', 'Thiếu số liệu');

    await expect(remark(submission, REVIEWER)).rejects.toMatchObject({ code: 'status_wrong' });
  });

  test('is refused where there are as many as are kept', async () => {
    const submission = await inReview(world);
    for (let count = 0; count < MOST_COMMENTS; count += 1) await remark(submission, REVIEWER);

    await expect(remark(submission, REVIEWER)).rejects.toMatchObject({ code: 'comments_full' });
  });
});

describe('those whom a remark concerns', () => {
  test('are told by mail: who sent it, who has it, who has said something before; not its author', async () => {
    const submission = await inReview(world);
    await remark(submission, SIGNER);
    world.post.length = 0;

    await remark(submission, REVIEWER);

    const told = world.post.flatMap(({ to }) => to);
    expect(told.toSorted()).toEqual([DRAFTER.email, SIGNER.email].toSorted());
    expect(world.post.map(({ subject }) => subject)).toEqual(['Có góp ý về văn bản đang trình']);
  });

  /** The function ends when all is stored and nobody has been told; the same press comes again. */
  const lostAtFirst = async (act: (world: TestWorld, caller: Caller) => Promise<unknown>) => {
    world.post.length = 0;
    const at = world.clock.now();
    const press = { personId: REVIEWER.id, key: aHash('a'), hash: aHash('b'), at };
    const give = async () => Promise.reject(new Error('the function has ended'));
    const dying = { ...world, notices: { give } };
    await expect(act(dying, await callerOf(world, REVIEWER, { press }))).rejects.toThrow();
    await act(world, await callerOf(world, REVIEWER, { press, pressed: { made: null } }));
  };
  const TOLD = [{ to: [DRAFTER.email], subject: 'Có góp ý về văn bản đang trình' }];

  test('hear of it when the function ended before they were told and the press comes again', async () => {
    const { id: submissionId } = await inReview(world);

    await lostAtFirst((there, caller) =>
      comment(there, caller, { submissionId, text: 'Cần thêm số liệu thôn 3' }),
    );

    expect(world.post).toEqual(TOLD);
  });

  test('hear so of what was said with an agreement', async () => {
    const { id: submissionId, contentHash } = await inReview(world);
    const reason = 'Nên nêu rõ nguồn kinh phí';

    await lostAtFirst((there, caller) =>
      decide(there, caller, { submissionId, kind: 'agree', contentHash, reason }),
    );

    expect(world.post).toEqual(TOLD);
  });

  test('hear of what is said with an agreement as well', async () => {
    const submission = await inReview(world);
    world.post.length = 0;

    await press(world, submission, REVIEWER, 'agree', 'Nên nêu rõ nguồn kinh phí');

    expect(world.post).toEqual([
      { to: [DRAFTER.email], subject: 'Có góp ý về văn bản đang trình' },
    ]);
  });
});

test('who agrees may say something with it, which the history keeps', async () => {
  const submission = await inReview(world);

  await press(world, submission, REVIEWER, 'agree', 'Nên nêu rõ nguồn kinh phí');

  const { items } = await world.reports.events(submission.reportId, { limit: 100, cursor: null });
  expect(items.at(-1)?.happening).toMatchObject({
    kind: 'agreed',
    reason: 'Nên nêu rõ nguồn kinh phí',
  });
});
