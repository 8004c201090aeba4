// npm run dev: the whole system on this machine, and every change of its sources within two seconds.
// Functions are bundled again by themselves; a change of the infrastructure is synthesized again.
import { mkdirSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { createServer as createVite } from 'vite';
import { bundleHandler, HANDLERS } from '../constructs/bundle.ts';
import { greet, portsOf, runCommand, stopOnSignal } from './console.ts';
import { checkMachine } from './machine-check.ts';
import { startStack } from './stack.ts';
import { ASSEMBLY, ROOT, synthesize, synthesizeIfOlder } from './synthesize.ts';

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

await runCommand(async () => {
  checkMachine();
  const ports = portsOf();
  await synthesizeIfOlder();
  const stack = await startStack({
    folder: join(ROOT, '.local'),
    assembly: ASSEMBLY,
    ...ports,
    web: async (server) => {
      const vite = await createVite({
        root: join(ROOT, 'web'),
        server: { middlewareMode: { server }, hmr: { server } },
      });
      return (request, response) => vite.middlewares(request, response);
    },
    report: (what) => console.error(what),
  });
  stopOnSignal(stack.stop);
  greet(stack);

  const bundles = join(ROOT, '.local/bundles');
  let edition = 0;
  const bundleAgain = async () => {
    const folder = join(bundles, String(++edition));
    mkdirSync(folder, { recursive: true });
    const functions = stack.assembly().functions;
    await Promise.all(HANDLERS.map((handler) => bundleHandler(handler, folder)));
    stack.replace(functions.map((one) => ({ ...one, code: join(folder, one.id) })));
    // The edition before may still be running its last events.
    rmSync(join(bundles, String(edition - 2)), { recursive: true, force: true });
    console.log(`Functions: edition ${edition}`);
  };
  const synthesizeAgain = async () => {
    await synthesize();
    stack.reload();
    console.log('Templates: taken up again; tables, buckets and the machine need a restart.');
  };
  rmSync(bundles, { recursive: true, force: true });
  watch(join(ROOT, 'functions'), { recursive: true }, settled(bundleAgain));
  const infrastructureChanged = settled(synthesizeAgain);
  for (const part of ['app.ts', 'stages.ts', 'stacks', 'constructs', 'workflow']) {
    watch(join(ROOT, 'infra', part), { recursive: true }, infrastructureChanged);
  }
});
