import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { terraform as target } from '../../../src/design/terraform/target.ts';
import { architectureOfExample, designExamples } from '../../support/design-example.ts';
import { hasMockAws } from '../../support/mock-aws.ts';
import { provideTerraform } from '../../support/terraform.ts';
import { modulesFolder } from '../../support/terraform-modules.ts';
import { alikeEnvironments } from './alike-environments.ts';
import { applyEnvironment } from './apply-environment.ts';
import type { MockLimit } from './mock-limit.ts';
import { mockLimits } from './mock-limits.ts';
import { headOf } from './prepare-copy.ts';

const terraform = provideTerraform();
const able = terraform !== undefined && hasMockAws();

/** Where an environment is like another, its bootstrap only. */
const environments = designExamples.flatMap((example) =>
  alikeEnvironments(architectureOfExample(example)).map(({ name, sameAs }) => ({ example, name, sameAs })),
);

/** A port of its own for each, so that a mock which is slow to go stands in nobody's way. */
const firstPort = 5810;

afterAll(() => {
  terraform?.close();
  if (!able) return;
  const lines = mockLimits.map(
    ({ module, resource, without, reason }) =>
      `  ${module ?? 'roots'}: ${resource} ${outcomeOf(without)}: ${reason}`,
  );
  console.log(`Limits of the mock of AWS:\n${lines.join('\n')}`);
});

function outcomeOf(without: MockLimit['without']): string {
  if (typeof without === 'string') return 'is not made';
  return without.length === 0 ? 'is made otherwise' : `may differ in ${without.join(', ')}`;
}

it.each(environments.filter(({ sameAs }) => sameAs !== undefined))(
  '$name of $example has the resources of $sameAs, which stands for it',
  ({ example, name, sameAs }) => {
    const files = target.write(architectureOfExample(example));
    expect(blocksOf(files, name)).toEqual(blocksOf(files, sameAs!));
  },
);

it('lets nothing stand for production', () => {
  const stoodFor = environments.filter(({ sameAs }) => sameAs !== undefined);
  expect(stoodFor.map(({ name }) => name)).not.toContain('production');
});

function blocksOf(files: ReadonlyMap<string, string>, environment: string): string[] {
  const texts = [...files].flatMap(([path, text]) =>
    path.startsWith(`terraform/environments/${environment}/`) ? [text.replaceAll(environment, '')] : [],
  );
  return texts.flatMap((text) => text.match(/^(?:resource|module|data|provider) .*/gm) ?? []);
}

describe('limits of the mock', () => {
  const written = new Map(
    designExamples.flatMap((example) => [...target.write(architectureOfExample(example))]),
  );

  it.each(mockLimits)('$resource is in what is applied', (limit) => {
    const folder =
      limit.module === undefined
        ? /^terraform\/(bootstrap|environments)\//
        : `terraform/modules/${limit.module}/`;
    const texts = [...written].flatMap(([path, text]) => (path.search(folder) === 0 ? [text] : []));
    expect(texts.some((text) => text.includes(headOf(limit)))).toBe(true);
  });

  // a root is planned whole by its own test
  it.each(mockLimits.filter(({ module }) => module !== undefined))(
    'the own test of $module asks for $resource',
    ({ module, resource }) => {
      const test = readFileSync(join(modulesFolder, module!, 'tests', `${module}.tftest.hcl`), 'utf8');
      expect(test).toContain(resource);
    },
  );
});

// most of the time is spent waiting for what AWS would need it for
describe.skipIf(!able)('what design writes (needs terraform with hashicorp/aws, and moto_server)', () => {
  for (const [at, { example, name, sameAs }] of environments.entries()) {
    const roots = sameAs === undefined ? 'all roots' : `bootstrap, the rest being that of ${sameAs},`;
    it.concurrent(`${example}, ${name}: ${roots} applied, and planned again without a change`, async ({
      expect,
    }) => {
      const which = sameAs === undefined ? 'all' : 'bootstrap';
      const faults = await applyEnvironment(terraform!, example, name, which, firstPort + at);
      expect(faults.join('\n')).toBe('');
    });
  }
});
