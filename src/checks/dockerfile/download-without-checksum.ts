import { instructionsOf } from '../../graph/dockerfile.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/download-without-checksum',
  title: 'ADD fetches from the network without a checksum',
  dimension: 'security',
  severity: 'medium',
  why: 'What the address serves today may be something else tomorrow, and the build takes it without a look. With --checksum (or a commit for a Git address) the build stops unless it is exactly what was reviewed.',
  controls: ['cis-docker:4.11', 'cis-docker:4.12', 'slsa:build-l3'],
  sources: ['https://docs.docker.com/reference/dockerfile/#add---checksum'],
  visits: instructionsOf('ADD'),
  judge({ node }) {
    if (node.has('flags', 'checksum')) return;
    const sources = node.list('arguments').slice(0, -1);
    const source = sources.find((one) => {
      const text = one.text() ?? '';
      const isGit = /\.git(?:#|\?|$)|^git@|^git:/.test(text);
      return isGit ? !/[#=@][0-9a-f]{40}\b/.test(text) : /^https?:\/\//.test(text);
    });
    if (!source) return;
    return {
      message: `ADD takes whatever the address serves at build time: state what it must be, with --checksum=sha256:… or a commit.`,
      at: source,
    };
  },
  examples: {
    bad: `FROM alpine:3.22
ADD https://example.com/tool-1.4.2.tar.gz /opt/
`,
    good: `FROM alpine:3.22
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool-1.4.2.tar.gz /opt/
`,
  },
});
