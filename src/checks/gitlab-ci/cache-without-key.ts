import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { itemsOf } from '../../graph/look.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/cache-without-key',
  title: 'Cache that all jobs and branches share',
  dimension: 'reliability',
  severity: 'low',
  why: 'A cache without a key is called default and is one for all jobs and branches: each overwrites what the others left, so that a job finds the packages of another branch or none. A key made from the lock file (key: { files: [package-lock.json] }) is right by construction.',
  sources: ['https://docs.gitlab.com/ci/caching/'],
  visits: pipelineJobs,
  judge({ name, settings, node }) {
    const own = node.peek('cache');
    return itemsOf(own ?? undefined).flatMap((cache): Fault[] => {
      if (!cache.peek('paths') || cache.peek('key') || settings.entries('cache').has('key')) return [];
      return [
        {
          message: `The cache of job ${name} has no key, so all jobs and branches overwrite each other's: make one from the lock file, such as key: { files: [package-lock.json] }.`,
          at: cache,
          key: name,
        },
      ];
    });
  },
  examples: {
    bad: `test:
  script: [npm ci]
  cache:
    paths: [.npm/]
`,
    good: `test:
  script: [npm ci]
  cache:
    key:
      files: [package-lock.json]
    paths: [.npm/]
`,
  },
});
