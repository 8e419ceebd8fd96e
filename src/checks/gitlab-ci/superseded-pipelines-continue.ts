import { pipelines } from '../../graph/gitlab-ci/pipeline.ts';
import { hasMergeRequests } from '../../graph/gitlab-ci/rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/superseded-pipelines-continue',
  title: 'Pipelines that nobody waits for any more',
  dimension: 'cost',
  severity: 'info',
  why: 'Each push to a merge request starts a pipeline, and the one before goes on although its result interests nobody. GitLab cancels it where its jobs are interruptible: set that as the default, and take deployments out.',
  sources: ['https://docs.gitlab.com/ci/yaml/#interruptible'],
  visits: pipelines,
  judge(pipeline) {
    if (!hasMergeRequests(pipeline)) return;
    const cancels = pipeline.global('workflow')?.peek('auto_cancel');
    if (cancels || pipeline.jobs.some(({ settings }) => settings.get('interruptible'))) return;
    return {
      message:
        'A new push leaves the pipeline of the one before running: set default: { interruptible: true }, and interruptible: false for deployments.',
      at: pipeline.global('workflow') ?? pipeline.node,
    };
  },
  examples: {
    bad: `test:
  script: [make test]
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
`,
    good: `default:
  interruptible: true
test:
  script: [make test]
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
`,
  },
});
