import { deployingPipelineJobs } from '../../graph/gitlab-ci/deployments.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/deployment-without-environment',
  title: 'Deployment without an environment',
  dimension: 'reliability',
  severity: 'medium',
  why: 'An environment is where GitLab asks for approval, keeps the variables of production from all other jobs, and records what was deployed when, for a rollback by one click. Without it a deployment is a script like any other.',
  controls: ['soc2:CC8.1'],
  sources: ['https://docs.gitlab.com/ci/environments/'],
  visits: deployingPipelineJobs,
  judge({ name, what, at, environment, settings }) {
    if (environment !== undefined || settings.get('environment')) return;
    return {
      message: `The job ${name} deploys (${what}) and leaves no record: give it an environment, with variables and approvals of its own.`,
      at,
      key: name,
    };
  },
  examples: {
    bad: `deploy:
  script: [kubectl apply -f k8s/]
`,
    good: `deploy:
  script: [kubectl apply -f k8s/]
  environment: staging
`,
  },
});
