import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import check from './untrusted-checkout.ts';

async function isFound(...inputs: readonly string[]): Promise<boolean> {
  const lines = inputs.map((input) => `          ${input}\n`).join('');
  const { graph } = await readFiles({
    '.github/workflows/check.yml': `on: pull_request_target
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
        with:
${lines}      - run: make test
`,
  });
  return graph.select(check.visits).some((step) => check.judge(step, graph) !== undefined);
}

describe('github-actions/untrusted-checkout', () => {
  it.each([
    'ref: ${{ github.event.pull_request.head.sha }}',
    'ref: refs/pull/${{ github.event.number }}/merge',
    'ref: ${{ github.event.pull_request.merge_commit_sha }}',
    'repository: ${{ github.event.pull_request.head.repo.full_name }}',
  ])('minds %s', async (input) => {
    expect(await isFound(input)).toBe(true);
  });

  it('minds the branch of a pull request together with the repository it comes from', async () => {
    const ref = 'ref: ${{ github.head_ref }}';
    expect(await isFound(ref, 'repository: ${{ github.event.pull_request.head.repo.full_name }}')).toBe(true);
    expect(await isFound(ref)).toBe(false);
  });
});
