import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { terraform as target } from '../../../src/design/terraform/target.ts';
import { architectureOfExample, designExamples } from '../../support/design-example.ts';
import { provideTerraform } from '../../support/terraform.ts';
import { writtenFolder } from '../../support/written-folder.ts';
import { distinctRoots } from './distinct-roots.ts';

const terraform = provideTerraform();
afterAll(() => terraform?.close());

describe.skipIf(!terraform)('roots (need terraform with hashicorp/aws)', () => {
  describe.each(designExamples)('of %s', (example) => {
    const architecture = architectureOfExample(example);
    const files = target.write(architecture);
    const folder = terraform ? writtenFolder(files) : '';
    afterAll(() => {
      if (folder !== '') rmSync(folder, { recursive: true });
    });
    const roots = distinctRoots(files, architecture.environments);

    it('of production are the ones that are tried', () => {
      const main = architecture.environments.at(-1)!.states.map(({ path }) => path);
      expect(roots).toEqual(expect.arrayContaining(main));
    });

    it.each(roots)('%s is valid and passes its test', (path) => {
      const { ok, told } = terraform!.test(join(folder, path));
      expect(ok, told).toBe(true);
      expect(told).toMatch(/Success! [1-9]\d* passed, 0 failed\./);
    });

    it('can be begun with the providers that they ask for', () => {
      const { ok, told } = terraform!.run(join(folder, roots.at(-1)!), 'init', '-backend=false', '-no-color');
      expect(ok, told).toBe(true);
    });
  });
});
