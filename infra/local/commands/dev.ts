// npm run dev: the whole system on this machine, and every change of its sources within two seconds.
// A function is bundled again when it is next called; a change of the infrastructure is synthesized again.
import { rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { bundleHandlers, HANDLERS } from '../../constructs/bundle.ts';
import { webSources } from '../door/web-sources.ts';
import { startStack } from '../stack.ts';
import type { DeployedFunction } from '../template/assembly.ts';
import { checkMachine } from '../this-machine/machine-check.ts';
import { firstDayOf, greet, portsOf, runCommand, sayAlarms, stopOnSignal } from './console.ts';
import { ASSEMBLY, ROOT, synthesize, synthesizeIfOlder, TEMPLATE_SOURCES } from './synthesize.ts';

const Handler = z.enum(HANDLERS);

/** An editor writes a file in several steps. */
const SETTLED_MILLISECONDS = 100;

/** Runs `work` once after the last of several calls, and never twice at a time. */
const settled = (work: () => Promise<void>): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work).catch((error) => console.error(String(error)));
    }, SETTLED_MILLISECONDS);
  };
};

/** Bundles made of the sources as they are: each when its function is called after a change, and only then. */
const openBundles = (folder: string) => {
  let edition = 0;
  let made = new Map<string, Promise<string>>();
  rmSync(folder, { recursive: true, force: true });
  return {
    codeOf: ({ id, code }: DeployedFunction): Promise<string> => {
      if (edition === 0) return Promise.resolve(code);
      const known = made.get(id);
      if (known) return known;
      const into = join(folder, String(edition));
      const making = bundleHandlers([Handler.parse(id)], into).then(() => join(into, id));
      made.set(id, making);
      return making;
    },
    sourcesChanged: (): void => {
      edition += 1;
      made = new Map();
      // The edition before may still be running its last events.
      rmSync(join(folder, String(edition - 2)), { recursive: true, force: true });
    },
  };
};

await runCommand(async () => {
  checkMachine();
  const ports = portsOf();
  await synthesizeIfOlder();
  const bundles = openBundles(join(ROOT, '.local/bundles'));
  const stack = await startStack({
    folder: join(ROOT, '.local'),
    firstDay: firstDayOf(),
    assembly: ASSEMBLY,
    ...ports,
    codeOf: bundles.codeOf,
    web: async (server) => (await webSources(join(ROOT, 'web'), server)).answer,
    report: (what) => console.error(what),
  });
  stopOnSignal(stack.stop);
  await greet(stack);
  sayAlarms(stack);

  const functionsChanged = settled(async () => {
    bundles.sourcesChanged();
    stack.reload();
    console.log('Functions: their next calls run the new sources.');
  });
  const infrastructureChanged = settled(async () => {
    await synthesize();
    stack.reload();
    console.log('Templates: taken up again; tables and buckets need a restart.');
  });
  watch(join(ROOT, 'functions'), { recursive: true }, functionsChanged);
  for (const part of TEMPLATE_SOURCES) {
    watch(join(ROOT, part), { recursive: true }, infrastructureChanged);
  }
});
