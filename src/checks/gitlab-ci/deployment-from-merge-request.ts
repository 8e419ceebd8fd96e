import { deployingPipelineJobs, isReview } from '../../graph/gitlab-ci/deployments.ts';
import { runsForMergeRequests } from '../../graph/gitlab-ci/rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/deployment-from-merge-request',
  title: 'Deployment from a merge request',
  dimension: 'security',
  severity: 'high',
  why: 'The pipeline of a merge request runs the code and the jobs that its author wrote, before anybody reviewed them, and that of a fork too as soon as a member starts it. A deployment there hands the credentials of the environment to whoever opens one. Deploy from protected branches and tags alone, and let merge requests have an environment of their own.',
  controls: ['soc2:CC8.1', 'pci-dss:6.5.1'],
  sources: ['https://docs.gitlab.com/ci/pipelines/merge_request_pipelines/#use-with-forked-projects'],
  visits: deployingPipelineJobs,
  judge(job) {
    if (isReview(job) || !runsForMergeRequests(job)) return;
    return {
      message: `The job ${job.name} runs ${job.what} for merge requests, with code that nobody has reviewed: limit it to the protected branch ($CI_COMMIT_REF_PROTECTED == "true"), or give merge requests a review environment.`,
      at: job.at,
      key: job.name,
      ...(!job.isProduction && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `deploy-production:
  script: [kubectl apply -f k8s/]
  environment: production
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
`,
    good: `deploy-production:
  script: [kubectl apply -f k8s/]
  environment: production
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`,
  },
});
