// Does a bundle stand alone? Bundled for real, far from this folder and its packages, and loaded there.
import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleHandlers, TYPST_FOR_LAMBDA } from '../../infra/constructs/bundle.ts';

const away = mkdtempSync(join(tmpdir(), 'bundles-'));
const again = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => {
  for (const folder of [away, again]) rmSync(folder, { recursive: true });
});

beforeAll(async () => {
  await bundleHandlers(['render', 'verification'], away);
  await bundleHandlers(['verification'], again);
});

const SETTINGS = {
  AWS_REGION: 'ap-southeast-1',
  TABLE_NAME: 'records',
  WORKING_BUCKET: 'working',
  FRONT_DOOR_KEYS: 'k'.repeat(32),
};

/** What the module in this folder exports as `handler`, as Lambda would find it. */
const handlerIn = (handler: string): string =>
  execFileSync(process.execPath, ['-p', 'typeof require("./index.cjs").handler'], {
    cwd: join(away, handler),
    env: SETTINGS,
    encoding: 'utf8',
  }).trim();

test('a handler loads from its folder alone', () => {
  expect(handlerIn('verification')).toBe('function');
});

test('the renderer finds its native code, its fonts and its template in its folder', () => {
  expect(handlerIn('render')).toBe('function');
  expect(globSync('**/tinos/*/*.ttf', { cwd: join(away, 'render') })).toHaveLength(4);
  expect(globSync('marks/{*.ttf,LICENSE}', { cwd: join(away, 'render') })).toHaveLength(2);
  expect(globSync('template/*.typ', { cwd: join(away, 'render') })).not.toHaveLength(0);
});

test('of all builds of Typst the renderer carries the one that Lambda runs', () => {
  const native = globSync('**/*.node', { cwd: join(away, 'render') });
  expect(native.map(dirname)).toEqual([join('node_modules', TYPST_FOR_LAMBDA)]);
});

test('no other function carries native code', () => {
  expect(globSync('**/*.node', { cwd: join(away, 'verification') })).toEqual([]);
});

test('the same sources give the same bytes', () => {
  const [first, second] = [away, again].map((folder) =>
    readFileSync(join(folder, 'verification/index.cjs')),
  );
  expect(first).toEqual(second);
});

test('nothing in a bundle is beyond ASCII, not even a comment: one letter would double what its text takes in memory', () => {
  for (const handler of ['render', 'verification']) {
    const bundle = readFileSync(join(away, handler, 'index.cjs'), 'latin1');
    expect(bundle.match(/.*[^ -~\s].*/)?.[0], handler).toBeUndefined();
  }
});

test("zod's words in other languages stay outside", () => {
  expect(readFileSync(join(away, 'verification/index.cjs'), 'utf8')).not.toContain(
    'zod/v4/locales/vi',
  );
});

test('what a function logs of an error names the sources, though their map was not read when it started', () => {
  const fail = 'require("./index.cjs").handler({}).catch(() => {})';
  const { stdout } = spawnSync(process.execPath, ['-e', fail], {
    cwd: join(away, 'render'),
    env: SETTINGS,
    encoding: 'utf8',
  });
  const { message, stack } = JSON.parse(stdout) as { message: string; stack: string };
  expect(message).toBe('failed');
  expect(stack).toMatch(/functions\/handlers\/task\.ts:\d+:\d+/);
  expect(stack).not.toContain('index.cjs');
});
