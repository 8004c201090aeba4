// Does AWS's own client understand the API that answers for a machine here?
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  RedriveExecutionCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerStates, statesActionOf } from '../../../infra/local/step-functions/states-api.ts';
import { aBench, askWithToken, MACHINE, oneTask } from './machine-under-test.ts';

let bench: ReturnType<typeof aBench>;
let server: ReturnType<typeof createServer>;
let client: SFNClient;

beforeEach(async () => {
  bench = aBench(oneTask(askWithToken));
  server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const target = String(request.headers['x-amz-target']);
    const { status, headers, body } = answerStates([bench.machine], target, Buffer.concat(chunks));
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  client = new SFNClient({
    region: 'ap-southeast-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
});

afterEach(async () => {
  client.destroy();
  await new Promise((closed) => server.close(closed));
  await bench.clear();
});

const start = (name: string, input: unknown = {}) =>
  client.send(
    new StartExecutionCommand({ stateMachineArn: MACHINE, name, input: JSON.stringify(input) }),
  );

test('an execution is started, asked about, answered and seen in its history', async () => {
  const { executionArn, startDate } = await start('one', { report: 'r' });
  expect(startDate).toBeInstanceOf(Date);
  const taskToken = await bench.token('ask');
  await client.send(new SendTaskHeartbeatCommand({ taskToken }));
  await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"agreed":true}' }));
  await bench.ended();

  const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
  expect(execution).toMatchObject({
    status: 'SUCCEEDED',
    name: 'one',
    stateMachineArn: MACHINE,
    input: '{"report":"r"}',
    output: '{"agreed":true}',
  });
  const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
  expect(events?.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
  expect(events?.[1]?.stateEnteredEventDetails?.name).toBe('Work');
});

test('a failure, a stop and a redrive are told with their error and cause', async () => {
  const { executionArn } = await start('one');
  const taskToken = await bench.token('ask');
  await client.send(new SendTaskFailureCommand({ taskToken, error: 'Refusal', cause: 'no' }));
  await bench.ended();
  const describe = () => client.send(new DescribeExecutionCommand({ executionArn }));
  expect(await describe()).toMatchObject({
    status: 'FAILED',
    error: 'Refusal',
    cause: 'no',
    redriveStatus: 'REDRIVABLE',
  });
  await client.send(new RedriveExecutionCommand({ executionArn }));
  expect(await describe()).toMatchObject({
    status: 'RUNNING',
    redriveCount: 1,
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: 'Execution is RUNNING and cannot be redriven.',
  });
  await client.send(new StopExecutionCommand({ executionArn, cause: 'enough' }));
  expect(await describe()).toMatchObject({ status: 'ABORTED', cause: 'enough' });
});

test('a list comes in pages', async () => {
  for (const name of ['one', 'two', 'three']) await start(name);
  const list = (nextToken?: string) =>
    client.send(
      new ListExecutionsCommand({
        stateMachineArn: MACHINE,
        statusFilter: 'RUNNING',
        maxResults: 2,
        ...(nextToken !== undefined && { nextToken }),
      }),
    );
  const first = await list();
  const second = await list(first.nextToken);
  expect([first.executions?.length, second.executions?.length]).toEqual([2, 1]);
  expect(second.nextToken).toBeUndefined();
});

test.each<[string, () => Promise<unknown>]>([
  ['ExecutionAlreadyExists', () => start('one', {}).then(() => start('one', { other: 1 }))],
  ['InvalidName', () => start('a b')],
  [
    'InvalidExecutionInput',
    () =>
      client.send(new StartExecutionCommand({ stateMachineArn: MACHINE, name: 'x', input: '{' })),
  ],
  [
    'StateMachineDoesNotExist',
    () => client.send(new StartExecutionCommand({ stateMachineArn: `${MACHINE}2`, name: 'x' })),
  ],
  [
    'ExecutionDoesNotExist',
    () => client.send(new DescribeExecutionCommand({ executionArn: `${MACHINE}:nobody` })),
  ],
  [
    'InvalidToken',
    () => client.send(new SendTaskSuccessCommand({ taskToken: 'forged', output: '{}' })),
  ],
  [
    'InvalidOutput',
    () => client.send(new SendTaskSuccessCommand({ taskToken: 'forged', output: '{' })),
  ],
  [
    'ValidationException',
    () => client.send(new SendTaskHeartbeatCommand({ taskToken: 'x'.repeat(2049) })),
  ],
])('%s reaches the client as the exception of that name', async (name, request) => {
  await expect(request()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
});

test('a token that was answered reaches the client as TaskTimedOut', async () => {
  await start('one');
  const taskToken = await bench.token('ask');
  const answer = () => client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
  await answer();
  await expect(answer()).rejects.toMatchObject({ name: 'TaskTimedOut' });
});

test('a request is known to IAM by its action and the resource it names', () => {
  const actionOf = (target: string, body: object) =>
    statesActionOf(`AWSStepFunctions.${target}`, JSON.stringify(body), 'ap-southeast-1', '0');
  expect(actionOf('StartExecution', { stateMachineArn: MACHINE })).toEqual({
    action: 'states:StartExecution',
    resources: [MACHINE],
  });
  expect(actionOf('SendTaskSuccess', { taskToken: 't' })).toEqual({
    action: 'states:SendTaskSuccess',
    resources: ['*'],
  });
});
