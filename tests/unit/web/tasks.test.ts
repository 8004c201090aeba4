// In which order does a clerk find what is to be done, though it comes in two lists and by pages?
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../functions/domain/instant-of.ts';
import { nextAfter, type Task, together } from '../../../web/registry/queue/tasks.ts';

const task = (key: string, since: string, urgency: Task['urgency'] = null): Task => ({
  kind: 'seal',
  key,
  who: 'Trần Thị Thu Hà',
  subject: key,
  symbol: 'BC-UBND',
  urgency,
  since: instantOf(Date.parse(`2026-11-${since}T02:00:00Z`)),
  of: { submissionId: key },
});
const keys = (tasks: Task[]) => tasks.map(({ key }) => key);
const whole = (...tasks: Task[]) => ({ tasks, isMore: false });

describe('what is to be done', () => {
  test('is first what is most urgent, then what has waited longest, of whichever list', () => {
    const waiting = whole(task('urgent', '27', 'urgent'), task('new', '26'));
    const held = whole(task('at once', '28', 'immediate'), task('old', '02'));

    expect(keys(together([waiting, held]))).toEqual(['at once', 'urgent', 'old', 'new']);
  });

  test('is not shown before what its list has yet to say could come before it', () => {
    const waiting = { tasks: [task('first', '03'), task('second', '10')], isMore: true };
    const held = whole(task('old', '02'), task('late', '20'));

    // Of the 20th, it may be preceded by what the first list goes on with.
    expect(keys(together([waiting, held]))).toEqual(['old', 'first', 'second']);
    expect(keys(together([{ ...waiting, isMore: false }, held]))).toEqual([
      ...['old', 'first', 'second', 'late'],
    ]);
  });

  test('goes on with the next that is not done, and from the end with the first', () => {
    const rows = [task('a', '01'), task('b', '02'), task('c', '03')];
    const isToDo = ({ key }: Task) => key !== 'b';

    expect(nextAfter(rows, 0, isToDo)).toBe(2);
    expect(nextAfter(rows, 2, isToDo)).toBe(0);
    expect(nextAfter(rows, 0, ({ key }) => key === 'a')).toBe(-1);
  });
});
