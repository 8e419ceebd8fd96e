import { deployingJobs, isPreview } from '../../graph/github-actions-deployment.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/deployment-without-environment',
  title: 'Deployment without an environment',
  dimension: 'reliability',
  severity: 'medium',
  why: 'An environment is where GitHub asks for approval, limits which branches may deploy, keeps the secrets of production from all other jobs, and records what was deployed when. Without it every push that reaches this job changes what runs, unseen.',
  controls: ['soc2:CC8.1', 'pci-dss:6.5.1'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
  ],
  visits: deployingJobs,
  judge(job) {
    const { node, id, deployments, workflow } = job;
    if (isPreview(job)) return;
    const isOnlyCalled = workflow.triggers.size === 1 && workflow.triggers.has('workflow_call');
    if (node.peek('environment') || isOnlyCalled) return;
    return {
      message: `The job ${id} deploys (${deployments[0]!.what}) with nobody asked and no record: give it an environment, and let that require approval for production.`,
      at: deployments[0]!.at,
      key: id,
    };
  },
  examples: {
    bad: `on:
  push:
    branches: [main]
permissions: {}
concurrency: production
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
      - run: helm upgrade --install shop charts/shop
`,
    good: `on:
  push:
    branches: [main]
permissions: {}
concurrency: production
jobs:
  deploy:
    runs-on: ubuntu-24.04
    environment: production
    steps:
      - run: helm upgrade --install shop charts/shop
`,
  },
});
