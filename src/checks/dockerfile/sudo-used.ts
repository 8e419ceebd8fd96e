import { runs } from '../../graph/dockerfile.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/sudo-used',
  title: 'RUN uses sudo',
  dimension: 'security',
  severity: 'low',
  why: 'A build runs as root until USER says otherwise, so sudo does nothing there but end in the image, where it helps whoever breaks in to become root. Switch with USER root and back instead.',
  sameAs: ['checkov:CKV2_DOCKER_1', 'hadolint:DL3004', 'kics:dockerfile/run_using_sudo', 'trivy:DS-0010'],
  controls: ['cis-docker:4.3', 'cis-docker:4.8'],
  sources: ['https://docs.docker.com/build/building/best-practices/#user'],
  visits: runs,
  judge(run) {
    const command = run.commands.find((one) => callOf(one)?.through.includes('sudo'));
    if (!command) return;
    return {
      message:
        'A build needs no sudo, and an image with it is easier to take over: write USER root before this RUN, and the other USER after it.',
      at: run.at(command),
    };
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN sudo mkdir /data
`,
    good: `FROM debian:12.11-slim
USER root
RUN mkdir /data
USER 10001
`,
  },
});
