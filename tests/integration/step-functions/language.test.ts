// Does the runner speak the Amazon States Language as AWS does?
import { afterEach, expect, test } from 'vitest';
import {
  aBench,
  askWithToken,
  lambdaArn,
  lambdaError,
  MACHINE,
  oneTask,
  until,
} from './machine-under-test.ts';

let bench: ReturnType<typeof aBench>;
afterEach(() => bench.clear());

test('a Task with a function as its resource hands over its input and takes what is returned', async () => {
  bench = aBench(oneTask({ ResultPath: '$.sum' }), { work: () => 3 });
  expect(await bench.run({ a: 1 })).toMatchObject({
    status: 'SUCCEEDED',
    output: { a: 1, sum: 3 },
  });
  expect(bench.calls).toEqual([{ name: 'work', payload: { a: 1 } }]);
});

test('lambda:invoke wraps what the function returns, in any partition', async () => {
  bench = aBench(
    oneTask({
      Resource: 'arn:aws-cn:states:::lambda:invoke',
      Parameters: { FunctionName: `${lambdaArn('work')}:$LATEST`, 'Payload.$': '$' },
      ResultSelector: { 'code.$': '$.StatusCode', 'body.$': '$.Payload' },
    }),
    { work: () => ({ done: true }) },
  );
  expect(await bench.run({ a: 1 })).toMatchObject({ output: { code: 200, body: { done: true } } });
  expect(bench.calls).toEqual([{ name: 'work', payload: { a: 1 } }]);
});

test('the context tells of execution, state, machine and redrives', async () => {
  bench = aBench({
    StartAt: 'First',
    States: {
      First: { Type: 'Pass', Result: { changed: true }, Next: 'Second' },
      Second: {
        Type: 'Pass',
        Parameters: {
          'id.$': '$$.Execution.Id',
          'name.$': '$$.Execution.Name',
          'input.$': '$$.Execution.Input.a',
          'start.$': '$$.Execution.StartTime',
          'state.$': '$$.State.Name',
          'entered.$': '$$.State.EnteredTime',
          'machine.$': "States.Format('{} {}', $$.StateMachine.Name, $$.Execution.Name)",
          literal: '$$.Execution.Id',
        },
        End: true,
      },
    },
  });
  const { output, startedAt } = await bench.run({ a: 1 });
  expect(output).toMatchObject({
    id: `${MACHINE.replace('stateMachine', 'execution')}:one`,
    name: 'one',
    input: 1,
    start: new Date(startedAt).toISOString(),
    state: 'Second',
    entered: expect.stringMatching(/^\d{4}-.*Z$/),
    machine: 'Submission one',
    literal: '$$.Execution.Id',
  });
});

test('paths that mean everything and results that are empty lose nothing', async () => {
  bench = aBench({
    StartAt: 'Everything',
    States: {
      Everything: {
        Type: 'Pass',
        InputPath: '$',
        Result: 0,
        ResultPath: '$.zero',
        OutputPath: '$',
        Next: 'Replace',
      },
      Replace: { Type: 'Pass', ResultPath: '$', Next: 'Drop' },
      Drop: { Type: 'Pass', Result: 'unseen', ResultPath: null, End: true },
    },
  });
  expect(await bench.run({ a: 1 })).toMatchObject({ output: { a: 1, zero: 0 } });
});

test('a Choice goes the way of the first rule that holds, also back to itself', async () => {
  bench = aBench({
    StartAt: 'More',
    States: {
      More: {
        Type: 'Choice',
        Choices: [{ Variable: '$.count', NumericGreaterThanEquals: 3, Next: 'Enough' }],
        Default: 'Add',
      },
      Add: {
        Type: 'Pass',
        Parameters: { 'count.$': 'States.MathAdd($.count, 1)' },
        Next: 'More',
      },
      Enough: { Type: 'Succeed' },
    },
  });
  expect(await bench.run({ count: 0 })).toMatchObject({
    status: 'SUCCEEDED',
    output: { count: 3 },
  });
});

test('a Choice without a way out fails with States.NoChoiceMatched', async () => {
  bench = aBench({
    StartAt: 'Which',
    States: {
      Which: { Type: 'Choice', Choices: [{ Variable: '$.a', NumericEquals: 2, Next: 'Two' }] },
      Two: { Type: 'Succeed' },
    },
  });
  expect(await bench.run({ a: 1 })).toMatchObject({
    status: 'FAILED',
    error: 'States.NoChoiceMatched',
  });
});

test('Fail tells its error and cause, written or computed', async () => {
  bench = aBench({
    StartAt: 'Give up',
    States: {
      'Give up': { Type: 'Fail', ErrorPath: '$.code', CausePath: "States.Format('no {}', $.what)" },
    },
  });
  expect(await bench.run({ code: 'Refused', what: 'seal' })).toMatchObject({
    status: 'FAILED',
    error: 'Refused',
    cause: 'no seal',
  });
});

