// Which tests run, and how?
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/run/longest-first.ts';

/** Tests that talk to the whole system, started from the synthesized templates. */
const WHOLE = [
  'tests/integration/http/**/*.test.ts',
  'tests/workflow/**/*.test.ts',
  'tests/e2e/**/*.test.ts',
];

/** For `npm run test:all` only, each with what keeps its idea in every run. */
const SLOW_ONLY = [
  // What axe says of the drafter's screens in rarer states: every-screen asks it of each in its usual one, and what they do is
  // in drafting-desk, submitting and nothing-is-lost.
  'tests/e2e/drafting-screens.test.ts',
  // Thirty-five faults, one for each alarm: that each has one is seen by every run (tests/infra/watch), that they are judged as
  // AWS judges them (tests/unit/local-watch), and that a day is silent and a stuck report rings (from-signature-to-inbox).
  'tests/workflow/alarms.test.ts',
  // A rare way, half a minute of it: hold-delivery and the workflow's own tests say where a document goes instead.
  'tests/e2e/unreachable.test.ts',
  // The web is built once more for it; every-screen asks the same of each part where it stands.
  'tests/integration/web/parts.test.ts',
];

/** For `npm run pictures`: it writes into the sources. */
const PICTURES = 'tests/e2e/guide-pictures.test.ts';

/** For `npm run judges`: strangers' tools, which are fetched first. */
const JUDGES = 'tests/judges/*.test.ts';

const judges = {
  name: 'judges',
  include: [JUDGES],
  globalSetup: ['tests/judges/tools.ts', 'tests/support/run/assembly.ts'],
  // Each is asked about everything at once, a thousand requests or a dozen files.
  testTimeout: 900_000,
};

/**
 * What one process of a run has compiled, and whose types it has stripped, all others need not: some forty start, a command line
 * or a stack each, which takes half of the processor's time by it.
 */
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('./node_modules/.cache/compiled', import.meta.url),
);

export default defineConfig({
  test: {
    // Real engines start in tests (Java, browsers); a busy two-core machine needs this long.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Each file may start an engine of its own; more at once only wait for each other.
    maxWorkers: 2,
    // The modules of all files stay in a worker, some hundreds of MB. By itself V8 looks through all of that for garbage whenever
    // 64 MB of buffers were asked for, which every PDF, page and zip does; so it counts them in with the rest.
    execArgv: ['--external-memory-accounted-in-global-limit'],
    sequence: { sequencer: LongestFirst },
    reporters: [
      'default',
      './tests/support/run/test-times.ts',
      './tests/support/run/closing-line.ts',
    ],
    // Files of a worker share what is dear to start: its stack, its database, its browser (tests/support).
    isolate: false,
    globalSetup: 'tests/support/run/run-folder.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: [...WHOLE, JUDGES, ...(process.env.SLOW ? [] : SLOW_ONLY)],
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: WHOLE,
          exclude: [
            ...(process.env.SLOW ? [] : SLOW_ONLY),
            ...(process.env.PICTURES ? [] : [PICTURES]),
          ],
          globalSetup: 'tests/support/run/assembly.ts',
        },
      },
      ...(process.env.JUDGES ? [{ extends: true as const, test: judges }] : []),
    ],
  },
});
