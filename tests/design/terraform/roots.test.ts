import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { terraform as target } from '../../../src/design/terraform/target.ts';
import { architectureOfExample, designExamples } from '../../support/design-example.ts';
import { provideTerraform } from '../../support/terraform.ts';
import { writtenFolder } from '../../support/written-folder.ts';

const terraform = provideTerraform();
afterAll(() => terraform?.close());

describe.each(designExamples)('what is written for %s', (example) => {
  const files = target.write(architectureOfExample(example));

  it.skipIf(!terraform)('is as terraform fmt would have it (needs terraform)', () => {
    const folder = writtenFolder(files);
    const { ok, told } = terraform!.run(folder, 'fmt', '-check', '-recursive', '-diff');
    expect(ok, told).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('plans roots that make passwords with the real provider, since mocks know no ephemeral resources', () => {
    const tests = [...files].filter(([path]) => path.endsWith('/tests/plan.tftest.hcl'));
    expect(tests.length).toBeGreaterThan(4);
    for (const [path, text] of tests) {
      const root = path.slice(0, -'tests/plan.tftest.hcl'.length);
      const calls = [...files].filter(([file]) => file.startsWith(root) && file.endsWith('.tf'));
      const makes = calls.some(([, code]) => /^ {2}source = "[./]+modules\/(?:database|cache)"$/m.test(code));
      expect(/^mock_provider "aws"/m.test(text), path).toBe(!makes);
      expect(/^override_module /m.test(text), path).toBe(makes);
    }
  });
});
