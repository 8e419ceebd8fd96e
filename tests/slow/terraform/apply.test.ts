import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { terraform as target } from '../../../src/design/terraform/target.ts';
import { architectureOfExample } from '../../support/design-example.ts';
import { hasMockAws, startMockAws } from '../../support/mock-aws.ts';
import { provideTerraform } from '../../support/terraform.ts';
import { modulesFolder } from '../../support/terraform-modules.ts';
import { writtenFolder } from '../../support/written-folder.ts';
import { mockLimits } from './mock-limits.ts';
import { applyLimits, giveInputs, keepStateLocally } from './prepare-copy.ts';

const terraform = provideTerraform();
const able = terraform !== undefined && hasMockAws();

/**
 * What is applied, in this order. Not yet tried: the other roots of this environment, and other environments; each needs
 * its limits in the table first.
 */
const tried = [{ example: 'events', name: 'test', states: ['network', 'platform'] }] as const;

/** A port of its own for each, so that a mock which is slow to go stands in nobody's way. */
const firstPort = 5810;

afterAll(() => {
  terraform?.close();
  if (!able) return;
  const lines = mockLimits.map(
    ({ module, resource, without, reason }) =>
      `  ${module}: ${resource} ${typeof without === 'string' ? 'is not made' : `may differ in ${without.join(', ')}`}: ${reason}`,
  );
  console.log(`Limits of the mock of AWS:\n${lines.join('\n')}`);
});

it.each(mockLimits.filter(({ without }) => typeof without === 'string'))(
  'the own test of $module asks for $resource, which the mock cannot make',
  ({ module, resource }) => {
    const test = readFileSync(join(modulesFolder, module, 'tests', `${module}.tftest.hcl`), 'utf8');
    expect(test).toContain(resource);
  },
);

describe.skipIf(!able)('what design writes (needs terraform with hashicorp/aws, and moto_server)', () => {
  it.each(tried)(
    'of $example is applied in $name ($states), and a second plan finds nothing to do',
    async (one) => {
      const { example, name } = one;
      const states: readonly string[] = one.states;
      const architecture = architectureOfExample(example);
      const environment = architecture.environments.find((one) => one.name === name)!;
      const folder = writtenFolder(target.write(architecture));
      applyLimits(join(folder, 'terraform', 'modules'), mockLimits);
      const port = firstPort + tried.indexOf(one);
      const aws = await startMockAws(environment.account, port);
      const roots = [
        { name: 'bootstrap', path: `terraform/bootstrap/${name}` },
        ...environment.states.filter(({ name }) => states.includes(name)),
      ];
      const faults: string[] = [];
      try {
        for (const root of roots) {
          const path = join(folder, root.path);
          keepStateLocally(path, (state) => join(folder, `${state}.tfstate`), root.name);
          giveInputs(path);
          const commands = [['init'], ['apply', '-auto-approve'], ['plan', '-detailed-exitcode']];
          for (const [command, ...more] of commands) {
            const variables = { AWS_ENDPOINT_URL: aws.endpoint };
            const { ok, told } = terraform!.runWith(
              variables,
              path,
              command!,
              ...more,
              '-input=false',
              '-no-color',
            );
            if (ok) continue;
            faults.push(`${root.path}: terraform ${command}:\n${told}`);
            if (command === 'init') break;
          }
        }
      } finally {
        aws.close();
      }
      expect(faults.join('\n')).toBe('');
      rmSync(folder, { recursive: true });
    },
  );
});
