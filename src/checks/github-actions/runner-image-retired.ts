import { jobs } from '../../graph/github-actions.ts';
import { runnersOf } from '../../graph/github-actions-values.ts';
import { check } from '../check.ts';

/** Hosted images that are gone, the month they went, and the one that took their place. Source: github.com/actions/runner-images, announcements. */
const retired: Readonly<Record<string, { readonly since: string; readonly instead: string }>> = {
  'ubuntu-16.04': { since: 'September 2021', instead: 'ubuntu-24.04' },
  'ubuntu-18.04': { since: 'April 2023', instead: 'ubuntu-24.04' },
  'ubuntu-20.04': { since: 'April 2025', instead: 'ubuntu-24.04' },
  'macos-10.15': { since: 'August 2022', instead: 'macos-15' },
  'macos-11': { since: 'June 2024', instead: 'macos-15' },
  'macos-12': { since: 'December 2024', instead: 'macos-15' },
  'macos-13': { since: 'December 2025', instead: 'macos-15-intel' },
  'windows-2016': { since: 'April 2022', instead: 'windows-2025' },
  'windows-2019': { since: 'June 2025', instead: 'windows-2025' },
};

export default check({
  id: 'github-actions/runner-image-retired',
  title: 'Job asks for a runner image that is gone',
  dimension: 'functionality',
  severity: 'high',
  why: 'GitHub takes old runner images away. A job that asks for one is not refused: it waits for a runner that never comes, and is cancelled after a day. Nobody is told.',
  sameAs: ['actionlint:runner-label'],
  sources: [
    'https://github.com/actions/runner-images/issues/11101',
    'https://github.com/actions/runner-images/issues/13046',
  ],
  visits: jobs,
  judge(job) {
    const label = runnersOf(job).find((one) => Object.hasOwn(retired, one.toLowerCase()));
    if (!label) return;
    const { since, instead } = retired[label.toLowerCase()]!;
    const runsOn = job.node.peek('runs-on')!;
    const isPlain = runsOn.content === label;
    return {
      message: `${label} is gone since ${since}, so the job ${job.id} waits for a runner that never comes: use ${instead}.`,
      at: runsOn,
      key: job.id,
      ...(isPlain && {
        fix: {
          safety: 'unsafe',
          summary: `use ${instead} (programs come in newer versions)`,
          edits: [{ op: 'replace', node: runsOn, value: instead }],
        },
      }),
    };
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-20.04
    steps:
      - run: make test
`,
    good: `on: push
permissions: {}
jobs:
  test:
    strategy:
      matrix:
        os: [ubuntu-24.04, macos-15]
    runs-on: \${{ matrix.os }}
    steps:
      - run: make test
`,
  },
});
