import { deployingJobs } from '../../graph/github-actions-deployment.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/deployment-not-serialized',
  title: 'Deployments that can run at the same time',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Two pushes in a row start two deployments, and the older one may finish last: the old version is then what runs, or both work on one state and one fails half-way. A concurrency group lets one finish before the next begins; do not cancel a deployment under way.',
  controls: ['soc2:CC8.1'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency',
  ],
  visits: deployingJobs,
  judge({ node, id, workflow, deployments }) {
    const isGrouped = node.peek('concurrency') ?? workflow.node.peek('concurrency');
    const isOnlyCalled = workflow.triggers.size === 1 && workflow.triggers.has('workflow_call');
    if (isGrouped || isOnlyCalled) return;
    return {
      message: `Nothing keeps two runs of ${id} from deploying at once (${deployments[0]!.what}): add concurrency with a group for each environment.`,
      at: deployments[0]!.at,
      key: id,
      fix: {
        safety: 'unsafe',
        summary: 'let runs of this job wait for each other (a run that waits is replaced by a newer one)',
        edits: [
          {
            op: 'set',
            in: node,
            path: ['concurrency'],
            after: 'runs-on',
            value: { group: `${id}-\${{ github.ref }}`, 'cancel-in-progress': false },
          },
        ],
      },
    };
  },
  examples: {
    bad: `on:
  push:
    branches: [main]
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    environment: production
    steps:
      - run: kubectl apply -f manifests/
`,
    good: `on:
  push:
    branches: [main]
permissions: {}
concurrency:
  group: production
  cancel-in-progress: false
jobs:
  deploy:
    runs-on: ubuntu-24.04
    environment: production
    steps:
      - run: kubectl apply -f manifests/
`,
  },
});
