// Do executions start, answer, stop and go on again as AWS Step Functions Standard says?
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  aBench,
  askWithToken,
  lambdaArn,
  lambdaError,
  oneTask,
  until,
} from './machine-under-test.ts';

let bench: ReturnType<typeof aBench>;
afterEach(() => bench.clear());

const asking = oneTask(askWithToken);
const refusal = (name: string) => expect.objectContaining({ name });

test('starting again with the same input while it runs is the same execution', async () => {
  bench = aBench(asking);
  const first = bench.machine.start('one', { a: 1, b: 2 });
  expect(bench.machine.start('one', { b: 2, a: 1 })).toEqual(first);
  await bench.token('ask');
  expect(bench.calls).toHaveLength(1);
});

test('a name that was used with other input, or whose execution has ended, is taken', async () => {
  bench = aBench(asking);
  bench.machine.start('one', { a: 1 });
  expect(() => bench.machine.start('one', { a: 2 })).toThrow(refusal('ExecutionAlreadyExists'));
  bench.machine.sendTaskSuccess(await bench.token('ask'), {});
  await bench.ended();
  expect(() => bench.machine.start('one', { a: 1 })).toThrow(refusal('ExecutionAlreadyExists'));
});

test.each(['', 'x'.repeat(81), 'a b', 'a/b', 'a:b', 'a*', 'a\n', 'a"b'])(
  'the name %j is refused',
  (name) => {
    bench = aBench(asking);
    expect(() => bench.machine.start(name, {})).toThrow(refusal('InvalidName'));
  },
);

test('a name of 80 letters of any language, or of dots, is a name', async () => {
  bench = aBench(oneTask({}));
  const names = ['x'.repeat(80), 'ý'.repeat(80), '..'];
  for (const name of names) expect(await bench.run({}, name)).toMatchObject({ name });
  await bench.reopen();
  expect(
    bench.machine
      .list()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(names.sort());
});

test('input of 262,144 bytes is taken, one more is refused', async () => {
  bench = aBench({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });
  expect(await bench.run('x'.repeat(262_142), 'fits')).toMatchObject({ status: 'SUCCEEDED' });
  expect(() => bench.machine.start('too-large', 'x'.repeat(262_143))).toThrow(
    refusal('InvalidExecutionInput'),
  );
});

test('a token counts once', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  const token = await bench.token('ask');
  bench.machine.sendTaskHeartbeat(token);
  bench.machine.sendTaskSuccess(token, { agreed: true });
  expect(() => bench.machine.sendTaskSuccess(token, {})).toThrow(refusal('TaskTimedOut'));
  expect(() => bench.machine.sendTaskHeartbeat(token)).toThrow(refusal('TaskTimedOut'));
  expect(await bench.ended()).toMatchObject({ output: { agreed: true } });
});

test('a token that is forged, foreign or changed opens nothing', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  const token = await bench.token('ask');
  const other = Buffer.from(token, 'base64url').toString().replace(':one ', ':two ');
  const foreign = Buffer.from(other).toString('base64url');
  const flipped = Buffer.from(token, 'base64url')
    .toString()
    .replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const guessed = Buffer.from(flipped).toString('base64url');
  expect(() => bench.machine.sendTaskSuccess('nonsense', {})).toThrow(refusal('InvalidToken'));
  expect(() => bench.machine.sendTaskSuccess(foreign, {})).toThrow(refusal('TaskDoesNotExist'));
  expect(() => bench.machine.sendTaskSuccess(guessed, {})).toThrow(refusal('TaskTimedOut'));
  expect(bench.machine.describe('one').status).toBe('RUNNING');
});

test('a token may be answered before the function that was handed it has returned', async () => {
  const returning = Promise.withResolvers<void>();
  bench = aBench(asking, { ask: () => returning.promise });
  bench.machine.start('one', {});
  bench.machine.sendTaskSuccess(await bench.token('ask'), 'early');
  expect(await bench.ended()).toMatchObject({ status: 'SUCCEEDED', output: 'early' });
  returning.resolve();
});

test('a function that fails after its token was answered changes nothing', async () => {
  const returning = Promise.withResolvers<void>();
  bench = aBench(asking, { ask: () => returning.promise });
  bench.machine.start('one', {});
  bench.machine.sendTaskSuccess(await bench.token('ask'), 'early');
  returning.reject(lambdaError('Late', 'too late'));
  expect(await bench.ended()).toMatchObject({ status: 'SUCCEEDED', output: 'early' });
});

