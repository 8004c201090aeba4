// npm start: the whole system on this machine, from what is built.
import { join } from 'node:path';
import { webFiles } from '../door/web-files.ts';
import { startStack } from '../stack.ts';
import { checkMachine } from '../this-machine/machine-check.ts';
import { firstDayOf, greet, portsOf, runCommand, sayAlarms, stopOnSignal } from './console.ts';
import { ASSEMBLY, buildWebIfOlder, ROOT, synthesizeIfOlder, WEB } from './synthesize.ts';

await runCommand(async () => {
  checkMachine();
  const ports = portsOf();
  await synthesizeIfOlder();
  await buildWebIfOlder();
  const stack = await startStack({
    folder: join(ROOT, '.local'),
    firstDay: firstDayOf(),
    assembly: ASSEMBLY,
    ...ports,
    web: (_, policy) => webFiles(WEB, policy),
    report: (what) => console.error(what),
  });
  stopOnSignal(stack.stop);
  await greet(stack);
  sayAlarms(stack);
});
