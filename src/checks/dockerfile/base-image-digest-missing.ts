import { stages } from '../../graph/dockerfile.ts';
import { baseImageOf } from '../../graph/dockerfile-image.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/base-image-digest-missing',
  title: 'Base image not pinned by its digest',
  dimension: 'security',
  severity: 'low',
  why: 'A tag can be moved to another image, by its maker or by whoever takes over the account; a digest names exactly one. With the digest pinned, what was reviewed is what is built, and Renovate or Dependabot still raise it as a visible change.',
  sameAs: ['scorecard:pinned-dependencies/dockerfile'],
  controls: ['cis-docker:4.2', 'slsa:build-l3'],
  sources: ['https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies'],
  visits: stages,
  judge(stage) {
    const image = baseImageOf(stage);
    // an image without a version is another check's matter
    if (!image || image.digest || image.tag === undefined || image.tag === 'latest') return;
    return {
      message: `The tag ${image.tag} of ${image.repository} can be moved to another image: add the digest, ${image.repository}:${image.tag}@sha256:….`,
      at: stage.image,
      key: `${stage.index}`,
    };
  },
  examples: {
    bad: `FROM golang:1.24.5 AS build
RUN go version
`,
    good: `FROM golang:1.24.5@sha256:ef5b4be1f94b36c90385abd9b6b4f201723ae28e71acacb76d00687333c17282 AS build
RUN go version
`,
  },
});
