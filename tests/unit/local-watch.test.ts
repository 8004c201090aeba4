// Does this machine judge metrics, filters and alarms as CloudWatch does? By AWS's own examples.
import { describe, expect, it } from 'vitest';
import { filterPattern } from '../../infra/local/watch/filter-pattern.ts';
import { judgeAlarm, rings } from '../../infra/local/watch/judge-alarm.ts';
import { openMetricData } from '../../infra/local/watch/metric-data.ts';
import { reckon } from '../../infra/local/watch/metric-math.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-30T12:00:00Z');
const FAILURES = { namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: 'sign' } };

describe('an alarm with missing data', () => {
  /** AWS's two tables: 0 within the threshold, X beyond it, - missing; three of three, then two of three. */
  it.each([
    ['0 - X - X', 3, { breaching: false, notBreaching: false }],
    ['0 - - - -', 3, { breaching: false, notBreaching: false }],
    ['- - - - -', 3, { breaching: true, notBreaching: false }],
    ['0 X X - X', 3, { breaching: true, notBreaching: true }],
    ['- - - - X', 3, { breaching: true, notBreaching: false }],
    ['0 - X - X', 2, { breaching: true, notBreaching: true }],
    ['0 0 X 0 X', 2, { breaching: true, notBreaching: true }],
    ['0 - X - -', 2, { breaching: true, notBreaching: false }],
    ['- - - - 0', 2, { breaching: true, notBreaching: false }],
    ['- - - - X', 2, { breaching: true, notBreaching: false }],
  ])('%s, of which %i must be breaching', (points, datapointsToAlarm, expected) => {
    const seen = points.split(' ').map((point) => (point === '-' ? undefined : point === 'X'));
    const judged = (missing: string) =>
      rings(seen, { evaluationPeriods: 3, datapointsToAlarm, missing });
    expect({ breaching: judged('breaching'), notBreaching: judged('notBreaching') }).toEqual(
      expected,
    );
  });

  it('is not judged in a way that nobody here knows', () => {
    const alarm = { evaluationPeriods: 1, datapointsToAlarm: 1, missing: 'ignore' };
    expect(() => rings([undefined], alarm)).toThrow('ignore');
  });
});

describe('an alarm', () => {
  const alarm = {
    id: 'sign-fails',
    name: 'sign-fails',
    description: '',
    queries: [
      { id: 'failed', compared: false, metric: FAILURES, statistic: 'Sum' },
      { id: 'rest', compared: true, expression: 'failed - FILL(foreseen, 0)' },
      {
        id: 'foreseen',
        compared: false,
        metric: { ...FAILURES, name: 'Foreseen' },
        statistic: 'Sum',
      },
    ],
    periodSeconds: 300,
    threshold: 1,
    comparison: 'GreaterThanOrEqualToThreshold',
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    missing: 'notBreaching',
  };
  const judged = (...values: [name: string, value: number][]) => {
    const data = openMetricData();
    for (const [name, value] of values) data.put({ ...FAILURES, name, value, at: NOON });
    return (minutes: number) =>
      judgeAlarm(alarm, data, { at: NOON + minutes * MINUTE, since: NOON });
  };

  it('rings from the failure on, until its period and those that AWS looks at besides have passed', () => {
    const at = judged(['Errors', 1]);
    expect([0, 4, 14, 15].map(at)).toEqual(['ALARM', 'ALARM', 'ALARM', 'OK']);
  });

  it('is reckoned from several metrics, and knows nothing of what was never measured', () => {
    expect(judged(['Errors', 1], ['Foreseen', 1])(0)).toBe('OK');
    expect(judged(['Errors', 2], ['Foreseen', 1])(0)).toBe('ALARM');
    expect(judged(['Foreseen', 1])(0)).toBe('OK');
  });

  it('for silence knows nothing until it has listened for so long', () => {
    const silence = { ...alarm, comparison: 'LessThanThreshold', missing: 'breaching' };
    const at = (minutes: number) =>
      judgeAlarm(silence, openMetricData(), { at: NOON + minutes * MINUTE, since: NOON });
    expect([14, 15].map(at)).toEqual(['INSUFFICIENT_DATA', 'ALARM']);
  });
});

describe('a metric', () => {
  const data = openMetricData();
  for (const [minute, value] of [10, 20, 30, 40].entries()) {
    data.put({ ...FAILURES, value, at: NOON + minute * MINUTE });
  }
  const within = (statistic: string, minutes = 4) =>
    data.statistic(FAILURES, statistic, { from: NOON, until: NOON + minutes * MINUTE });

  it.each([
    ['Sum', 100],
    ['SampleCount', 4],
    ['Average', 25],
    ['Minimum', 10],
    ['Maximum', 40],
    ['p50', 20],
    ['p95', 40],
  ])('comes to its %s, %i', (statistic, value) => {
    expect(within(statistic)).toBe(value);
  });

  it('is the same however its dimensions are ordered, and another with others', () => {
    const two = openMetricData();
    const at = { from: NOON, until: NOON + MINUTE };
    two.put({ ...FAILURES, dimensions: { a: '1', b: '2' }, value: 1, at: NOON });
    expect(two.statistic({ ...FAILURES, dimensions: { b: '2', a: '1' } }, 'Sum', at)).toBe(1);
    expect(two.statistic(FAILURES, 'Sum', at)).toBeUndefined();
  });

  it('ends with the minutes that are asked for', () => {
    expect(within('Sum', 2)).toBe(30);
  });

  it('has no statistic that nobody here knows', () => {
    expect(() => within('TM90')).toThrow('TM90');
  });
});

describe('a filter pattern', () => {
  const line = {
    user: { id: 1, email: 'John.Stiles@example.com' },
    actions: ['GET', 'PUT'],
    message: '{"message":"a mail was not sent"}',
    status: '500',
  };
  it.each([
    ['{ $.user.id = 1 }', true],
    ['{ $.user.id > 1 }', false],
    ['{ $.user.email = "John.Stiles@example.com" && $.user.id = 2 }', false],
    ['{ ($.user.id = 2 && $.user.id = 1) || $.status = "500" }', true],
    ['{ $.user.id = 1 || $.status = "1" && $.status = "2" }', true],
    ['{ ($.user.id = 1 || $.status = "1") && $.status = "2" }', false],
    ['{ $.message = "*a mail was not sent*" }', true],
    ['{ $.message = "a mail was not sent" }', false],
    ['{ $.status = 50* }', true],
    ['{ $.status != "500" }', false],
    ['{ $.status >= 500 }', false],
    ['{ $.actions = "GET" }', false],
    ['{ $.actions != "GET" }', false],
    ['{ $.nothing != "GET" }', false],
  ])('%s fits: %s', (pattern, expected) => {
    expect(filterPattern(pattern)(line)).toBe(expected);
  });

  it.each(['ERROR', '{ $.a IS NULL }', '{ $.a = }', '{ ($.a = 1 }', '{ $.a = 1 ) }'])(
    '%s is refused',
    (pattern) => {
      expect(() => filterPattern(pattern)).toThrow();
    },
  );
});

describe('an expression', () => {
  it.each([
    ['a - b', 3],
    ['a - FILL(c, 1) * 2', 3],
    ['(a - FILL(c, 1)) / 2', 2],
    ['a - c', undefined],
  ])('%s comes to %s', (expression, value) => {
    expect(reckon(expression, { a: 5, b: 2, c: undefined })).toBe(value);
  });

  it.each(['a - d', 'RATE(a)', 'a -', 'a b'])('%s is refused', (expression) => {
    expect(() => reckon(expression, { a: 1, b: 1 })).toThrow();
  });
});
