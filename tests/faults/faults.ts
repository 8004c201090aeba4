// Fault injection: does a report still come to its right end, whichever single call of AWS fails on its way? Run by
// `npm run faults [-- N]`, at every point or at every Nth. Says which points did damage, how many people were refused
// something, and how long it took.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import makeAssembly from '../support/run/assembly.ts';
import makeRunFolder from '../support/run/run-folder.ts';
import { type HurtRun, hurtRun, straightRun } from './hurt-run.ts';
import type { JobOutcome } from './outcome.ts';
import { type FaultPoint, nameOf, WAYS } from './points.ts';

const SELF = fileURLToPath(import.meta.url);
/** A stack keeps about one core busy. */
const STACKS = 2;
/** Of all runs, how many may show anybody a refusal. */
const MOST_REFUSED = 0.01;

type Straight = { outcome: JobOutcome; points: FaultPoint[] };

/** One stack, which its parent gives one point after the other. */
const beAStack = async (): Promise<void> => {
  process.once('disconnect', () => process.exit());
  const straight = await straightRun();
  process.on('message', async (point: FaultPoint) => {
    process.send?.(await hurtRun(point, straight.outcome));
  });
  process.send?.(straight);
};

const heard = async <News>(stack: ChildProcess): Promise<News> => {
  const over = new AbortController();
  const wait = (event: string) => once(stack, event, { signal: over.signal });
  try {
    const [news] = await Promise.race([wait('message'), wait('exit')]);
    if (typeof news !== 'object' || news === null) throw new Error('a stack has ended');
    return news as News;
  } finally {
    over.abort();
  }
};

const seconds = (since: number): number => Math.round((performance.now() - since) / 1_000);

const tell = ({ point, met, damage, refused, helped }: HurtRun): void => {
  if (!met) console.log(`~ ${nameOf(point)}: this time the call did not come`);
  for (const what of damage) console.log(`✗ ${nameOf(point)}: ${what}`);
  for (const { person, what, status, code } of refused)
    console.log(`! ${nameOf(point)}: ${person} was told ${status} ${code} at ${what}`);
  if (helped > 0) console.log(`? ${nameOf(point)}: the clerk had to help`);
};

const hurtEverywhere = async (every: number): Promise<number> => {
  await makeAssembly();
  const began = performance.now();
  const stacks = Array.from({ length: STACKS }, () => fork(SELF, ['stack']));
  try {
    const [straight] = await Promise.all(stacks.map((stack) => heard<Straight>(stack)));
    const all = straight?.points ?? [];
    const left = all.filter((_, index) => index % every === 0);
    console.log(
      `${all.length} points at ${all.length / WAYS.length} calls; ${left.length} are tried.`,
    );
    const runs: HurtRun[] = [];
    const keepBusy = async (stack: ChildProcess) => {
      for (let point = left.shift(); point; point = left.shift()) {
        stack.send(point);
        const run = await heard<HurtRun>(stack);
        runs.push(run);
        tell(run);
        if (runs.length % 100 === 0) console.log(`${runs.length} runs, ${seconds(began)} s`);
      }
    };
    await Promise.all(stacks.map(keepBusy));
    const survived = runs.filter(({ damage }) => damage.length === 0).length;
    const refusing = runs.filter(({ refused }) => refused.length > 0).length;
    console.log(
      `\n${survived} of ${runs.length} runs ended right; in ${refusing} somebody was refused something,` +
        ` in ${runs.filter(({ helped }) => helped > 0).length} the clerk had to help; ${seconds(began)} s`,
    );
    return survived === runs.length && refusing <= MOST_REFUSED * runs.length ? 0 : 1;
  } finally {
    for (const stack of stacks) {
      if (stack.connected) stack.disconnect();
      if (stack.exitCode === null) await once(stack, 'exit');
    }
  }
};

const [asked = '1'] = process.argv.slice(2);
if (asked === 'stack') await beAStack();
else {
  const every = Number(asked);
  if (!Number.isInteger(every) || every < 1) {
    console.error('At which points? npm run faults [-- N], every Nth of them.');
    process.exit(2);
  }
  const clearUp = makeRunFolder();
  const code = await hurtEverywhere(every).finally(clearUp);
  process.exit(code);
}
