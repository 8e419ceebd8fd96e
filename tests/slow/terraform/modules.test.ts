import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { provideTerraform } from '../../support/terraform.ts';
import { layOutModules, moduleNames } from '../../support/terraform-modules.ts';

const terraform = provideTerraform();
const folder = terraform ? layOutModules() : '';
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
  terraform?.close();
});

describe.skipIf(!terraform)('modules of Terraform (need terraform with hashicorp/aws)', () => {
  for (const name of moduleNames)
    it(`${name} is valid and passes its own tests`, { timeout: 300_000 }, () => {
      const module = join(folder, name);
      for (const command of [['init', '-backend=false'], ['validate'], ['test']]) {
        const { ok, told } = terraform!.run(module, ...command, '-no-color');
        expect(ok, `terraform ${command[0]}:\n${told}`).toBe(true);
        if (command[0] === 'test') expect(told).toMatch(/Success! [1-9]\d* passed, 0 failed\./);
      }
    });
});
