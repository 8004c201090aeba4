// How does a test begin before anybody is there? On an empty stack of its own, and with the command that lets the first in.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FirstDay } from '../../functions/domain/directory/first-day.ts';
import { ASSEMBLY, WEB } from '../../infra/local/commands/synthesize.ts';
import { webFiles } from '../../infra/local/door/web-files.ts';
import { startStack } from '../../infra/local/stack.ts';
import { newFolder } from './run-folder.ts';

const CLI = fileURLToPath(new URL('../../functions/handlers/cli.ts', import.meta.url));

/** What somebody who sets a system up for this commune writes down. */
export const OFFICE: FirstDay = {
  organization: {
    name: 'UBND xã Sơn Trung',
    superiorLine: null,
    agencyLines: ['ỦY BAN NHÂN DÂN', 'XÃ SƠN TRUNG'],
    place: 'Sơn Trung',
    abbreviation: 'UBND',
    code: 'H99.10.01',
  },
  administrator: { name: 'Lương Thị Kim', title: 'Quản trị', email: 'kim@example.com' },
};

/** Whoever opens it stops it. */
export const openEmptyStack = async () => {
  const folder = newFolder('first-day');
  const stack = await startStack({
    assembly: ASSEMBLY,
    port: 0,
    filesPort: 0,
    folder,
    firstDay: 'empty',
    web: (_, filesUrl) => webFiles(WEB, filesUrl),
  });
  const at = (name: string) => join(folder, name);
  const written = (name: string, value: unknown): string => {
    writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
    return at(name);
  };
  /** Beside the stack, which lives in this process and must go on answering. */
  const bootstrap = async (...parts: string[]) => {
    const child = spawn(process.execPath, [CLI, 'bootstrap', ...parts]);
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
  return { stack, folder, at, written, bootstrap, deployment: at('deployment.json') };
};
