// When are EventBridge's schedules due here, and which events does a rule hear?
import { describe, expect, it } from 'vitest';
import { fits } from '../../infra/local/events/bus.ts';
import { nextOf } from '../../infra/local/events/schedule.ts';

const after = (schedule: string, now: string) =>
  new Date(nextOf(schedule, Date.parse(now))).toISOString();

describe('a schedule', () => {
  it.each([
    ['rate(5 minutes)', '2026-11-22T10:00:30Z', '2026-11-22T10:05:30.000Z'],
    ['rate(1 day)', '2026-11-22T10:00:00Z', '2026-11-23T10:00:00.000Z'],
    ['cron(0 18 ? * MON-FRI *)', '2026-11-20T18:00:00Z', '2026-11-23T18:00:00.000Z'],
    ['cron(0/15 9-16 * * ? *)', '2026-11-22T16:46:00Z', '2026-11-23T09:00:00.000Z'],
    ['cron(30 1 1 JAN,JUL ? *)', '2026-11-22T00:00:00Z', '2027-01-01T01:30:00.000Z'],
  ])('%s is due next after %s at %s', (schedule, now, due) => {
    expect(after(schedule, now)).toBe(due);
  });

  it('that is never due is refused', () => {
    expect(() => nextOf('cron(0 0 31 2 ? *)', 0)).toThrow('never due');
    expect(() => nextOf('every now and then', 0)).toThrow('never due');
  });
});

describe('a rule', () => {
  const event = { source: 'aws.states', detail: { status: 'FAILED', name: 'sbm_1', output: null } };

  it('hears an event whose every field it names', () => {
    expect(fits({ source: ['aws.states'], detail: { status: ['FAILED', 'ABORTED'] } }, event)).toBe(
      true,
    );
    expect(
      fits({ detail: { name: [{ prefix: 'sbm_' }], cause: [{ exists: false }] } }, event),
    ).toBe(true);
  });

  it('does not hear an event that differs in one field', () => {
    expect(fits({ source: ['aws.states'], detail: { status: ['ABORTED'] } }, event)).toBe(false);
    expect(fits({ detail: { status: [{ 'anything-but': ['FAILED'] }] } }, event)).toBe(false);
    expect(fits({ 'detail-type': ['Scheduled Event'] }, event)).toBe(false);
  });

  it('hears of a field that is not there only by asking for its absence, however deep it would lie', () => {
    const within = (wanted: unknown) => ({ detail: { who: { role: [wanted] } } });
    expect(fits(within({ exists: false }), event)).toBe(true);
    expect(fits(within({ 'anything-but': ['sign'] }), event)).toBe(false);
  });

  it('hears an event that fits one of several ways, and anything but what begins so', () => {
    const ways = [{ detail: { name: [{ 'anything-but': { prefix: 'sbm_' } }] } }];
    expect(fits({ $or: ways }, event)).toBe(false);
    expect(fits({ $or: [...ways, { source: ['aws.states'] }] }, event)).toBe(true);
  });

  it('that asks for something unknown here says so', () => {
    expect(() => fits({ source: [{ wildcard: 'aws.*' }] }, event)).toThrow('wildcard');
  });
});
