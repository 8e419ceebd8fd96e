import { deployingJobs, isPreview } from '../../graph/github-actions-deployment.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/deployment-pushed',
  title: 'Cluster changed by the pipeline instead of GitOps',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'kubectl apply from a pipeline changes the cluster once: what is changed by hand afterwards stays, what is deleted from the repository stays too, and the pipeline holds the keys of the cluster. Argo CD or Flux pull the same manifests, keep the cluster equal to them, and need no key outside of it.',
  controls: ['soc2:CC8.1'],
  sources: ['https://opengitops.dev/'],
  visits: deployingJobs,
  judge(job) {
    const { deployments, id } = job;
    if (isPreview(job)) return;
    const found = deployments.find(({ what }) =>
      /^(?:kubectl (?:apply|create|replace|patch|set)|helm (?:upgrade|install)|helmfile)\b/.test(what),
    );
    if (!found) return;
    return {
      message: `${found.what} changes the cluster once and from outside: commit the new version instead, and let Argo CD or Flux apply it and keep it so.`,
      at: found.at,
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
    environment: production
    steps:
      - run: kubectl apply -k deploy/production
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
      - run: argocd app sync shop
`,
  },
});
