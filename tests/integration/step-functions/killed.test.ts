// Does an execution survive the kill of its process at any instant, with one token, one deadline and
// one outcome?
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Execution } from '../../../infra/local/step-functions/execution-store.ts';
import { approvalMachine } from './approval-machine.ts';
import { aBench, until } from './machine-under-test.ts';

const INSTANTS = [
  'half-written',
  'before-save',
  'after-save',
  'during-call',
  'before-answer',
  'after-answer',
  'before-told',
] as const;

/** Every life of an approval comes at least eight times to each of these. */
const FREQUENT = INSTANTS.slice(0, 4);

/**
 * Half of what a life costs is the judgement of its definition, which is the same in each: the last test opens it in this
 * process, where it is judged.
 */
const JUDGED: Plugin = {
  name: 'judged',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^asl-validator$/ }, ({ path }) => ({ path, namespace: 'judged' }));
    onLoad({ filter: /.*/, namespace: 'judged' }, () => ({
      contents: 'export default () => ({ isValid: true, errors: [], errorsText: () => "" });',
    }));
  },
};

/**
 * The process, in one file: each of its thirty lives would read some hundred modules and strip the types of twenty, which
 * takes longer than what it lives for.
 */
let program: string;
beforeAll(async () => {
  program = join(mkdtempSync(join(tmpdir(), 'mortal-')), 'process.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./mortal-process.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    plugins: [JUDGED],
    // Packages in CommonJS ask for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  });
});
afterAll(() => rmSync(dirname(program), { recursive: true }));

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterEach(() => rmSync(place, { recursive: true }));

const folder = () => join(place, 'states');
const log = () => join(place, 'log');

const live = (...instant: string[]) =>
  spawn(process.execPath, [program, folder(), log(), ...instant], { stdio: 'inherit' });

/** Lives until it ends by itself or dies at the instant; says by which signal. */
const life = async (...instant: string[]): Promise<string | null> => {
  const [code, signal] = await once(live(...instant), 'exit');
  if (code !== 0 && signal === null) throw new Error(`the process ended with ${code}`);
  return signal;
};

const kept = (): Execution =>
  JSON.parse(readFileSync(join(folder(), 'executions', 'one', 'execution.json'), 'utf8'));
const logged = (field: string): unknown[] =>
  readFileSync(log(), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((entry) => entry[field] !== undefined)
    .map((entry) => entry[field]);

/** The same numbers for the same seed (mulberry32). */
const numbersFrom = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const expectOneOutcome = (): void => {
  const execution = kept();
  const [acknowledged, ...more] = logged('acknowledged');
  expect(more).toEqual([]);
  expect(execution).toMatchObject({
    status: 'SUCCEEDED',
    output: {
      prepared: 'prepare',
      signed: 'sign',
      deliveries: ['send', 'send'],
      decision: { decision: acknowledged ?? expect.any(Number) },
    },
  });
  expect(new Set(logged('token')).size).toBe(1);
  expect(new Set(logged('deadline')).size).toBe(1);
  const entered = execution.history.filter(({ type }) => type.endsWith('StateEntered'));
  expect(entered.map(({ state }) => state)).toEqual([
    'Prepare',
    'Ask',
    'Pause',
    'Sign',
    'Deliver',
    'Send',
    'Sent',
    'Send',
    'Sent',
    'Tell',
    'Notify',
    'Quiet',
    'Done',
  ]);
  expect(execution.history.filter(({ type }) => type === 'ExecutionSucceeded')).toHaveLength(1);
  expect(logged('told')).toEqual(expect.arrayContaining(['RUNNING', 'SUCCEEDED']));
};

test('an approval that nobody kills comes to its end', async () => {
  expect(await life()).toBeNull();
  expectOneOutcome();
  expect(logged('called')).toEqual([
    'prepare',
    'ask',
    'sign',
    'sign',
    'sign',
    'send',
    'send',
    'notify',
  ]);
});

test.each(INSTANTS)('a kill at the first "%s" leaves one outcome', async (instant) => {
  expect(await life(instant, '1')).toBe('SIGKILL');
  expect(await life()).toBeNull();
  expectOneOutcome();
});

/** Each draws another row of kills. */
const SEEDS = process.env.SLOW ? [118, 2026, 30, 4] : [118];
/** Each life starts a process, a third of a second: a quick run knows a row from its first kills. */
const MOST_DEATHS = process.env.SLOW ? 12 : 5;

test.each(SEEDS)('kill after kill, seed %i, leaves one outcome', async (seed) => {
  const next = numbersFrom(seed);
  let deaths = 0;
  const nextLife = () => life(FREQUENT[next(FREQUENT.length)] ?? '', String(1 + next(8)));
  while (deaths < MOST_DEATHS && (await nextLife()) === 'SIGKILL') deaths++;
  await life();
  expectOneOutcome();
  expect(deaths).toBeGreaterThan(0);
});

test('a process killed while it waits leaves the token and the time that remained', async () => {
  const child = live('before-answer', '1');
  await once(child, 'exit');
  const { attempt } = kept().strand.visit;
  expect(attempt?.token).toBe(logged('token')[0]);
  const bench = aBench(approvalMachine, {}, { folder: folder() });
  bench.machine.resumeAll();
  const remaining = (attempt?.deadline ?? 0) - Date.now();
  bench.passTime(remaining - 60_000);
  await new Promise(setImmediate);
  expect(bench.machine.describe('one').status).toBe('RUNNING');
  bench.passTime(60_000);
  await until(() => bench.machine.describe('one').status !== 'RUNNING');
  expect(bench.machine.describe('one')).toMatchObject({
    status: 'FAILED',
    error: 'States.Timeout',
  });
  await bench.machine.close();
});
