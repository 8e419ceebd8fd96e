import { scriptLines } from '../../graph/gitlab-ci/scripts.ts';
import { downloadsToInterpreter } from '../../syntax/shell/downloads.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/downloaded-script-executed',
  title: 'Script from the network executed unseen',
  dimension: 'security',
  severity: 'low',
  why: 'curl | sh runs whatever the server sends at that moment, with the variables and the token of the job: a changed uploader of Codecov once sent the environment of thousands of pipelines away. Fetch a fixed version and compare its checksum, or put the tool into the image.',
  sameAs: ['poutine:unverified_script_exec'],
  controls: ['slsa:build-l3'],
  sources: ['https://about.codecov.io/security-update/'],
  visits: scriptLines,
  judge(line) {
    return downloadsToInterpreter(line.pipelines).map((found) => ({
      message: `What ${found.fetcher} fetches goes straight into ${found.interpreter}, with the variables of job ${line.job.name}: fetch a fixed version to a file, compare its checksum, then run it.`,
      at: line.at(found),
      key: `${line.job.name} ${found.key}`,
    }));
  },
  examples: {
    bad: `test:
  script: ['curl -sSL https://get.example.com/tool.sh | sh']
`,
    good: `test:
  script: ['curl -sSLo tool https://get.example.com/1.2.0/tool']
`,
  },
});
