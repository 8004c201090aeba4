// How does a test run end? With one plain, machine-readable line, after everything else; before it is said what the functions' logs
// should not have held, which counts as a failure each.
import type { Reporter, TestModule } from 'vitest/node';
import { judgeLogs } from './judged-logs.ts';
import { runFolder } from './run-folder.ts';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const folder = runFolder();
    const { lines, faults } = folder === undefined ? { lines: 0, faults: [] } : judgeLogs(folder);
    if (lines > 0) console.log(`\n${lines} lines of functions' logs, ${faults.length} faults`);
    for (const fault of faults) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
    const count = { passed: 0, failed: errors.length + faults.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count[test.result().state] += 1;
      // A file that could not be read, or what its tests begin with, fails without a test that does.
      const hasFailed = tests.some((test) => test.result().state === 'failed');
      if (!module.ok() && !hasFailed) count.failed += 1;
    }
    const { passed, failed, skipped, pending } = count;
    process.on('exit', () => {
      console.log(`${passed} passed, ${failed + pending} failed, ${skipped} skipped`);
    });
  }
}
