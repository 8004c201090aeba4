// Does the workflow hear what became of a task in the words that it acts on?
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { FORESEEN } from '../../../functions/contracts/agreed-names.ts';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { task } from '../../../functions/handlers/task.ts';
import { worker } from '../../../functions/handlers/worker.ts';
import { aHash } from '../../support/builders.ts';
import { hearLog } from '../../support/heard-log.ts';

let logged: ReturnType<typeof hearLog>;
beforeEach(() => {
  logged = hearLog();
});
afterEach(() => vi.restoreAllMocks());

const failing = (error: Error) => task('close', z.unknown(), () => Promise.reject(error))({});

test('who was overtaken each time is asked again a little later', async () => {
  await expect(failing(new Refusal('revision_conflict'))).rejects.toMatchObject({
    name: 'Unavailable',
  });
});

test('any other refusal keeps its name', async () => {
  await expect(failing(new Refusal('key_missing'))).rejects.toMatchObject({ name: 'key_missing' });
});

test('its line says which state asked, of which submission and on whose behalf; and what came of it', async () => {
  const correlationId = 'c'.repeat(32);
  const told = { state: 'Seal', origin: { submissionId: 'sbm_one', correlationId } };
  const about = { function: 'seal', state: 'Seal', submissionId: 'sbm_one', correlationId };
  const seal = (come: () => Promise<void>) => task('seal', z.unknown(), come);

  await seal(async () => {})(told, { awsRequestId: 'one' });
  await expect(
    seal(() => Promise.reject(new Refusal('key_missing')))(told, { awsRequestId: 'two' }),
  ).rejects.toThrow();

  expect(logged).toMatchObject([
    { ...about, requestId: 'one', level: 'INFO', message: 'done', ms: expect.any(Number) },
    { ...about, requestId: 'two', level: 'WARN', message: FORESEEN.refused, code: 'key_missing' },
  ]);
});

test.each([
  ['nothing', {}],
  [
    'something strange',
    { state: 7, origin: { correlationId: 'tran-thi-thu-ha', submissionId: '' } },
  ],
])('told %s of where it came from, it does its work and names the call itself', async (_, told) => {
  await task('close', z.unknown(), async () => {})(told);
  await task('close', z.unknown(), async () => {})(told);

  const ids = logged.map(({ correlationId }) => correlationId);
  expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.any(String)]);
  expect(new Set(ids).size).toBe(2);
  expect(JSON.stringify(logged)).not.toContain('tran');
});

test('a function knows by what it is told which of its tasks is asked for', async () => {
  const asked: string[] = [];
  const seal = worker('seal', {
    rehearseSealing: async () => void asked.push('rehearse'),
    seal: async ({ key, sha256 }) => {
      asked.push('seal');
      return { key, sha256 };
    },
    requestAgencysCertificate: async () => {
      asked.push('request');
      return { requestPem: '' };
    },
    tryAgencysKey: async () => void asked.push('try'),
  });
  const submissionId = 'sbm_1';
  const holder = { kind: 'organization', id: 'org_1' };

  await seal({ submissionId, rehearsal: true });
  await seal({ certificateWanted: true, holder });
  await seal({ submissionId, key: 'a.pdf', sha256: aHash('a') });
  await expect(seal({ submissionId })).rejects.toThrow();

  expect(asked).toEqual(['rehearse', 'request', 'seal']);
});

test('an answer by another name does not compile, nor one of several tasks left undone', () => {
  const { number } = { number: 12 };
  // @ts-expect-error the machine reads its date by the name of `date`
  const misnamed = () => worker('number', { number: async () => ({ number, day: '2026-11-30' }) });
  // @ts-expect-error nobody tells the recipient anything beside the way
  const undone = () => worker('notify', { notify: async () => {} });
  // @ts-expect-error it is not told what to render
  const misread = () => worker('close', { close: async ({ modelKey }) => void modelKey });

  expect([misnamed, undone, misread]).toHaveLength(3);
});
