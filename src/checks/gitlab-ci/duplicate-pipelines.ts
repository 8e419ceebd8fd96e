import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { conditionOf, meansMergeRequest, whenOf } from '../../graph/gitlab-ci/rules.ts';
import { itemsOf } from '../../graph/look.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/duplicate-pipelines',
  title: 'Job that runs twice for each push',
  dimension: 'cost',
  severity: 'low',
  why: 'Where a job has rules for merge requests and for branches, and no workflow chooses between the two, each push to a branch with a merge request starts two pipelines with the same result. workflow: rules decides it once for all jobs.',
  sameAs: ['checkov:CKV_GITLABCI_2'],
  sources: ['https://docs.gitlab.com/ci/jobs/job_rules/#avoid-duplicate-pipelines'],
  visits: pipelineJobs,
  judge({ name, settings, pipeline }) {
    if (pipeline.global('workflow')?.peek('rules')) return;
    const rules = itemsOf(settings.get('rules')).filter((rule) => whenOf(rule) !== 'never');
    const forRequests = rules.find((rule) => meansMergeRequest(conditionOf(rule)));
    const forBranches = rules.find((rule) => isOfAnyBranch(conditionOf(rule)));
    if (!forRequests || !forBranches) return;
    return {
      message: `A push to a branch with a merge request runs job ${name} twice: let workflow: rules take one of the two ($CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS: when: never).`,
      at: forBranches,
      key: name,
    };
  },
  examples: {
    bad: `test:
  script: [make test]
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
    - if: $CI_PIPELINE_SOURCE == 'push'
`,
    good: `workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
test:
  script: [make test]
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
    - if: $CI_PIPELINE_SOURCE == 'push'
`,
  },
});

/** A condition that any branch meets, one with a merge request too. */
function isOfAnyBranch(condition: string): boolean {
  return (
    /^\s*\$CI_COMMIT_BRANCH\s*$/.test(condition) ||
    /^\s*\$CI_PIPELINE_SOURCE\s*==\s*["']push["']\s*$/.test(condition)
  );
}
