// A stack in a process group of its own that can be made to die, all of it, at a chosen instant:
//   node mortal-stack.ts FOLDER
// It tells its parent where it is reached, hears orders, and ends with its parent.

import { flushCompileCache } from 'node:module';
import { ASSEMBLY } from '../../infra/local/commands/synthesize.ts';
import { startStack } from '../../infra/local/stack.ts';
import { type Doors, doorsOf } from './behind-the-desks.ts';

/** The `nth` call of an operation by one function, before AWS has done it or when it is done and nobody knows. */
export type Instant = {
  moment: 'before' | 'after';
  /** The function, by its handler's name. */
  caller: string;
  action: string;
  /** Counted from the order on. */
  nth: number;
};

export type Order = { dieAt: Instant } | { sweep: true };
export type News = { ready: { url: string; password: string; doors: Doors } } | { done: true };

const [folder = ''] = process.argv.slice(2);
const stack = await startStack({ folder, assembly: ASSEMBLY, port: 0, filesPort: 0 });

let doom: Instant | undefined;
const { strike } = stack.faults;
stack.faults.strike = (caller, action, moment) => {
  const isIt = doom?.moment === moment && doom.action === action && doom.caller === caller;
  if (doom && isIt) {
    doom.nth -= 1;
    // The group is named after its first process, which this is. Nothing here runs after this line.
    if (doom.nth === 0) process.kill(-process.pid, 'SIGKILL');
  }
  strike(caller, action, moment);
};

const tell = (news: News) => process.send?.(news);

process.on('message', async (order: Order) => {
  if ('dieAt' in order) doom = order.dieAt;
  else await stack.runSweep();
  tell({ done: true });
});
process.once('disconnect', () => process.exit());
// Whoever dies keeps nothing at their end: what was compiled is kept for the next life now.
flushCompileCache();
tell({ ready: { url: stack.url, password: stack.password, doors: doorsOf(stack) } });