test('a Task is retried as often as its rules say, and the count is in the context', async () => {
  let left = 2;
  bench = aBench(
    oneTask({
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: lambdaArn('work'), Payload: { 'try.$': '$$.State.RetryCount' } },
      OutputPath: '$.Payload',
      Retry: [
        { ErrorEquals: ['Other'], MaxAttempts: 0 },
        { ErrorEquals: ['Unavailable'], IntervalSeconds: 0, MaxAttempts: 2 },
      ],
    }),
    {
      work: () => {
        if (left-- > 0) throw lambdaError('Unavailable', 'try again');
        return 'done';
      },
    },
  );
  expect(await bench.run({})).toMatchObject({ status: 'SUCCEEDED', output: 'done' });
  expect(bench.calls.map(({ payload }) => payload)).toEqual([{ try: 0 }, { try: 1 }, { try: 2 }]);
});

test('a function that keeps failing is caught, with its type and its message as JSON', async () => {
  bench = aBench(
    oneTask(
      {
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 0, MaxAttempts: 1 }],
        Catch: [
          { ErrorEquals: ['Refusal'], Next: 'Never' },
          { ErrorEquals: ['States.TaskFailed'], ResultPath: '$.failure', Next: 'Caught' },
        ],
      },
      { Caught: { Type: 'Succeed' }, Never: { Type: 'Fail' } },
    ),
    {
      work: () => {
        throw lambdaError('Unavailable', 'down');
      },
    },
  );
  expect(await bench.run({ a: 1 })).toMatchObject({
    status: 'SUCCEEDED',
    output: {
      a: 1,
      failure: {
        Error: 'Unavailable',
        Cause: JSON.stringify({ errorType: 'Unavailable', errorMessage: 'down' }),
      },
    },
  });
  expect(bench.calls).toHaveLength(2);
});

test.each([{}, { ResultPath: '$' }])(
  'a Catch that sets no place (%o) hands on the error alone',
  async (place) => {
    bench = aBench(
      oneTask(
        { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught', ...place }] },
        { Caught: { Type: 'Pass', End: true } },
      ),
      {
        work: () => {
          throw lambdaError('Refusal', 'no');
        },
      },
    );
    expect((await bench.run({ a: 1 })).output).toEqual({
      Error: 'Refusal',
      Cause: JSON.stringify({ errorType: 'Refusal', errorMessage: 'no' }),
    });
  },
);

test('a missing path ends the execution with States.Runtime, which nothing catches', async () => {
  bench = aBench(
    oneTask(
      {
        InputPath: '$.missing',
        Retry: [{ ErrorEquals: ['States.ALL'] }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      },
      { Caught: { Type: 'Succeed' } },
    ),
  );
  expect(await bench.run({})).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
});

test('a Task that takes longer than TimeoutSecondsPath allows fails with States.Timeout', async () => {
  bench = aBench(
    oneTask(
      {
        ...askWithToken,
        TimeoutSecondsPath: '$.limit',
        Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: '$.late', Next: 'Remind' }],
      },
      { Remind: { Type: 'Succeed' } },
    ),
  );
  bench.machine.start('one', { limit: 86_400 });
  const token = await bench.token('ask');
  bench.passTime(86_400_000);
  expect(await bench.ended()).toMatchObject({ output: { late: { Error: 'States.Timeout' } } });
  expect(() => bench.machine.sendTaskSuccess(token, {})).toThrowError(
    expect.objectContaining({ name: 'TaskTimedOut' }),
  );
});

test('States.TaskFailed does not mean a timeout', async () => {
  bench = aBench(
    oneTask(
      {
        ...askWithToken,
        TimeoutSeconds: 60,
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Never' }],
      },
      { Never: { Type: 'Succeed' } },
    ),
  );
  bench.machine.start('one', {});
  await bench.token('ask');
  bench.passTime(60_000);
  expect(await bench.ended()).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
});

test('a wait of months ends when its time has come, and not before', async () => {
  bench = aBench({
    StartAt: 'Wait',
    States: { Wait: { Type: 'Wait', SecondsPath: '$.seconds', End: true } },
  });
  const seconds = 90 * 86_400;
  bench.machine.start('one', { seconds });
  await until(() => bench.kept('one').strand.visit.wakeAt !== undefined);
  bench.passTime(seconds * 1000 - 60_000);
  await new Promise(setImmediate);
  expect(bench.machine.describe('one').status).toBe('RUNNING');
  bench.passTime(60_000);
  expect(await bench.ended()).toMatchObject({ status: 'SUCCEEDED', output: { seconds } });
});

