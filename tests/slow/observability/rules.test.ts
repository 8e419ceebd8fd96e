import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observability } from '../../../src/design/observability/target.ts';
import { blueprints } from '../../support/blueprints.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';
import { hasPromtool, promtool } from '../../support/promtool.ts';
import { writtenFolder } from '../../support/written-folder.ts';

describe.skipIf(!hasPromtool())('rules', () => {
  it('of the example do in each environment what their tests say', () => {
    const root = join(writtenFolder(observability.write(architectureOfExample('payments'))), 'observability');
    for (const environment of ['development', 'staging', 'production']) {
      const tests = readdirSync(join(root, environment, 'tests')).map((one) => `tests/${one}`);
      const test = promtool(join(root, environment), 'test', 'rules', ...tests);
      expect(test.ok, test.output).toBe(true);
    }
  }, 300_000);

  it('of any platform do what their tests say', () => {
    fc.assert(
      fc.property(blueprints, (blueprint) => {
        const asked = { ...blueprint, compute: 'eks' };
        const {
          delivery,
          compliance: _,
          ...rest
        } = asked as typeof asked & { delivery: object; compliance?: unknown };
        const architecture = architectureOf(
          JSON.stringify({ ...rest, delivery: { ...delivery, gitops: 'flux' } }),
        );
        const root = join(writtenFolder(observability.write(architecture)), 'observability');
        for (const { name } of architecture.environments) {
          const folder = join(root, name);
          if (!existsSync(join(folder, 'rules'))) continue;
          const names = readdirSync(join(folder, 'rules'));
          const check = promtool(folder, 'check', 'rules', ...names.map((one) => `rules/${one}`));
          expect(check.ok, check.output).toBe(true);
          const tests = readdirSync(join(folder, 'tests')).map((one) => `tests/${one}`);
          const test = promtool(folder, 'test', 'rules', ...tests);
          expect(test.ok, test.output).toBe(true);
        }
      }),
      { numRuns: 4 },
    );
  }, 600_000);
});
