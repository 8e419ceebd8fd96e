import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './release-from-shared-cache.ts';

const workflow = (step: string) =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/setup-go@v6\n      - ${step}\n`;
const action = (args: string) => `{ uses: goreleaser/goreleaser-action@v7, with: { args: ${args} } }`;

// source: GoReleaser's documentation of its commands: `build` and snapshots publish nothing
it.each([
  [action('release --clean'), 1],
  ['{ uses: goreleaser/goreleaser-action@v7 }', 1],
  [action('build --skip=validate'), 0],
  [action('release --snapshot --clean'), 0],
  [action('"release --skip=publish,sign"'), 0],
  ['run: goreleaser release --clean', 1],
  ['run: goreleaser build --snapshot', 0],
  ['run: npm publish', 1],
])('knows what publishes: %s', async (step, count) => {
  expect(await judgementOf(check, { '.github/workflows/a.yml': workflow(step) })).toHaveLength(count);
});
