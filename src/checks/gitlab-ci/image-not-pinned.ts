import { pipelineImages } from '../../graph/gitlab-ci/images.ts';
import { parseImageReference } from '../../syntax/image-reference.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/image-not-pinned',
  title: 'Job in an image without a version',
  dimension: 'reliability',
  severity: 'low',
  why: 'A job that runs in, or beside, an image without a tag or with latest gets another one from one day to the next: it breaks without a change, or tests against another version than the one in production. Whoever can push to that name also runs code with the variables of the job. Name the version, best with its digest.',
  controls: ['soc2:CC8.1'],
  sources: ['https://docs.gitlab.com/ci/yaml/#image'],
  visits: pipelineImages,
  judge({ node, text, role, job }) {
    if (text === undefined || text.startsWith('$')) return;
    const { repository, tag, digest } = parseImageReference(text);
    if (digest || (tag !== undefined && tag !== 'latest')) return;
    return {
      message: `The ${role} ${repository} of job ${job.name} is taken in whatever version is current: name the one that the job was written for.`,
      at: node,
      key: repository,
    };
  },
  examples: {
    bad: `test:
  image: node
  script: [npm test]
`,
    good: `test:
  image: node:24.1.0
  script: [npm test]
`,
  },
});
