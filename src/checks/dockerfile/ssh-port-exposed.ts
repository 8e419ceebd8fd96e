import { instructionsOf } from '../../graph/dockerfile.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/ssh-port-exposed',
  title: 'Image exposes the port of SSH',
  dimension: 'security',
  severity: 'medium',
  why: 'A container is replaced, not logged into: an SSH server in it is one more program to patch, with keys to guard and a way in that no audit sees. kubectl exec and docker exec are governed by the platform.',
  sameAs: ['checkov:CKV_DOCKER_1', 'kics:dockerfile/exposing_port_22', 'trivy:DS-0004'],
  controls: ['cis-docker:5.7'],
  sources: ['https://docs.docker.com/reference/dockerfile/#expose'],
  visits: instructionsOf('EXPOSE'),
  judge({ node }) {
    for (const port of node.list('arguments')) {
      const [range, protocol = 'tcp'] = (port.text() ?? '').toLowerCase().split('/');
      const [first, last = first] = range!.split('-').map(Number);
      if (protocol !== 'tcp' || !(first! <= 22 && last! >= 22)) continue;
      return {
        message:
          'Port 22 is exposed, so the image carries an SSH server: take it out, and reach containers through the platform (kubectl exec).',
        at: port,
      };
    }
    return undefined;
  },
  examples: {
    bad: `FROM debian:12.11-slim
EXPOSE 8080 22
`,
    good: `FROM debian:12.11-slim
EXPOSE 8080 2222/udp
`,
  },
});
