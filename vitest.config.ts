// Which tests run, and how? One project for each engine they need, so that one can be run alone.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Real engines start in tests (Java, browsers); a busy two-core machine needs this long.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    include: ['tests/**/*.test.ts'],
  },
});
