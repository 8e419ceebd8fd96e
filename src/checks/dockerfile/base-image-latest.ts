import { stages } from '../../graph/dockerfile.ts';
import { baseImageOf } from '../../graph/dockerfile-image.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/base-image-latest',
  title: 'Base image without a version',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Without a tag, or with latest, every build may stand on another system than the one before: what worked yesterday breaks without a change, and nobody can build the old image again. Name the version that was tested, and let a bot raise it.',
  sameAs: [
    'checkov:CKV_DOCKER_7',
    'hadolint:DL3006',
    'hadolint:DL3007',
    'kics:dockerfile/image_version_not_explicit',
    'kics:dockerfile/image_version_using_latest',
    'trivy:DS-0001',
  ],
  controls: ['cis-docker:4.2'],
  sources: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  visits: stages,
  judge(stage) {
    const image = baseImageOf(stage);
    if (!image || image.digest || (image.tag && image.tag !== 'latest')) return;
    const how = image.tag ? 'is taken as latest' : 'is named without a version';
    return {
      message: `The base image ${image.repository} ${how}, so each build may get another one: name the version that was tested.`,
      at: stage.image,
      key: `${stage.index}`,
    };
  },
  examples: {
    bad: `FROM node
CMD ["node", "--version"]
`,
    good: `FROM node:22.17-alpine AS base
FROM base
CMD ["node", "--version"]
`,
  },
});
