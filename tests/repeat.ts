// Which tests fail now and then? Runs the gate's files N times, half of them beside a process that eats a core, each time in
// another order, and names whatever has ever failed: `npm run test:repeat -- N [FILE …]`.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
/** More would not end on the day it was begun. */
const MOST_RUNS = 100;
const LARGEST_SEED = 2_147_483_646;

/** What vitest's JSON reporter says of a run. */
const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

type Failure = { test: string; message: string };

/** Enough to see what was waited for, and where. */
const LINES = 12;
const beginning = (message: string | undefined): string =>
  stripVTControlCharacters(message ?? '')
    .split('\n')
    .slice(0, LINES)
    .join('\n    ');

const failuresIn = (report: string): Failure[] =>
  Report.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults.flatMap((file) => {
    const name = file.name.replace(ROOT, '');
    const failed = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        test: `${name} > ${fullName}`,
        message: beginning(failureMessages?.[0]),
      }));
    // A file that could not be read or set up has no test that failed.
    return failed.length > 0 || file.status !== 'failed'
      ? failed
      : [{ test: name, message: beginning(file.message) }];
  });

const end = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const runOnce = async (seed: number, isBusy: boolean, files: string[]): Promise<Failure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'repeat-'));
  const report = join(folder, 'report.json');
  const eater = isBusy ? spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }) : null;
  try {
    const how = ['--reporter=json', `--outputFile=${report}`];
    const run = spawn(process.execPath, [VITEST, 'run', ...how, ...files], {
      cwd: ROOT,
      env: { ...process.env, SHUFFLE_SEED: String(seed) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await once(run, 'exit');
    return failuresIn(report);
  } finally {
    if (eater) await end(eater);
    rmSync(folder, { recursive: true });
  }
};

const [wanted, ...files] = process.argv.slice(2);
const runs = Number(wanted);
if (!Number.isInteger(runs) || runs < 1 || runs > MOST_RUNS) {
  console.error(`How often? npm run test:repeat -- N [FILE …], N from 1 to ${MOST_RUNS}.`);
  process.exit(2);
}

const failed = new Map<string, number>();
for (let run = 1; run <= runs; run += 1) {
  const seed = 1 + Math.floor(Math.random() * LARGEST_SEED);
  const isBusy = run % 2 === 0;
  const began = performance.now();
  const failures = await runOnce(seed, isBusy, files);
  const seconds = Math.round((performance.now() - began) / 1_000);
  const beside = isBusy ? ', beside a process that eats a core' : '';
  console.log(
    `run ${run} of ${runs}, SHUFFLE_SEED=${seed}${beside}: ${seconds} s, ${failures.length} failed`,
  );
  for (const { test, message } of failures) {
    failed.set(test, (failed.get(test) ?? 0) + 1);
    console.log(`  ${test}\n    ${message}`);
  }
}
for (const [test, times] of failed) console.log(`\n${times} of ${runs}: ${test}`);
console.log(`\n${runs} runs, ${failed.size} tests that ever failed`);
process.exit(failed.size === 0 ? 0 : 1);
