// Which day does a number get that is taken about midnight, and what does the register hold from then on?
import { beforeEach, describe, expect, test } from 'vitest';
import type { Instant, SubmissionId } from '../../../../functions/domain/ids.ts';
import { distributionOf } from '../../../../functions/domain/issued/register.ts';
import { Unavailable } from '../../../../functions/domain/refusal.ts';
import { reserveNumber } from '../../../../functions/use-cases/issuing/reserve-number.ts';
import { aContent } from '../../../support/builders.ts';
import { aWorld } from '../../../support/world.ts';
import { signed, type TestWorld } from '../office-day.ts';

let world: TestWorld;
beforeEach(() => {
  world = aWorld();
});

/** Somebody else takes a number at that moment, between this one's look at the clock and its look at the register. */
const overtakenAt = async (at: Instant, submissionId: SubmissionId): Promise<void> => {
  const { counter } = world.registers;
  world.registers.counter = async (...register) => {
    world.registers.counter = counter;
    world.setTime(at);
    await reserveNumber(world, { submissionId });
    return counter(...register);
  };
};

test('a number that is overtaken at midnight gets the day that has begun', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-03-02T16:59:59.999Z');
  await overtakenAt('2026-03-02T17:00:00.001Z', other.id);

  const given = await reserveNumber(world, { submissionId: one.id });

  expect(given).toEqual({ number: 2, date: '2026-03-03' });
});

test('a number that is overtaken at New Year is the next one of the year that has begun', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-12-31T16:59:59.999Z');
  await overtakenAt('2026-12-31T17:00:00.001Z', other.id);

  const given = await reserveNumber(world, { submissionId: one.id });

  expect(given).toEqual({ number: 2, date: '2027-01-01' });
});

test('whose clock is a little behind another’s at midnight waits for its own', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-03-02T17:00:00.001Z');
  await reserveNumber(world, { submissionId: other.id });
  world.setTime('2026-03-02T16:59:59.500Z');

  await expect(reserveNumber(world, { submissionId: one.id })).rejects.toThrow(Unavailable);

  world.setTime('2026-03-02T17:00:00.000Z');
  const given = await reserveNumber(world, { submissionId: one.id });
  expect(given).toEqual({ number: 2, date: '2026-03-03' });
});

test('a register that is days ahead of the clock is refused', async () => {
  const [one, other] = [await signed(world), await signed(world)];
  world.setTime('2026-03-04T02:00:00.000Z');
  await reserveNumber(world, { submissionId: other.id });
  world.setTime('2026-03-02T16:59:59.500Z');

  await expect(reserveNumber(world, { submissionId: one.id })).rejects.toMatchObject({
    code: 'date_before_register',
  });
});

describe('the row of the register', () => {
  const line = (text: string, given: object = {}) => ({
    ...{ text, organizationId: null, means: 'nameOnly' as const },
    ...given,
  });
  const district = line('UBND huyện Hương Sơn', {
    organizationId: 'org_huyen-huong-son',
    means: 'system',
  });

  test('names those to whom it goes, who keeps a copy, and how many copies there are', () => {
    const content = aContent({
      addressees: [district],
      recipients: [
        line('Như trên'),
        line('Trường Mầm non Sơn Trung', { means: 'paper' }),
        line('Thường trực Đảng ủy'),
      ],
      archive: 'Lưu: VT, VP.',
    });

    expect(distributionOf(content)).toEqual({
      recipients: ['UBND huyện Hương Sơn', 'Trường Mầm non Sơn Trung', 'Thường trực Đảng ủy'],
      archive: 'VT, VP',
      copies: 3,
    });
  });

  test.each(['Như trên', 'như trên', 'Như kính gửi', 'Như trên (b/c)', 'Như trên;'])(
    'does not hold “%s”, which is nobody’s name',
    (text) => {
      expect(distributionOf(aContent({ recipients: [line(text)] })).recipients).toEqual([
        'UBND huyện Hương Sơn',
      ]);
    },
  );

  test('names each once and in the order of the paper, even one who is both addressee and in Nơi nhận', () => {
    const content = aContent({
      addressees: [district, line('Sở Nội vụ')],
      recipients: [line('VKSND huyện'), district],
    });

    expect(distributionOf(content)).toMatchObject({
      recipients: ['UBND huyện Hương Sơn', 'Sở Nội vụ', 'VKSND huyện'],
      copies: 2,
    });
  });

  test('counts the copy of an office that one line names and another one sends to', () => {
    const sent = line('UBND xã Sơn Mẫu', { means: 'paper' });
    const content = aContent({
      addressees: [line('UBND huyện Hương Sơn'), line('UBND xã Sơn Mẫu')],
      recipients: [district, sent, { ...sent, organizationId: 'org_son-mau' }],
    });

    expect(distributionOf(content)).toMatchObject({
      recipients: ['UBND huyện Hương Sơn', 'UBND xã Sơn Mẫu'],
      copies: 3,
    });
  });

  test('holds as many copies as its author says', () => {
    const drafterMark = { initials: 'PL', copies: 300 };

    expect(distributionOf(aContent({ drafterMark })).copies).toBe(300);
  });

  test('is written so when the number is taken', async () => {
    const { id, organizationId } = await signed(world);
    await reserveNumber(world, { submissionId: id });

    const row = await world.registers.row(organizationId, 2026, 'baoCao', 1);

    expect(row).toMatchObject({ recipients: ['UBND huyện Hương Sơn'], archive: 'VT', copies: 2 });
  });
});
