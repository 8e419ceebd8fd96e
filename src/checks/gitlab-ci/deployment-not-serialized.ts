import { deployingPipelineJobs, isReview } from '../../graph/gitlab-ci/deployments.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/deployment-not-serialized',
  title: 'Deployments that may overtake each other',
  dimension: 'reliability',
  severity: 'low',
  why: 'Two merges in a row make two pipelines, and the older one may deploy last: production then runs the version before, and both believe that they have won. resource_group lets one deployment of an environment run at a time, in order.',
  controls: ['soc2:CC8.1'],
  sources: ['https://docs.gitlab.com/ci/resource_groups/'],
  visits: deployingPipelineJobs,
  judge(job) {
    if (job.settings.get('resource_group') || isReview(job)) return;
    return {
      message: `Two pipelines may run ${job.what} of job ${job.name} at once, and the older one may finish last: set resource_group to the name of its environment.`,
      at: job.at,
      key: job.name,
      ...(job.isProduction && { severity: 'medium' }),
      fix: {
        safety: 'safe',
        summary: 'let one deployment run at a time',
        edits: [
          {
            op: 'set',
            in: job.node,
            path: ['resource_group'],
            value: resourceGroup(job.environment ?? job.name),
          },
        ],
      },
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
  resource_group: staging
`,
  },
});

/** Only letters, digits, `-`, `_`, `/`, `$`, `{`, `}`, `.` and blanks are taken. */
function resourceGroup(name: string): string {
  return name.replace(/[^\w\-/${}. ]/g, '-');
}
