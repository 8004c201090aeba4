// Do deployed bundles behave here as they do on Lambda?
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Functions, startFunctions } from '../../../infra/local/lambda/functions.ts';
import { type Assembly, readAssembly } from '../../../infra/local/template/assembly.ts';
import { synthesizeSmallApp } from './small-app.ts';

const SOURCES = {
  Echo: {
    source: `let calls = 0;
export const handler = async (event, context) => {
  calls += 1;
  console.log('seen', event.word);
  return { calls, event, env: process.env, name: context.functionName, left: context.getRemainingTimeInMillis() };
};`,
  },
  Failing: {
    source: `class RevisionConflict extends Error { name = 'revision_conflict'; }
export const handler = async () => { throw new RevisionConflict('somebody was faster'); };`,
  },
  Crashing: { source: 'export const handler = async () => process.exit(3);' },
  Waiting: {
    source: `export const handler = () => {
  console.log('at work');
  return new Promise((resolve) => setTimeout(resolve, 60_000));
};`,
    timeoutSeconds: 60,
  },
  Endless: { source: 'export const handler = () => { for (;;); };', timeoutSeconds: 1 },
  Broken: { source: 'import "./not-there.mjs"; export const handler = async () => 1;' },
  Large: { source: `export const handler = async () => 'x'.repeat(7_000_000);` },
  Instance: {
    source: `const name = crypto.randomUUID();
export const handler = async () => {
  await new Promise((resolve) => setTimeout(resolve, 30));
  return name;
};`,
  },
  Alone: {
    source: `let inside = 0;
export const handler = async () => {
  inside += 1;
  const most = inside;
  await new Promise((resolve) => setTimeout(resolve, 30));
  inside -= 1;
  return most;
};`,
  },
};

describe('a function on this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-functions-'));
  let assembly: Assembly;
  let functions: Functions;
  const call = (id: string, event: unknown = {}) => functions.invoke(id, event);

  beforeAll(() => {
    assembly = readAssembly(synthesizeSmallApp(folder, SOURCES), 'http://127.0.0.1:1');
    functions = startFunctions(assembly.functions, join(folder, 'logs'), ({ id }) => ({
      AWS_ACCESS_KEY_ID: `key of ${id}`,
    }));
  });
  afterAll(async () => {
    await functions.stop();
    await rm(folder, { recursive: true });
  });

  it('gets the event, the environment of the template and its own keys, and nothing of the host', async () => {
    process.env.HOST_SECRET = 'not for functions';
    const { payload } = await call('Echo', { word: 'xin chào' });
    const answer = payload as { event: unknown; env: Record<string, string>; name: string };
    expect(answer.event).toEqual({ word: 'xin chào' });
    expect(answer.env.SECRET_OF).toBe('Echo');
    expect(answer.env.TABLE).toBe(assembly.tables[0]?.name);
    expect(answer.env.AWS_ACCESS_KEY_ID).toBe('key of Echo');
    expect(answer.env).not.toHaveProperty('HOST_SECRET');
  });

  it('keeps its state between events, and writes what it prints to a log of its own', async () => {
    await call('Echo', { word: 'một' });
    const { payload } = await call('Echo', { word: 'hai' });
    expect((payload as { calls: number }).calls).toBeGreaterThan(1);
    const log = join(folder, 'logs', 'Echo.log');
    await expect.poll(() => readFile(log, 'utf8')).toContain('seen hai');
  });

  it('tells a failure by the error it threw', async () => {
    const { failure } = await call('Failing');
    expect(failure).toMatchObject({
      errorType: 'revision_conflict',
      errorMessage: 'somebody was faster',
    });
  });

  it('may exit without taking anything with it, and is started again', async () => {
    const first = await call('Crashing');
    const second = await call('Crashing');
    expect([first.failure?.errorType, second.failure?.errorType]).toEqual([
      'Runtime.ExitError',
      'Runtime.ExitError',
    ]);
  });

  it('crashes when it is told to, in the middle of its work', async () => {
    const working = call('Waiting');
    await expect
      .poll(() => readFile(join(folder, 'logs', 'Waiting.log'), 'utf8'))
      .toContain('at work');
    functions.crash('Waiting');
    expect((await working).failure?.errorType).toBe('Runtime.ExitError');
  });

  it('is ended when its time is over, even in a busy loop', async () => {
    const { failure } = await call('Endless');
    expect(failure?.errorType).toBe('Sandbox.Timedout');
    expect(failure?.errorMessage).toContain('Task timed out after 1.00 seconds');
  });

  it('that cannot be imported says so at every call', async () => {
    const { failure } = await call('Broken');
    expect(failure?.errorType).toBe('Runtime.ImportModuleError');
  });

  it('neither takes nor gives more than 6 MB', async () => {
    const taken = await call('Echo', { word: 'x'.repeat(7_000_000) });
    const given = await call('Large');
    expect(taken.failure?.errorType).toBe('RequestEntityTooLargeException');
    expect(given.failure?.errorType).toBe('Function.ResponseSizeTooLarge');
  });

  it('handles one event at a time in each instance', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => call('Alone')));
    expect(answers.map(({ payload }) => payload)).toEqual(Array(12).fill(1));
  });

  it('keeps one of the instances that a rush has started', async () => {
    const soon = startFunctions(assembly.functions, join(folder, 'logs'), () => ({}), undefined, 1);
    const rush = () => Promise.all(Array.from({ length: 2 }, () => soon.invoke('Instance', {})));
    const first = (await rush()).map(({ payload }) => payload);
    const { payload: kept } = await soon.invoke('Instance', {});
    const again = (await rush()).map(({ payload }) => payload);
    await soon.stop();
    expect(first.filter((one) => again.includes(one))).toEqual([kept]);
  });

  it('runs a new bundle after the assembly was replaced', async () => {
    const other = readAssembly(
      synthesizeSmallApp(join(folder, 'next'), {
        ...SOURCES,
        Alone: { source: `export const handler = async () => 'new';` },
      }),
      'http://127.0.0.1:1',
    );
    functions.replace(other.functions);
    const { payload } = await call('Alone');
    expect(payload).toBe('new');
  });
});