test('a function that fails to ask fails the state that waits for the token', async () => {
  bench = aBench(asking, {
    ask: () => {
      throw lambdaError('Refusal', 'nobody to ask');
    },
  });
  expect(await bench.run({})).toMatchObject({ status: 'FAILED', error: 'Refusal' });
});

test('an answer larger than 256 KiB is refused and the token still counts', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  const token = await bench.token('ask');
  expect(() => bench.machine.sendTaskSuccess(token, 'x'.repeat(262_143))).toThrow(
    refusal('InvalidOutput'),
  );
  bench.machine.sendTaskSuccess(token, 'short');
  expect(await bench.ended()).toMatchObject({ output: 'short' });
});

test('each retry of a token task has a token of its own', async () => {
  bench = aBench(
    oneTask({ ...askWithToken, Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 0 }] }),
  );
  bench.machine.start('one', {});
  const first = await bench.token('ask', 1);
  bench.machine.sendTaskFailure(first, 'Again', 'once more');
  const second = await bench.token('ask', 2);
  expect(second).not.toBe(first);
  expect(() => bench.machine.sendTaskSuccess(first, {})).toThrow(refusal('TaskTimedOut'));
  bench.machine.sendTaskSuccess(second, 'done');
  expect(await bench.ended()).toMatchObject({ output: 'done' });
});

test('a pause before a retry, and how many are left, outlive a restart', async () => {
  bench = aBench(
    oneTask({
      Retry: [
        { ErrorEquals: ['States.ALL'], IntervalSeconds: 600, BackoffRate: 3, MaxAttempts: 2 },
      ],
    }),
    {
      work: () => {
        throw lambdaError('Unavailable', 'down');
      },
    },
  );
  bench.machine.start('one', {});
  for (const [tries, pause] of [
    [1, 600],
    [2, 1800],
  ] as const) {
    await until(() => bench.kept().strand.visit.retries[0] === tries);
    await bench.reopen();
    expect(bench.calls).toHaveLength(tries);
    bench.passTime(pause * 1000);
  }
  expect(await bench.ended()).toMatchObject({ status: 'FAILED', error: 'Unavailable' });
  expect(bench.calls).toHaveLength(3);
});

test('a stopped execution has ended and its token no longer counts', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  const token = await bench.token('ask');
  bench.machine.stop('one', 'Withdrawn', 'by the drafter');
  expect(bench.machine.describe('one')).toMatchObject({
    status: 'ABORTED',
    error: 'Withdrawn',
    cause: 'by the drafter',
  });
  expect(() => bench.machine.sendTaskSuccess(token, {})).toThrow(refusal('TaskTimedOut'));
});

test('a redrive goes on at the state that failed, and counts', async () => {
  let healthy = false;
  bench = aBench(
    {
      StartAt: 'Number',
      States: {
        Number: { Type: 'Pass', Result: { number: 118 }, Next: 'Work' },
        ...oneTask({ ResultPath: '$.signed' }).States,
      },
    },
    {
      work: () => {
        if (!healthy) throw lambdaError('Unavailable', 'no key');
        return true;
      },
    },
  );
  expect(await bench.run({})).toMatchObject({ status: 'FAILED', redriveCount: 0 });
  healthy = true;
  await bench.reopen();
  bench.machine.redrive('one');
  expect(await bench.ended()).toMatchObject({
    status: 'SUCCEEDED',
    output: { number: 118, signed: true },
    redriveCount: 1,
  });
  const entered = bench.machine.history('one').filter(({ type }) => type === 'PassStateEntered');
  expect(entered).toHaveLength(1);
  expect(bench.changes.map(({ status }) => status)).toEqual([
    'RUNNING',
    'FAILED',
    'RUNNING',
    'SUCCEEDED',
  ]);
  expect(bench.machine.describe('one').error).toBeUndefined();
});

