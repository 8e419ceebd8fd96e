import { defineConfig } from 'vitest/config';

/** What takes minutes: real Terraform, promtool and helm over all that design writes. One file at a time: each fills the machine. */
export default defineConfig({
  test: {
    include: ['tests/slow/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 900_000,
    reporters: ['default', './tests/support/closing-reporter.ts'],
  },
});
