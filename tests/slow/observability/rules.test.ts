import { existsSync, readdirSync, rmSync } from 'node:fs';
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
    const folder = writtenFolder(observability.write(architectureOfExample('payments')));
    const root = join(folder, 'observability');
    for (const environment of ['development', 'staging', 'production', 'production-dr']) {
      const tests = readdirSync(join(root, environment, 'tests')).map((one) => `tests/${one}`);
      const test = promtool(join(root, environment), 'test', 'rules', ...tests);
      expect(test.ok, test.output).toBe(true);
    }
    rmSync(folder, { recursive: true });
  });

  it('of services with bare connections beside others fire for the one that fails', () => {
    const folder = writtenFolder(
      observability.write(
        architectureOf(
          'name: shop\ncompute: eks\nenvironments: { production: { account: "111122223333" } }\nservices:\n  api: { image: acme/api }\n  feed: { image: acme/feed, protocol: tcp, port: 7000 }\n  relay: { image: acme/relay, protocol: tcp, port: 7001 }\n',
        ),
      ),
    );
    const here = join(folder, 'observability', 'production');
    const test = promtool(here, 'test', 'rules', 'tests/objectives.yaml');
    expect(test.ok, test.output).toBe(true);
    rmSync(folder, { recursive: true });
  });

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
        const folder = writtenFolder(observability.write(architecture));
        for (const { name } of architecture.environments) {
          const here = join(folder, 'observability', name);
          if (!existsSync(join(here, 'rules'))) continue;
          const names = readdirSync(join(here, 'rules'));
          const check = promtool(
            here,
            'check',
            'rules',
            '--lint-fatal',
            ...names.map((one) => `rules/${one}`),
          );
          expect(check.ok, check.output).toBe(true);
          const tests = readdirSync(join(here, 'tests')).map((one) => `tests/${one}`);
          const test = promtool(here, 'test', 'rules', ...tests);
          expect(test.ok, test.output).toBe(true);
        }
        rmSync(folder, { recursive: true });
      }),
      // each run asks promtool, so that shrinking a failure would take an hour
      { numRuns: 4, endOnFailure: true },
    );
  });
});