test('a redrive of a Map repeats only the iterations that had not ended', async () => {
  let healthy = false;
  bench = aBench(
    {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          MaxConcurrency: 1,
          ItemProcessor: oneTask({}),
          End: true,
        },
      },
    },
    {
      work: (item) => {
        if (item === 'b' && !healthy) throw lambdaError('Unavailable', 'down');
        return item;
      },
    },
  );
  expect(await bench.run(['a', 'b', 'c'])).toMatchObject({ status: 'FAILED' });
  healthy = true;
  bench.machine.redrive('one');
  expect(await bench.ended()).toMatchObject({ output: ['a', 'b', 'c'] });
  expect(bench.calls.map(({ payload }) => payload)).toEqual(['a', 'b', 'b', 'c']);
});

test('what runs, what succeeded and what failed more than 14 days ago is not redriven', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  expect(() => bench.machine.redrive('one')).toThrow(refusal('ExecutionNotRedrivable'));
  bench.machine.stop('one');
  bench.passTime(14 * 86_400_000 + 1000);
  expect(() => bench.machine.redrive('one')).toThrow(refusal('ExecutionNotRedrivable'));
});

test('what was started more than a year ago is not redriven', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  bench.passTime(365 * 86_400_000);
  bench.machine.stop('one');
  bench.passTime(1000);
  expect(() => bench.machine.redrive('one')).toThrow(refusal('ExecutionNotRedrivable'));
});

test('what has no room left in its history is not redriven', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  bench.machine.stop('one');
  await bench.machine.close();
  const kept = bench.kept();
  const event = { at: Date.now(), type: 'TaskStateEntered', state: 'Ask' };
  bench.keep({ ...kept, history: Array(24_999).fill(event) });
  await bench.reopen();
  expect(() => bench.machine.redrive('one')).toThrow(refusal('ExecutionNotRedrivable'));
  await bench.machine.close();
  bench.keep({ ...kept, history: Array(24_998).fill(event) });
  await bench.reopen();
  bench.machine.redrive('one');
  expect(bench.machine.describe('one').status).toBe('RUNNING');
});

test('what ended more than 90 days ago is forgotten, and its name is free again', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  bench.machine.stop('one');
  bench.passTime(90 * 86_400_000 - 60_000);
  expect(() => bench.machine.start('one', {})).toThrow(refusal('ExecutionAlreadyExists'));
  bench.passTime(61_000);
  expect(() => bench.machine.describe('one')).toThrow(refusal('ExecutionDoesNotExist'));
  expect(bench.machine.list()).toEqual([]);
  bench.machine.start('one', {});
  expect(bench.machine.describe('one').status).toBe('RUNNING');
});

test('an execution keeps the definition it started with over a deployment', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  const token = await bench.token('ask');
  await bench.reopen({ StartAt: 'Other', States: { Other: { Type: 'Succeed' } } });
  bench.machine.sendTaskSuccess(token, 'as before');
  expect(await bench.ended()).toMatchObject({ status: 'SUCCEEDED', output: 'as before' });
});

test('what is deployed while the machine is open is for those that start from then on', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  const token = await bench.token('ask');
  bench.machine.update({ StartAt: 'Other', States: { Other: { Type: 'Succeed' } } });
  expect(await bench.run('at once', 'two')).toMatchObject({ output: 'at once' });
  bench.machine.sendTaskSuccess(token, 'as before');
  expect(await bench.ended()).toMatchObject({ status: 'SUCCEEDED', output: 'as before' });
});

test('closing waits for the call under way, keeps its result and starts nothing more', async () => {
  const returning = Promise.withResolvers<string>();
  bench = aBench(
    {
      StartAt: 'Work',
      States: {
        Work: { Type: 'Task', Resource: lambdaArn('work'), Next: 'More' },
        More: { Type: 'Task', Resource: lambdaArn('more'), End: true },
      },
    },
    { work: () => returning.promise, more: (payload) => payload },
  );
  bench.machine.start('one', {});
  await until(() => bench.calls.length === 1);
  const closed = bench.machine.close();
  returning.resolve('worked');
  await closed;
  expect(bench.calls).toHaveLength(1);
  expect(bench.kept()).toMatchObject({
    status: 'RUNNING',
    strand: { visit: { state: 'Work', attempt: { answer: { output: 'worked' } } } },
  });
  await bench.reopen();
  expect(await bench.ended()).toMatchObject({ output: 'worked' });
  expect(bench.calls.map(({ name }) => name)).toEqual(['work', 'more']);
});

