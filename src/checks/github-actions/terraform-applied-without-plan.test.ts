import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import check from './terraform-applied-without-plan.ts';

async function faults(...runs: readonly string[]): Promise<number> {
  const steps = runs.map((run) => `      - run: ${run}\n`).join('');
  const { graph } = await readFiles({
    '.github/workflows/infra.yml': `on: push\njobs:\n  apply:\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`,
  });
  return graph
    .select(check.visits)
    .reduce((count, step) => count + [check.judge(step, graph) ?? []].flat().length, 0);
}

describe('github-actions/terraform-applied-without-plan', () => {
  it('minds an apply without a saved plan, by whatever name', async () => {
    expect(await faults('terraform apply -auto-approve', 'tofu apply -var env=prod -auto-approve')).toBe(2);
    expect(await faults('terragrunt run-all apply --terragrunt-non-interactive')).toBe(1);
  });

  it('does not mind one of a saved plan', async () => {
    expect(await faults('terraform plan -out=plan.tfplan', 'terraform apply plan.tfplan')).toBe(0);
  });

  it('leaves workflows alone that tear down what they made', async () => {
    expect(await faults('terraform apply -auto-approve', 'terraform destroy -auto-approve')).toBe(0);
    expect(await faults('terraform apply -auto-approve', 'terraform apply -destroy -auto-approve')).toBe(0);
  });
});
