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
    it(`${name} is valid and passes its own tests`, () => {
      const { ok, told } = terraform!.test(join(folder, name));
      expect(ok, told).toBe(true);
      expect(told).toMatch(/Success! [1-9]\d* passed, 0 failed\./);
    });
});