test('a machine with a time limit of its own times out', async () => {
  bench = aBench({ ...oneTask(askWithToken), TimeoutSeconds: 3600 });
  bench.machine.start('one', {});
  await bench.token('ask');
  bench.passTime(3_600_000);
  expect(await bench.ended()).toMatchObject({ status: 'TIMED_OUT' });
});

const deliverEach = {
  StartAt: 'Deliver',
  States: {
    Deliver: {
      Type: 'Map',
      ItemsPath: '$.recipients',
      ItemSelector: {
        'to.$': '$$.Map.Item.Value',
        'place.$': '$$.Map.Item.Index',
        'report.$': '$.report',
        'submission.$': '$$.Execution.Name',
      },
      MaxConcurrency: 2,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Send',
        States: {
          Send: {
            Type: 'Task',
            Resource: lambdaArn('send'),
            Retry: [{ ErrorEquals: ['Unavailable'], IntervalSeconds: 0 }],
            Catch: [{ ErrorEquals: ['Refusal'], Next: 'Left out' }],
            End: true,
          },
          'Left out': { Type: 'Pass', Result: 'left out', End: true },
        },
      },
      ResultPath: '$.deliveries',
      End: true,
    },
  },
};

test('a Map runs over its items, with retries and catches of its own', async () => {
  let failures = 1;
  bench = aBench(deliverEach, {
    send: (payload) => {
      const { to, place } = payload as { to: string; place: number };
      if (to === 'b' && failures-- > 0) throw lambdaError('Unavailable', 'again');
      if (to === 'c') throw lambdaError('Refusal', 'no');
      return `${place}:${to}`;
    },
  });
  const { output } = await bench.run({ report: 'r', recipients: ['a', 'b', 'c'] });
  expect(output).toMatchObject({ deliveries: ['0:a', '1:b', 'left out'] });
  expect(bench.calls).toHaveLength(4);
  expect(bench.calls[0]?.payload).toEqual({ to: 'a', place: 0, report: 'r', submission: 'one' });
});

test('a Map over nothing gives nothing', async () => {
  bench = aBench(deliverEach);
  expect((await bench.run({ report: 'r', recipients: [] })).output).toMatchObject({
    deliveries: [],
  });
});

test('an iteration that fails fails its Map, and a task of the other iterations no longer counts', async () => {
  bench = aBench({
    StartAt: 'Ask all',
    States: {
      'Ask all': {
        Type: 'Map',
        ItemProcessor: { StartAt: 'Ask', States: { Ask: { ...askWithToken, End: true } } },
        Catch: [{ ErrorEquals: ['Refusal'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Wait', Seconds: 3600, End: true },
    },
  });
  bench.machine.start('one', ['a', 'b']);
  const [first, second] = [await bench.token('ask', 1), await bench.token('ask', 2)];
  bench.machine.sendTaskFailure(first, 'Refusal', 'no');
  await expect.poll(() => bench.machine.history('one').at(-1)?.state).toBe('Caught');
  expect(() => bench.machine.sendTaskSuccess(second, {})).toThrowError(
    expect.objectContaining({ name: 'TaskTimedOut' }),
  );
});

test('tokens within a Map are answered one by one', async () => {
  bench = aBench({
    StartAt: 'Ask all',
    States: {
      'Ask all': {
        Type: 'Map',
        ItemProcessor: { StartAt: 'Ask', States: { Ask: { ...askWithToken, End: true } } },
        End: true,
      },
    },
  });
  bench.machine.start('one', ['a', 'b']);
  const tokens = [await bench.token('ask', 1), await bench.token('ask', 2)];
  bench.machine.sendTaskSuccess(tokens[1] ?? '', 'second');
  await bench.reopen();
  bench.machine.sendTaskSuccess(tokens[0] ?? '', 'first');
  expect(await bench.ended()).toMatchObject({ output: ['first', 'second'] });
});

test('a Parallel gives the outputs of its branches in their order', async () => {
  bench = aBench(
    {
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Parameters: { 'x.$': '$.a' },
          Branches: ['left', 'right'].map((side) => ({
            StartAt: side,
            States: { [side]: { Type: 'Task', Resource: lambdaArn(side), End: true } },
          })),
          End: true,
        },
      },
    },
    { left: (x) => ({ left: x }), right: (x) => ({ right: x }) },
  );
  expect(await bench.run({ a: 1 })).toMatchObject({
    output: [{ left: { x: 1 } }, { right: { x: 1 } }],
  });
});

test('more than 256 KiB between states is States.DataLimitExceeded, which States.ALL does not catch', async () => {
  bench = aBench(
    oneTask(
      { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] },
      { Caught: { Type: 'Succeed' } },
    ),
    { work: () => 'x'.repeat(262_143) },
  );
  expect(await bench.run({})).toMatchObject({
    status: 'FAILED',
    error: 'States.DataLimitExceeded',
  });
});
