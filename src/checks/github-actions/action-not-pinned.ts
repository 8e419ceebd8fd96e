import { uses } from '../../graph/github-actions.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/action-not-pinned',
  title: 'Action not pinned to a commit',
  dimension: 'security',
  severity: 'medium',
  why: 'A tag or branch of an action can be moved to other code at any time, by its owner or by whoever took the account over; it then runs with the secrets and the token of this job, as it happened with tj-actions/changed-files in March 2025. A full commit hash cannot be moved; Dependabot and Renovate raise it, with the version in a comment.',
  sameAs: [
    'kics:cicd/github/unpinned_actions_full_length_commit_sha',
    'scorecard:pinned-dependencies/action',
    'zizmor:unpinned-uses',
  ],
  controls: ['slsa:build-l3', 'soc2:CC8.1'],
  sources: [
    'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    'https://github.com/advisories/GHSA-mrrh-fwg8-r2c3',
  ],
  visits: uses,
  judge({ action, key }) {
    if (action.kind !== 'repository' || action.isPinned) return;
    const { repository, ref } = action;
    const isGitHub = /^(?:actions|github)\//.test(repository);
    return {
      message: ref
        ? `${ref} of ${repository} can be moved to other code, which then runs with this job's token and secrets: name the commit, ${repository}@<commit> # ${ref}.`
        : `${repository} is named without a version: name the commit that was reviewed.`,
      at: action.node,
      key,
      // moving a tag of GitHub's own actions takes breaking into GitHub
      ...(isGitHub && { severity: 'low' as const }),
    };
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  changes:
    runs-on: ubuntu-24.04
    steps:
      - uses: tj-actions/changed-files@v45
`,
    good: `on: push
permissions: {}
jobs:
  changes:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: ./.github/actions/changes
`,
  },
});
