// Is each turn of a submission started once, answered while it waits, and known for dead when it is? Asked of the one that runs here.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workflowOf } from '../../../functions/adapters/workflow.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import type { Workflow } from '../../../functions/use-cases/ports.ts';
import { answerStates } from '../../../infra/local/step-functions/states-api.ts';
import { aBench, askWithToken, MACHINE, oneTask } from '../step-functions/machine-under-test.ts';

const STARTED = { submissionId: 'sbm_one' } as const;
/** As functions of before start it: while a deploy is under way both do. */
const STARTED_BEFORE = { handOff: 1, ...STARTED, reportId: 'rpt_one' };

let bench: ReturnType<typeof aBench>;
let server: ReturnType<typeof createServer>;
let client: SFNClient;
let workflow: Workflow;

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
    maxAttempts: 1,
  });
  workflow = workflowOf({ client, arn: MACHINE });
});

afterEach(async () => {
  client.destroy();
  await new Promise((closed) => server.close(closed));
  await bench.clear();
});

test('a submission is started once, however often it is asked for', async () => {
  const starts = [await workflow.start(STARTED, 1)];
  await bench.token('ask');
  starts.push(await workflow.start(STARTED, 1));
  starts.push(await workflow.start(STARTED_BEFORE, 1));

  expect(starts).toEqual(['going', 'going', 'going']);
  expect(bench.calls).toHaveLength(1);
  expect(bench.machine.describe('sbm_one').status).toBe('RUNNING');
});

test('an answer ends the wait, and a second one finds the token gone', async () => {
  await workflow.start(STARTED, 1);
  const token = await bench.token('ask');

  expect(await workflow.answer(token, 'agreed')).toBe('answered');
  expect(await workflow.answer(token, 'agreed')).toBe('gone');
  expect(await workflow.answer('no-token-at-all', 'agreed')).toBe('gone');

  const { output } = await bench.ended('sbm_one');
  expect(JSON.stringify(output)).toContain('agreed');
});

test('a turn that has been and is over is not taken for one that goes on; the next one is its own', async () => {
  await workflow.start(STARTED, 1);
  await bench.token('ask');
  bench.machine.stop('sbm_one', 'Stopped', 'by hand');
  await bench.ended('sbm_one');

  expect(await workflow.start(STARTED, 1)).toBe('ended');
  expect(await workflow.start(STARTED, 2)).toBe('going');
  expect(bench.machine.describe('sbm_one-2').status).toBe('RUNNING');
});

test('what stopped is not running, nor what was never started or is forgotten', async () => {
  await workflow.start(STARTED, 1);
  const one = { submissionId: STARTED.submissionId, turn: 1 };
  expect(await workflow.isGoing(one)).toBe(true);
  bench.machine.stop('sbm_one');

  expect(await workflow.isGoing(one)).toBe(false);
  expect(await workflow.isGoing({ ...one, turn: 2 })).toBe(false);
  bench.passTime(90 * 86_400_000 + 1_000);
  expect(await workflow.isGoing(one)).toBe(false);
});

test('a state machine that does not answer is unavailable', async () => {
  const nowhere = new SFNClient({
    region: 'ap-southeast-1',
    endpoint: 'http://127.0.0.1:9',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });

  const starting = workflowOf({ client: nowhere, arn: MACHINE }).start(STARTED, 1);

  await expect(starting).rejects.toThrow(Unavailable);
});
