// What does a sender see of a recipient who could not be reached?
import { afterAll, describe, expect, test, vi } from 'vitest';
import type {
  HeldProgress,
  ReportView,
  SubmissionView,
} from '../../../functions/contracts/views.ts';

// The words of the screens ask the browser for its language when they are read.
vi.stubGlobal('localStorage', { getItem: () => null });
const { journeyOf } = await import('../../../web/following/journey-steps.ts');
afterAll(() => vi.unstubAllGlobals());

const NOW = '2026-03-02T02:00:00.000Z';
const REPORT = { drafter: { name: 'Trần Thị Thu Hà' }, status: 'issued', issue: {} };
const SUBMISSION = { submittedAt: NOW, chain: [], decisions: [], number: null, stuck: null };

const HELD: HeldProgress = {
  recipientId: 'org_closed',
  recipientName: 'UBND huyện Hương Sơn',
  status: 'waiting',
  why: 'closed',
  since: NOW,
  at: null,
  toName: null,
  reason: null,
};

const lastStep = (held: HeldProgress, items: { recipientId: string }[] = []) =>
  journeyOf(
    REPORT as unknown as ReportView,
    SUBMISSION as unknown as SubmissionView,
    { items: items as never[], held: [held] },
    NOW,
  ).at(-1);

describe('a recipient who could not be reached', () => {
  test('waits for the clerk, with the cause', () => {
    expect(lastStep(HELD)).toMatchObject({
      name: 'UBND huyện Hương Sơn',
      state: 'present',
      facts: [
        expect.stringContaining('Cơ quan đã kết thúc hoạt động'),
        'Chờ văn thư chọn nơi nhận khác',
      ],
    });
  });

  test('says to whom it went instead', () => {
    const held: HeldProgress = { ...HELD, status: 'sentOn', at: NOW, toName: 'UBND tỉnh' };

    expect(lastStep(held)).toMatchObject({ state: 'done' });
    expect(lastStep(held)?.facts.at(-1)).toContain('Đã gửi đến UBND tỉnh');
  });

  test('says why it went to nobody', () => {
    const held: HeldProgress = { ...HELD, status: 'writtenOff', at: NOW, reason: 'Đã giải thể' };

    expect(lastStep(held)).toMatchObject({ state: 'ended' });
    expect(lastStep(held)?.facts.at(-1)).toContain('Không gửi: Đã giải thể');
  });

  test('waits for the clerk as well when it was sent back, under the reason that was given', () => {
    const held: HeldProgress = { ...HELD, why: 'sentBack' };
    const returned = {
      recipientId: HELD.recipientId,
      recipientName: HELD.recipientName,
      status: 'sentBack',
      arrivedAt: NOW,
      openedAt: NOW,
      receivedAt: null,
      sentBackReason: 'Gửi nhầm',
    };

    const step = lastStep(held, [returned as never]);

    expect(step).toMatchObject({ state: 'ended' });
    expect(step?.facts.slice(-2)).toEqual([
      'Từ chối tiếp nhận: Gửi nhầm',
      'Chờ văn thư chọn nơi nhận khác',
    ]);
  });

  test('stands once, as every other recipient does, when they could be reached after all', () => {
    const held: HeldProgress = { ...HELD, status: 'sentOn', at: NOW, toName: HELD.recipientName };
    const delivered = { recipientId: HELD.recipientId, recipientName: 'x', arrivedAt: NOW };

    const step = lastStep(held, [{ ...delivered, openedAt: null, sentBackReason: null } as never]);

    expect(step?.name).toBe('x');
  });
});
