// Can a service from outside be plugged into the endpoint? The SDK's calls in all its protocols reach
// it, signed paths and all, and its refusals reach the SDK.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AwsError } from '../../../infra/local/aws/aws-error.ts';
import type { AwsRequest, Caller, Service } from '../../../infra/local/aws/service.ts';
import {
  clientSettings,
  freshFolder,
  functionWith,
  type LocalAws,
  machine,
  place,
  startLocalAws,
} from './local-aws.ts';

const calls: { caller: Caller; action: string; request: AwsRequest }[] = [];
const functionArn = `arn:aws:lambda:${place.region}:${place.account}:function:render`;

const recording =
  (action: string, resource: string): Service =>
  (request) => ({
    action,
    needs: [{ action, resources: [resource], context: {} }],
    answer(caller) {
      calls.push({ caller, action, request });
      const headers = { 'content-type': 'application/json' };
      return { status: 200, headers, body: Buffer.from('{}') };
    },
  });

let aws: LocalAws;
let home: Awaited<ReturnType<typeof freshFolder>>;

beforeAll(async () => {
  home = await freshFolder();
  aws = await startLocalAws({
    folder: home.folder,
    services: {
      lambda: recording('lambda:InvokeFunction', functionArn),
      ses: recording('ses:SendEmail', '*'),
      states: (request) => ({
        ...recording('states:StartExecution', '*')(request),
        answer() {
          throw new AwsError(400, 'ExecutionAlreadyExists', 'Execution Already Exists');
        },
      }),
    },
  });
});

beforeEach(() => {
  calls.length = 0;
});

afterAll(async () => {
  await aws.close();
  await home.remove();
});

test('a function invoked by its ARN arrives with path, payload and caller', async () => {
  const lambda = new LambdaClient(clientSettings(aws.url, machine));

  await lambda.send(new InvokeCommand({ FunctionName: functionArn, Payload: '{"báo":"cáo"}' }));

  expect(calls).toMatchObject([{ caller: { name: 'machine' }, action: 'lambda:InvokeFunction' }]);
  const [call] = calls;
  expect(decodeURIComponent(call?.request.path ?? '')).toContain(functionArn);
  expect(call?.request.body.toString()).toBe('{"báo":"cáo"}');
});

test('mail arrives at the service its signature names', async () => {
  const mail = new SESv2Client(clientSettings(aws.url, machine));
  const Content = { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } };

  await mail.send(
    new SendEmailCommand({
      Content,
      FromEmailAddress: 'office@example.vn',
      Destination: { ToAddresses: ['clerk@example.vn'] },
    }),
  );

  expect(calls).toMatchObject([{ action: 'ses:SendEmail', request: { method: 'POST' } }]);
});

test('what a service refuses reaches the SDK by its own name', async () => {
  const states = new SFNClient(clientSettings(aws.url, machine));
  const start = new StartExecutionCommand({ stateMachineArn: 'arn:aws:states:x:1:stateMachine:m' });

  await expect(states.send(start)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

test('a denial is read by the SDK of a REST service too', async () => {
  const stranger = functionWith();
  aws.callers.push(stranger);
  const lambda = new LambdaClient(clientSettings(aws.url, stranger));

  await expect(lambda.send(new InvokeCommand({ FunctionName: 'render' }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  expect(calls).toEqual([]);
});

test('a call larger than any service takes is refused', async () => {
  const lambda = new LambdaClient(clientSettings(aws.url, machine));
  const Payload = Buffer.alloc(17 * 1024 * 1024);

  await expect(
    lambda.send(new InvokeCommand({ FunctionName: 'render', Payload })),
  ).rejects.toThrow();
  expect(calls).toEqual([]);
});
