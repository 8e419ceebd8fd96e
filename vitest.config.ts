import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    // minutes of real tools: `npm run test:slow`
    exclude: ['tests/slow/**', '**/node_modules/**'],
    // the modules are pure and load once a worker instead of once a file: half the time
    isolate: false,
    maxWorkers: '100%',
    setupFiles: ['./tests/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/support/closing-reporter.ts'],
  },
});
