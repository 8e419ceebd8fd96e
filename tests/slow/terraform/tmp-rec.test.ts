import { afterAll, expect, it } from 'vitest';
import { provideTerraform } from '../../support/terraform.ts';

const terraform = provideTerraform();
afterAll(() => terraform?.close());
for (const root of (process.env['ROOTS'] ?? '').split(' '))
  it(root, { timeout: 600_000 }, () => {
    for (const command of [['init', '-backend=false'], ['test']]) {
      const { ok, told } = terraform!.run(root, ...command, '-no-color');
      expect(ok, `terraform ${command[0]}:\n${told}`).toBe(true);
    }
  });
