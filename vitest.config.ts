// Which tests run, and how?
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real engines start in tests (Java, browsers); a busy two-core machine needs this long.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // Each file may start an engine of its own; more at once only wait for each other.
    maxWorkers: 2,
    reporters: ['default', './tests/support/closing-line.ts'],
  },
});
