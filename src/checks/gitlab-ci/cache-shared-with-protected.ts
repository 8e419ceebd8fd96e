import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { itemsOf } from '../../graph/look.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/cache-shared-with-protected',
  title: 'Cache that unprotected branches may write for protected ones',
  dimension: 'security',
  severity: 'medium',
  why: 'GitLab keeps the caches of protected branches apart, so that a branch of anybody cannot plant a file that the job with the credentials of production then runs. unprotect: true takes that wall down.',
  controls: ['soc2:CC8.1', 'slsa:build-l3'],
  sources: ['https://docs.gitlab.com/ci/yaml/#cacheunprotect'],
  visits: pipelineJobs,
  judge({ name, settings }) {
    return itemsOf(settings.get('cache')).flatMap((cache): Fault[] => {
      const at = cache.peek('unprotect');
      if (at?.content !== true) return [];
      return [
        {
          message: `Every branch may write the cache that job ${name} reads on a protected one, and so run code there: take unprotect out.`,
          at,
          key: name,
          fix: {
            safety: 'safe',
            summary: 'keep the caches of protected branches apart',
            edits: [{ op: 'remove', node: at }],
          },
        },
      ];
    });
  },
  examples: {
    bad: `test:
  script: [npm ci]
  cache:
    key: npm
    unprotect: true
    paths: [.npm/]
`,
    good: `test:
  script: [npm ci]
  cache:
    key: npm
    paths: [.npm/]
`,
  },
});
