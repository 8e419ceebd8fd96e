import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOfExample } from '../../support/design-example.ts';

const architecture = architectureOfExample('payments');
const files = terraform.write(architecture);
const keyOf = (path: string) => /kms_key_id += "(.+)"/.exec(files.get(path)!)?.[1];

describe('states', () => {
  it('are encrypted with the key that the bootstrap makes for them, since S3 would take its own', () => {
    for (const { name, states } of architecture.environments) {
      const bootstrap = files.get(`terraform/bootstrap/${name}/main.tf`)!;
      const made = [...bootstrap.matchAll(/module "state\w*_key" \{[^}]*?name += "(.+)"/g)].map((m) => m[1]);
      expect(made).toHaveLength(name === 'production' ? 2 : 1);
      expect(keyOf(`terraform/bootstrap/${name}/terraform.tf`)).toBe(`alias/${made[0]}`);
      for (const { path, inRecovery } of states)
        expect(keyOf(`${path}/terraform.tf`), path).toBe(`alias/${made[inRecovery ? 1 : 0]}`);
    }
  });
});
