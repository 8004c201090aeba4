// Does `npm ci` take the lock file, whoever types it where? Asked of the npm at hand, without network or settings of the user.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

const folder = mkdtempSync(join(tmpdir(), 'lock-file-'));
beforeAll(() => {
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
    cpSync(file, join(folder, file));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What npm says in a folder with nothing but the files it reads. */
const npm = (...words: string[]): string =>
  execFileSync('npm', [...words, '--offline', '--loglevel=error'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder },
    encoding: 'utf8',
  });

const text = readFileSync('package-lock.json', 'utf8');
const Locked = z.object({ hasInstallScript: z.boolean().optional() });
const { packages } = z.object({ packages: z.record(z.string(), Locked) }).parse(JSON.parse(text));

/** The packages with native code, each with a build for every platform, by how the builds' names begin. */
const NATIVE = [
  '@biomejs/cli-',
  '@esbuild/',
  '@myriaddreamin/typst-ts-node-compiler-',
  '@napi-rs/canvas-',
  '@oxc-parser/binding-',
  '@oxc-resolver/binding-',
  '@rolldown/binding-',
  'lightningcss-',
];

test.each([
  ['linux', 'x64'],
  ['linux', 'arm64'],
  ['darwin', 'arm64'],
  ['darwin', 'x64'],
])('npm ci on %s %s installs the builds for it', (os, cpu) => {
  const said = npm('ci', '--dry-run', `--os=${os}`, `--cpu=${cpu}`);
  for (const name of NATIVE) expect(said).toMatch(`add ${name}${os}-${cpu}`);
});

test('npm leaves the lock file as it is', () => {
  npm('install', '--package-lock-only');
  expect(readFileSync(join(folder, 'package-lock.json'), 'utf8')).toBe(text);
});

test('the lock file says nothing that one npm writes and another takes out', () => {
  expect(text).not.toContain('"resolved":');
  expect(text).not.toContain('"libc":');
});

test('the project itself tells npm to leave out from where packages came', () => {
  expect(npm('config', 'get', 'omit-lockfile-registry-resolved').trim()).toBe('true');
});

test('set-up installs what is locked', () => {
  expect(readFileSync('infra/local/commands/set-up.sh', 'utf8')).toMatch(/^ +npm ci /m);
});

test('every package with a script to install it is allowed to run it', () => {
  const withScripts = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.literal(true)) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  expect(withScripts.sort()).toEqual(Object.keys(allowScripts).sort());
});
