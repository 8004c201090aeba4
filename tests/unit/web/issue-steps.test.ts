// What is said of an issue at each of its steps, while it goes on, waits and stands still?
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { SubmissionView } from '../../../functions/contracts/views.ts';
import { IssueStep } from '../../../functions/domain/workflow/issue-step.ts';

// The words of the screens ask the browser for its language when they are read.
vi.stubGlobal('localStorage', { getItem: () => null });
const { issueSteps, issueWords } = await import('../../../web/following/issue-steps.ts');
const { askedAgain } = await import('../../../web/api/asking.ts');
afterAll(() => vi.unstubAllGlobals());

type Issuing = Parameters<typeof askedAgain>[0];

const GOING: Issuing = {
  status: 'issuing',
  askedAt: null,
  issueStep: 'number',
  stuck: null,
  waitingForSeal: false,
};
const STUCK = { reason: 'unavailable', since: '2026-03-02T02:00:00.000Z' } satisfies NonNullable<
  SubmissionView['stuck']
>;
const marks = (submission: Issuing) =>
  issueSteps(submission)
    .map(({ state }) => ({ done: '+', present: '>', ahead: '.', ended: 'x' })[state])
    .join('');

describe('an issue', () => {
  test('has its steps in the order in which the workflow takes them', () => {
    expect(issueSteps(GOING).map(({ key }) => key)).toEqual(IssueStep.options);
  });

  test.each([
    ['number', '>....', 'Bước 1/5: Cấp số'],
    ['render', '+>...', 'Bước 2/5: Tạo bản chính'],
    ['sign', '++>..', 'Bước 3/5: Ký số'],
    ['seal', '+++>.', 'Bước 4/5: Ký số cơ quan'],
    ['send', '++++>', 'Bước 5/5: Vào sổ, gửi đi'],
  ] as const)('is seen at its step “%s”, which can be left', (issueStep, seen, place) => {
    const submission = { ...GOING, issueStep };

    expect(marks(submission)).toBe(seen);
    expect(issueWords(submission)).toBe(
      `${place}. Bạn rời trang này được, việc phát hành vẫn tiếp tục.`,
    );
  });

  test('says where it stands still, and who sees to it', () => {
    const submission: Issuing = { ...GOING, issueStep: 'sign', stuck: STUCK };

    expect(marks(submission)).toBe('++x..');
    expect(issueWords(submission)).toBe(
      'Bước 3/5: Ký số. Việc phát hành dừng ở đây cho đến khi văn thư xử lý.',
    );
  });

  test('waits for the clerk who is to seal it', () => {
    const waiting: Issuing = { ...GOING, issueStep: 'seal', waitingForSeal: true };

    expect(issueWords(waiting)).toContain('Đang chờ văn thư');
  });

  test('is done with when everybody has it, and there is none before all have agreed', () => {
    const issued: Issuing = { ...GOING, status: 'issued', issueStep: null };

    expect(marks(issued)).toBe('+++++');
    expect(marks({ ...issued, status: 'inReview' })).toBe('');
    expect(marks({ ...issued, status: 'voided' })).toBe('');
  });

  test('is asked for soon while it moves, seldom while somebody has to act, and not when it is over', () => {
    const soon = askedAgain(GOING) as number;

    expect(askedAgain({ ...GOING, issueStep: 'seal', waitingForSeal: true })).toBeGreaterThan(soon);
    expect(askedAgain({ ...GOING, stuck: STUCK })).toBeGreaterThan(soon);
    expect(askedAgain({ ...GOING, status: 'issued', issueStep: 'send' })).toBeGreaterThan(soon);
    expect(askedAgain({ ...GOING, status: 'inReview', issueStep: null })).toBe(soon);
    expect(askedAgain({ ...GOING, status: 'issued', issueStep: null })).toBe(false);
  });
});
