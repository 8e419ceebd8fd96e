import { pipelineImages } from '../../graph/gitlab-ci/images.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/docker-in-docker',
  title: 'Docker within a privileged runner',
  dimension: 'security',
  severity: 'low',
  why: 'docker:dind only starts on a runner that gives its jobs a privileged container, and so gives every job of every project there the rights of root on the machine. BuildKit without root, Buildah or Kaniko build images in an ordinary container.',
  controls: ['soc2:CC6.1'],
  sources: ['https://docs.gitlab.com/ci/docker/using_docker_build/'],
  visits: pipelineImages,
  judge({ node, text, role, job }) {
    if (role !== 'service' || !/(?:^|\/)docker:.*dind/.test(text ?? '')) return;
    const folder = job.settings.entries('variables').get('DOCKER_TLS_CERTDIR');
    const host = String(job.settings.entries('variables').get('DOCKER_HOST')?.content ?? '');
    const isOpen = folder?.content === '' || /:2375\b/.test(host);
    return {
      message: isOpen
        ? `The Docker daemon beside job ${job.name} listens without TLS, open to all that shares its network, and needs a privileged runner: set DOCKER_TLS_CERTDIR: /certs, or build with Buildah or BuildKit without root.`
        : `The Docker daemon beside job ${job.name} needs a runner that makes each job root on its machine: build with Buildah or BuildKit without root.`,
      at: node,
      key: 'dind',
      ...(isOpen && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `build:
  image: docker:28.1.1
  services: [docker:28.1.1-dind]
  script: [docker build .]
`,
    good: `build:
  image: quay.io/buildah/stable:v1.40.1
  services: [redis:7.4.2]
  script: [buildah bud .]
`,
  },
});
