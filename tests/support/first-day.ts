// How does a test begin before anybody is there? On an empty stack of its own, and with the command that lets the first in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASSEMBLY, WEB } from '../../infra/local/commands/synthesize.ts';
import { webFiles } from '../../infra/local/door/web-files.ts';
import { startStack } from '../../infra/local/stack.ts';
import { newFolder } from './run/run-folder.ts';

const CLI = fileURLToPath(new URL('../../functions/handlers/cli.ts', import.meta.url));

/** Whoever opens it stops it. */
export const openEmptyStack = async () => {
  const folder = newFolder('first-day');
  const stack = await startStack({
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    folder,
    firstDay: 'empty',
    web: (_, policy) => webFiles(WEB, policy),
  });
  const at = (name: string) => join(folder, name);
  const written = (name: string, value: unknown): string => {
    writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
    return at(name);
  };
  /** Beside the stack, which lives in this process and must go on answering. */
  const cli = async (...parts: string[]) => {
    const child = spawn(process.execPath, [CLI, ...parts]);
    const said = { out: '', errors: '' };
    child.stdout.on('data', (text) => {
      said.out += text;
    });
    child.stderr.on('data', (text) => {
      said.errors += text;
    });
    const [status] = await once(child, 'close');
    return { status, out: said.out, errors: said.errors.trim().split('\n') };
  };
  const bootstrap = (...parts: string[]) => cli('bootstrap', ...parts);
  return { stack, folder, at, written, cli, bootstrap, deployment: at('deployment.json') };
};
