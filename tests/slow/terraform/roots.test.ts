import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { terraform as target } from '../../../src/design/terraform/target.ts';
import { architectureOfExample, designExamples } from '../../support/design-example.ts';
import { provideTerraform } from '../../support/terraform.ts';
import { writtenFolder } from '../../support/written-folder.ts';

const terraform = provideTerraform();
afterAll(() => terraform?.close());

describe.skipIf(!terraform)('roots (need terraform with hashicorp/aws)', () => {
  describe.each(designExamples)('of %s', (example) => {
    const files = target.write(architectureOfExample(example));
    const folder = terraform ? writtenFolder(files) : '';
    afterAll(() => {
      if (folder !== '') rmSync(folder, { recursive: true });
    });

    for (const path of distinctRoots(files))
      it(`${path} is valid and passes its test`, () => {
        for (const command of [['init', '-backend=false'], ['test']]) {
          const { ok, told } = terraform!.run(join(folder, path), ...command, '-no-color');
          expect(ok, `terraform ${command[0]}:\n${told}`).toBe(true);
          if (command[0] === 'test') expect(told).toMatch(/Success! [1-9]\d* passed, 0 failed\./);
        }
      });
  });
});

/** Roots, but one only of those that call the same modules with the same arguments: environments differ by sizes. */
function distinctRoots(files: ReadonlyMap<string, string>): string[] {
  const roots = new Set(
    [...files.keys()].flatMap((path) => path.match(/^(.*)\/tests\/plan\.tftest\.hcl$/)?.[1] ?? []),
  );
  const shapes = new Map<string, string>();
  for (const root of roots) {
    const own = [...files].filter(([path]) => path.startsWith(`${root}/`) && !path.includes('/tests/'));
    const shape = own.map(([path, text]) => `${path.slice(root.length)}\n${namesIn(text)}`).join('\n');
    // the last is the one for production, which has most
    shapes.set(shape, root);
  }
  return [...shapes.values()];
}

/** Blocks and the names of their attributes, without values. */
function namesIn(text: string): string {
  return [...text.matchAll(/^ *(?:(?:module|resource|data|provider) .*|\w+(?= +=))/gm)].join('\n');
}
