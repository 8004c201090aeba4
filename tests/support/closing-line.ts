// How does a test run end? With one plain, machine-readable line, after everything else.
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
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
