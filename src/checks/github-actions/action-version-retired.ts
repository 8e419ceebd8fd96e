import { uses } from '../../graph/github-actions.ts';
import { majorOf } from '../../graph/github-actions-reference.ts';
import { check } from '../check.ts';

/** Major versions up to which GitHub's own actions fail, since the services behind them are gone. Source: github.blog/changelog. */
const goneUpTo: Readonly<Record<string, { readonly major: number; readonly since: string }>> = {
  'actions/upload-artifact': { major: 3, since: 'January 2025' },
  'actions/download-artifact': { major: 3, since: 'January 2025' },
  'actions/cache': { major: 2, since: 'March 2025' },
  'actions/upload-pages-artifact': { major: 2, since: 'January 2025' },
  'actions/deploy-pages': { major: 3, since: 'January 2025' },
};

export default check({
  id: 'github-actions/action-version-retired',
  title: 'Action in a version that no longer works',
  dimension: 'functionality',
  severity: 'high',
  why: 'GitHub has switched off the services that old versions of its own actions talk to: the step fails, and with it every run of the job. Go to the current major version and read its notes: artifacts, for one, can no longer be written twice under one name.',
  sameAs: ['actionlint:action'],
  sources: [
    'https://github.blog/changelog/2024-04-16-deprecation-notice-v3-of-the-artifact-actions/',
    'https://github.blog/changelog/2024-12-05-notice-of-upcoming-releases-and-breaking-changes-for-github-actions/',
    'https://github.blog/changelog/2024-12-05-deprecation-notice-github-pages-actions-to-require-artifacts-actions-v4-on-github-com/',
  ],
  visits: uses,
  judge({ action, key }) {
    const gone = Object.hasOwn(goneUpTo, action.repository) ? goneUpTo[action.repository]! : undefined;
    const major = majorOf(action);
    if (!gone || major === undefined || major > gone.major) return;
    return {
      message: `Version ${major} of ${action.repository} fails since ${gone.since}: use version ${gone.major + 1} or later.`,
      at: action.node,
      key,
    };
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/upload-artifact@v3
        with:
          path: dist
`,
    good: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/upload-artifact@v4
        with:
          path: dist
`,
  },
});
