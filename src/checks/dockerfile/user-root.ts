import { finalStages, lastOf } from '../../graph/dockerfile.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/user-root',
  title: 'Image runs as root by its own word',
  dimension: 'security',
  severity: 'high',
  why: 'The last USER decides as whom every container of the image runs. As root, a flaw in the program hands over the whole container, and often the node with it. Install and prepare as root, then switch to a user of its own as the last step.',
  sameAs: ['checkov:CKV_DOCKER_8', 'hadolint:DL3002', 'kics:dockerfile/last_user_is_root', 'trivy:DS-0002'],
  controls: ['cis-docker:4.1', 'pci-dss:2.2.6', 'soc2:CC6.1'],
  sources: ['https://docs.docker.com/build/building/best-practices/#user'],
  visits: finalStages,
  judge(stage) {
    const user = lastOf(stage, 'USER')?.node.get('arguments', 0);
    if (!user) return;
    const name = user.text()!.split(':')[0]!;
    if (name !== 'root' && name !== '0') return;
    return {
      message: `The image runs as root (USER ${name}): end with a user of its own, such as USER 10001, once everything is installed.`,
      at: user,
    };
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN useradd --uid 10001 app
USER app
COPY server /usr/local/bin/server
USER root
CMD ["server"]
`,
    good: `FROM debian:12.11-slim
USER root
RUN useradd --uid 10001 app
COPY server /usr/local/bin/server
USER 10001
CMD ["server"]
`,
  },
});
