import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { deployingPipelineJobs } from './deployments.ts';

const job = (more: string) => `deploy:\n  script: [tofu apply -auto-approve]\n${more}`;

it.each([
  ['', 1],
  ['  after_script: [make clean]\n', 1],
  ['  after_script: [tofu -chdir=aws destroy -auto-approve]\n', 0],
])('takes what is taken down again for no deployment: %j', async (more, count) => {
  const { graph } = await readFiles({ '.gitlab-ci.yml': job(more) });
  expect(graph.select(deployingPipelineJobs)).toHaveLength(count);
});
