// Does a notice hold up nobody, and does it survive a moment's throttling? By the client that functions have, against
// a Lambda that answers so, or not at all.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { notifier } from '../../../functions/adapters/clients.ts';
import { noticesBy } from '../../../functions/adapters/functions/notices.ts';
import type { Notifying } from '../../../functions/contracts/hand-offs.ts';
import type { AccessChange } from '../../../functions/domain/directory/access-change.ts';
import { Unavailable } from '../../../functions/domain/refusal.ts';
import { MORNING, REVIEWER } from '../../support/builders.ts';

const DUE: AccessChange = {
  ...{ kind: 'secondFactor', isHeld: false, isDue: true },
  ...{ askedBy: REVIEWER.id, askedAt: MORNING },
};
const NOTICE = { submissionId: 'sbm_one', remarkedBy: REVIEWER.id } as const;

type Answer = (response: ServerResponse) => void;
const status =
  (code: number, name?: string): Answer =>
  (response) => {
    response.writeHead(code, name === undefined ? {} : { 'x-amzn-errortype': name });
    response.end(name === undefined ? '' : '{}');
  };
const TAKEN = status(202);
const SILENT: Answer = () => {};

/** What Lambda says to one call after the other, and then always. */
let answers: Answer[];
let asked: string[];
const failures: string[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['x-amz-invocation-type']}`);
    const [answer = SILENT, ...others] = answers;
    if (others.length > 0) answers = others;
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', `http://127.0.0.1:${port}`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  failures.length = 0;
});

const given = (notice: Notifying, ...said: Answer[]) => {
  answers = said;
  const failed = (error: unknown) => failures.push(error instanceof Error ? error.name : '');
  return noticesBy({ client: notifier(), functionName: 'notify', failed }).give(notice);
};
const give = (...said: Answer[]) => given(NOTICE, ...said);

test('it is handed over, and waits for nobody', async () => {
  await give(TAKEN);

  expect(asked).toEqual(['/2015-03-31/functions/notify/invocations Event']);
  expect(failures).toEqual([]);
});

test('one that comes at a crowded moment is handed over a moment later', async () => {
  await give(status(429, 'TooManyRequestsException'), TAKEN);

  expect(asked).toHaveLength(2);
  expect(failures).toEqual([]);
});

test.each([
  ['that refuses', status(403, 'AccessDeniedException'), 'AccessDeniedException'],
  ['that never answers', SILENT, 'TimeoutError'],
])('a Lambda %s is told of and stops nobody', async (_, answer, name) => {
  await give(answer);

  expect(failures).toEqual([name]);
});

test.each<[string, Notifying]>([
  ['that it was changed', { accessOf: REVIEWER.id, what: 'secondFactor' }],
  ['that it takes effect', { settledOf: REVIEWER.id, by: REVIEWER.id, changes: [DUE] }],
])(
  'of how somebody comes in, whoever presses is told to press again when nobody could be told %s',
  async (_, notice) => {
    await expect(given(notice, status(500))).rejects.toThrow(Unavailable);
    await expect(given(notice, status(403, 'AccessDeniedException'))).rejects.toThrow();
    expect(failures).toEqual([]);
  },
);
