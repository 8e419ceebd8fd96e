import { shellSteps } from '../../graph/github-actions.ts';
import { downloadsToInterpreter } from '../../syntax/shell/downloads.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/downloaded-script-executed',
  title: 'Script from the network executed unseen',
  dimension: 'security',
  severity: 'low',
  why: 'curl | sh runs whatever the server sends at that moment, with the token and the secrets of the job: in April 2021 a changed uploader of Codecov sent the environment of thousands of pipelines away. Fetch a fixed version and compare its checksum, or use an action pinned to a commit.',
  sameAs: ['scorecard:pinned-dependencies/download-then-run', 'poutine:unverified_script_exec'],
  controls: ['slsa:build-l3'],
  sources: ['https://about.codecov.io/security-update/'],
  visits: shellSteps,
  judge(step) {
    return downloadsToInterpreter(step.pipelines).map((found) => ({
      message: `What ${found.fetcher} fetches goes straight into ${found.interpreter}, with this job's token and secrets: fetch a fixed version to a file, compare its checksum, then run it.`,
      at: step.at(found),
      key: `${step.key} ${found.key}`,
    }));
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  coverage:
    runs-on: ubuntu-24.04
    steps:
      - run: bash <(curl -s https://uploader.example.com/bash)
`,
    good: `on: push
permissions: {}
jobs:
  coverage:
    runs-on: ubuntu-24.04
    steps:
      - run: |
          curl -fsSLo uploader https://uploader.example.com/v0.8.0/linux/uploader
          echo "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d  uploader" | sha256sum -c -
          chmod +x uploader && ./uploader
`,
  },
});
