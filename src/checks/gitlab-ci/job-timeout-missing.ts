import { deployingPipelineJobs } from '../../graph/gitlab-ci/deployments.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/job-timeout-missing',
  title: 'Deployment without a time limit of its own',
  dimension: 'cost',
  severity: 'info',
  why: 'A deployment that hangs on a prompt or a lock runs as long as the project allows, an hour unless somebody raised it, and holds its environment all the while. timeout at two or three times the usual ends it early.',
  sources: ['https://docs.gitlab.com/ci/yaml/#timeout'],
  visits: deployingPipelineJobs,
  judge({ name, at, settings }) {
    if (settings.get('timeout')) return;
    return {
      message: `The job ${name} may hang as long as the project allows, and nobody else deploys meanwhile: set timeout.`,
      at,
      key: name,
    };
  },
  examples: {
    bad: `deploy:
  script: [kubectl apply -f k8s/]
  environment: staging
`,
    good: `deploy:
  script: [kubectl apply -f k8s/]
  environment: staging
  timeout: 15m
`,
  },
});