test('a function that has handed out its token is not called again after a restart', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  const token = await bench.token('ask');
  await until(() => bench.kept().strand.visit.attempt?.invoked === true);
  await bench.reopen();
  bench.machine.sendTaskSuccess(token, 'still good');
  expect(await bench.ended()).toMatchObject({ output: 'still good' });
  expect(bench.calls).toHaveLength(1);
});

test('a listener that is down is told again, in order', async () => {
  const heard: string[] = [];
  let failures = 2;
  bench = aBench(
    { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } },
    {},
    {
      onStatusChange: async ({ status }) => {
        if (failures-- > 0) throw new Error('down');
        heard.push(status);
      },
    },
  );
  bench.machine.start('one', {});
  await until(() => heard.length === 2);
  expect(heard).toEqual(['RUNNING', 'SUCCEEDED']);
});

test('a status change that nobody was told of is told after a restart', async () => {
  let down = true;
  const heard: string[] = [];
  bench = aBench(
    { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } },
    {},
    {
      onStatusChange: async ({ status }) => {
        if (down) throw new Error('down');
        heard.push(status);
      },
    },
  );
  await bench.run({});
  await bench.machine.close();
  down = false;
  await bench.reopen();
  await until(() => heard.length === 2);
  expect(heard).toEqual(['RUNNING', 'SUCCEEDED']);
});

test('a list is by status, newest first', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  bench.passTime(1000);
  bench.machine.start('two', {});
  bench.passTime(1000);
  bench.machine.start('three', {});
  bench.machine.stop('two');
  const names = (status?: 'RUNNING' | 'ABORTED') =>
    bench.machine.list(status).map(({ name }) => name);
  expect(names()).toEqual(['three', 'two', 'one']);
  expect(names('RUNNING')).toEqual(['three', 'one']);
  expect(names('ABORTED')).toEqual(['two']);
  expect(() => bench.machine.describe('four')).toThrow(refusal('ExecutionDoesNotExist'));
});

test('a damaged file is named in one sentence', async () => {
  bench = aBench(asking);
  bench.machine.start('one', {});
  await bench.token('ask');
  await bench.machine.close();
  const file = join(bench.folder, 'executions', 'one', 'execution.json');
  writeFileSync(file, '{"arn":');
  await expect(bench.reopen()).rejects.toThrow(`${file} is damaged`);
});

test('no more calls are under way at once than there is room for, and each takes its turn', async () => {
  const answers: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => answers.push(resolve));
  bench = aBench(oneTask({}), { work }, { callsAtOnce: 2 });
  for (const name of ['one', 'two', 'three', 'four']) bench.machine.start(name, name);
  await until(() => answers.length === 2);

  answers.shift()?.();
  await until(() => answers.length === 2);
  expect(bench.calls.map(({ payload }) => payload)).toEqual(['one', 'two', 'three']);
  for (let left = 3; left > 0; left -= 1) {
    await until(() => answers.length > 0);
    answers.shift()?.();
  }

  expect(await bench.ended('four')).toMatchObject({ status: 'SUCCEEDED' });
});

test('a task that waits for room has its whole time before it', async () => {
  const answers: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => answers.push(resolve));
  bench = aBench(oneTask({ TimeoutSeconds: 60 }), { work }, { callsAtOnce: 1 });
  bench.machine.start('one', {});
  await until(() => answers.length === 1);
  bench.machine.start('two', {});

  bench.passTime(61_000);
  expect(await bench.ended('one')).toMatchObject({ error: 'States.Timeout' });
  answers.shift()?.();
  await until(() => answers.length === 1);
  bench.passTime(59_000);
  answers.shift()?.();

  expect(await bench.ended('two')).toMatchObject({ status: 'SUCCEEDED' });
});

test('a machine that closes gives up what waits for room, and takes it up again', async () => {
  const answers: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => answers.push(resolve));
  bench = aBench(oneTask({}), { work }, { callsAtOnce: 1 });
  for (const name of ['one', 'two']) bench.machine.start(name, {});
  await until(() => answers.length === 1);
  const reopened = bench.reopen();
  answers.shift()?.();
  await reopened;

  await until(() => answers.length === 1);
  expect(bench.calls).toHaveLength(2);
  answers.shift()?.();

  expect(await bench.ended('two')).toMatchObject({ status: 'SUCCEEDED' });
});
