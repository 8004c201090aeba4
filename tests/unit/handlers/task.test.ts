// Does the workflow hear what became of a task in the words that it acts on?
import { beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { task } from '../../../functions/handlers/task.ts';
import { worker } from '../../../functions/handlers/worker.ts';
import { aHash } from '../../support/builders.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const failing = (error: Error) => task('close', z.unknown(), () => Promise.reject(error))({});

test('who was overtaken each time is asked again a little later', async () => {
  await expect(failing(new Refusal('revision_conflict'))).rejects.toMatchObject({
    name: 'Unavailable',
  });
});

test('any other refusal keeps its name', async () => {
  await expect(failing(new Refusal('key_missing'))).rejects.toMatchObject({ name: 'key_missing' });
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
