// Does the workflow hear what became of a task in the words that it acts on?
import { beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { task } from '../../../functions/handlers/task.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
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
