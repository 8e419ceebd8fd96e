import { describe, expect, it } from 'vitest';
import { readFiles } from '../../tests/support/read-example.ts';
import { deployingJobs } from './github-actions-deployment.ts';

async function deploymentsOf(...steps: readonly string[]) {
  const text = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`;
  const { graph } = await readFiles({ '.github/workflows/ci.yml': text });
  return graph.select(deployingJobs).flatMap(({ deployments }) => deployments.map(({ what }) => what));
}

describe('deployingJobs', () => {
  it.each([
    ['run: terraform -chdir=prod apply -auto-approve', 'terraform apply'],
    ['run: kubectl --context prod -n shop apply -f x', 'kubectl apply'],
    ['run: cat x | kubectl apply -f -', 'kubectl apply'],
    ['run: helm upgrade --install shop charts/shop', 'helm upgrade'],
    ['run: npx cdk deploy', undefined],
    ['uses: azure/webapps-deploy@v3', 'azure/webapps-deploy'],
    ['run: ansible-playbook -i prod site.yml', 'ansible-playbook'],
    ['run: ansible-playbook tests/cloud_playbooks/create.yml', undefined],
    ['run: terraform plan', undefined],
    ['run: kubectl apply --dry-run=server -f x', undefined],
    ['run: helm template charts/shop', undefined],
    ['run: echo kubectl apply', undefined],
  ])('%s: %s', async (step, what) => {
    expect(await deploymentsOf(step)).toEqual(what === undefined ? [] : [what]);
  });

  it('leaves out what the job takes down again, whatever comes of it', async () => {
    const made = 'run: terraform apply -auto-approve';
    expect(await deploymentsOf(made, 'run: terraform destroy -auto-approve')).toEqual([]);
    expect(await deploymentsOf(made, '{ if: always(), run: tofu destroy -auto-approve }')).toEqual([]);
    expect(await deploymentsOf(made, '{ if: inputs.remove, run: terraform destroy }')).toHaveLength(1);
    expect(await deploymentsOf('run: terraform destroy', made)).toHaveLength(1);
  });

  it('leaves out clusters that live only as long as the job', async () => {
    expect(await deploymentsOf('uses: helm/kind-action@v1', 'run: kubectl apply -f x')).toEqual([]);
    expect(await deploymentsOf('run: minikube start', 'run: kubectl apply -f x')).toEqual([]);
  });
});
