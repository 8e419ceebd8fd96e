import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/only-except-deprecated',
  title: 'Job limited by only or except',
  dimension: 'iac-quality',
  severity: 'info',
  why: 'only and except are kept for old pipelines and get nothing new; they cannot be mixed with rules, and say badly what a job with neither does in a merge request. rules says the same, with conditions that can be read.',
  sources: ['https://docs.gitlab.com/ci/yaml/deprecated_keywords/'],
  visits: pipelineJobs,
  judge({ name, node }) {
    const at = node.peek('only') ?? node.peek('except');
    if (!at) return;
    return {
      message: `The job ${name} is limited by ${node.peek('only') ? 'only' : 'except'}, which is deprecated: say it by rules.`,
      at,
      key: name,
    };
  },
  examples: {
    bad: `test:
  script: [make test]
  only: [main]
`,
    good: `test:
  script: [make test]
  rules:
    - if: $CI_COMMIT_BRANCH == 'main'
`,
  },
});
