import { runs } from '../../graph/dockerfile.ts';
import { downloadsToInterpreter } from '../../syntax/shell/downloads.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/downloaded-script-executed',
  title: 'Script from the network executed unseen',
  dimension: 'security',
  severity: 'medium',
  why: 'curl | sh runs whatever the server, or anyone between, sends at that moment, as root, into an image that is then trusted. Nobody can tell later what it was. Fetch a fixed version, compare its checksum, then run it; or take the package.',
  sameAs: ['scorecard:pinned-dependencies/download-then-run'],
  controls: ['cis-docker:4.11', 'slsa:build-l3'],
  sources: ['https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies'],
  visits: runs,
  judge(run) {
    return downloadsToInterpreter(run.pipelines).map((found) => ({
      message: `What ${found.fetcher} fetches goes straight into ${found.interpreter}: fetch a fixed version to a file, compare its checksum (sha256sum -c), then run it.`,
      at: run.at(found),
      key: found.key,
    }));
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN curl -fsSL https://example.com/install.sh | bash
`,
    good: `FROM debian:12.11-slim
RUN curl -fsSLo install.sh https://example.com/1.4.2/install.sh \\
    && echo "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d  install.sh" | sha256sum -c - \\
    && sh install.sh
`,
  },
});
