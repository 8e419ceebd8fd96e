import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/artifacts-kept-for-ever',
  title: 'Artifacts that are never deleted',
  dimension: 'cost',
  severity: 'low',
  why: 'Artifacts of every pipeline of every branch are kept until somebody deletes them by hand, and storage is paid by the month. Give them as long as somebody may look at them: a week for reports, until the next job for what only that needs.',
  sources: ['https://docs.gitlab.com/ci/yaml/#artifactsexpire_in'],
  visits: pipelineJobs,
  judge({ name, settings }) {
    const at = settings.entries('artifacts').get('expire_in');
    if (String(at?.content) !== 'never') return;
    return {
      message: `The artifacts of job ${name} are kept for ever: set expire_in to as long as somebody may look at them, such as 1 week.`,
      at: at!,
      key: name,
    };
  },
  examples: {
    bad: `test:
  script: [make test]
  artifacts:
    paths: [report/]
    expire_in: never
`,
    good: `test:
  script: [make test]
  artifacts:
    paths: [report/]
    expire_in: 1 week
`,
  },
});
