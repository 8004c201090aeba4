// Are the templates, bundles and web files newer than their sources? If not, they are made anew.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurn } from '../this-machine/held-folder.ts';
import { LocalStackError } from '../this-machine/local-stack-error.ts';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const ASSEMBLY = join(ROOT, 'cdk.out');
export const WEB = join(ROOT, 'web/dist');

const INFRASTRUCTURE = [
  'infra/app.ts',
  'infra/stages.ts',
  'infra/stacks',
  'infra/constructs',
  'infra/workflow',
];

/** What the templates are made of: routes, roles and the state machine besides, as the functions know them. */
export const TEMPLATE_SOURCES = [...INFRASTRUCTURE, 'functions/contracts', 'functions/domain'];

/** What the templates and bundles are made of; the local stack itself is no part of them. */
const ASSEMBLY_SOURCES = [...INFRASTRUCTURE, 'functions', 'cdk.json', 'package-lock.json'];
const WEB_SOURCES = [
  'web',
  'functions/contracts',
  'functions/domain',
  'functions/document/numbering.ts',
  'functions/document/letters',
  'functions/document/marks',
  'package-lock.json',
];

const newestIn = (path: string): number => {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .map((name) => newestIn(join(path, name)));
  return Math.max(found.mtimeMs, ...inside);
};

const isOlder = (made: string, sources: string[]): boolean =>
  newestIn(made) < Math.max(...sources.map((source) => newestIn(join(ROOT, source))));

const run = async (what: string, program: string, ...parts: string[]): Promise<void> => {
  // Up to a minute on an old machine: whoever waits should know what for.
  console.error(`${what} …`);
  const child = spawn(process.execPath, [join(ROOT, program), ...parts], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      CDK_OUTDIR: ASSEMBLY,
      // Tests say `test`, with which Vite would build React for its developers, a quarter larger.
      NODE_ENV: 'production',
    },
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new LocalStackError(`${what} failed:\n${said.trim()}`);
};

const runCdkApp = (): Promise<void> => run('Synthesizing the templates', 'infra/app.ts');

/** Runs the CDK app, which writes templates and bundles. */
export const synthesize = (): Promise<void> => inTurn(ASSEMBLY, runCdkApp);

export const synthesizeIfOlder = (): Promise<void> =>
  inTurn(ASSEMBLY, async () => {
    if (isOlder(join(ASSEMBLY, 'manifest.json'), ASSEMBLY_SOURCES)) await runCdkApp();
  });

export const buildWebIfOlder = (): Promise<void> =>
  inTurn(WEB, async () => {
    if (isOlder(join(WEB, 'index.html'), WEB_SOURCES)) {
      await run('Building the web app', 'node_modules/vite/bin/vite.js', 'build', 'web');
    }
  });
