// Where are the strangers' tools, and what do they answer? Fetched once for each change of tools/, into .judges, from PyPI,
// Maven Central and npm, in the versions that are written there.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PINNED = join(ROOT, 'tests/judges/tools');
const LISTS = ['requirements.txt', 'pom.xml', 'package.json'];

const version = createHash('sha256');
for (const list of LISTS) version.update(readFileSync(join(PINNED, list)));
const FOLDER = join(ROOT, '.judges', version.digest('hex').slice(0, 16));
const COMPLETE = join(FOLDER, 'complete');

/** The profiles of pom.xml. */
type JavaTool = 'dss' | 'nu' | 'verapdf';
const JAVA: JavaTool[] = ['dss', 'nu', 'verapdf'];

const fetchThem = (program: string, ...words: string[]): void => {
  // What it says goes where people look for the reason when it fails.
  const fetchOnce = () => execFileSync(program, words, { cwd: FOLDER, stdio: ['ignore', 2, 2] });
  try {
    fetchOnce();
  } catch {
    // A download that broke off in the middle ends npm, which tries all else again by itself; what has come is in its cache.
    fetchOnce();
  }
};

/** Asked once before a run. */
export default (): void => {
  if (existsSync(COMPLETE)) return;
  console.error('Fetching the judges …');
  // What an earlier try has left is not known to be whole, what earlier versions have left is of no use.
  rmSync(join(ROOT, '.judges'), { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  copyFileSync(join(PINNED, 'package.json'), join(FOLDER, 'package.json'));
  fetchThem('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
  fetchThem('python3', '-m', 'venv', 'python');
  fetchThem('python/bin/pip', 'install', '--quiet', '-r', join(PINNED, 'requirements.txt'));
  for (const tool of JAVA) {
    const into = `-DoutputDirectory=${join(FOLDER, tool)}`;
    const pom = join(PINNED, 'pom.xml');
    fetchThem('mvn', '-q', '-B', '-f', pom, '-P', tool, 'dependency:copy-dependencies', into);
  }
  writeFileSync(COMPLETE, '');
};

export type Said = { exitCode: number; out: string; err: string };

/** What a long report of findings may take. */
const MOST_BYTES = 256 * 1_024 * 1_024;

type Where = { cwd?: string; env?: Record<string, string> };

const ask = (program: string, words: string[], { cwd = ROOT, env }: Where): Promise<Said> =>
  new Promise((done, fail) => {
    const how = { cwd, env: { ...process.env, ...env }, maxBuffer: MOST_BYTES };
    execFile(program, words, how, (error, out, err) => {
      // A string is the operating system's: the program could not be run at all.
      if (error && typeof error.code !== 'number') fail(error);
      else done({ exitCode: Number(error?.code ?? 0), out, err });
    });
  });

/** A program of the Python packages. */
export const askPython = (program: string, words: string[], where: Where = {}): Promise<Said> =>
  ask(join(FOLDER, 'python/bin', program), words, where);

/** A class, or a source file, with a profile's jars. */
export const askJava = (tool: JavaTool, words: string[]): Promise<Said> =>
  ask('java', ['-cp', join(FOLDER, tool, '*'), ...words], {});

/** A program of the npm packages. */
export const askNode = (program: string, words: string[], where: Where = {}): Promise<Said> =>
  ask(join(FOLDER, 'node_modules/.bin', program), words, where);
