import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { workflowOf } from '../../graph/github-actions.ts';
import { runnersOf } from '../../graph/github-actions-values.ts';
import type { Reading } from '../reader.ts';
import { githubActionsReader } from './github-actions-reader.ts';

const options = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: false };

async function read(files: Record<string, string>) {
  const repository = memoryRepository(files);
  const reading: Reading = await githubActionsReader.read(repository, options);
  return { ...reading, problems: repository.problems };
}

const job = 'jobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n';

describe('the GitHub Actions reader', () => {
  it('reads workflows and composite actions under readable, unique addresses', async () => {
    const { resources, units, problems } = await read({
      '.github/workflows/ci.yml': `on: push\n${job}`,
      'shop/.github/workflows/ci.yml': `on: push\n${job}`,
      '.github/actions/setup/action.yml':
        'name: setup\nruns:\n  using: composite\n  steps:\n    - run: make\n      shell: bash\n',
      'action.yaml': 'name: top\nruns:\n  using: node24\n  main: index.js\n',
      'docs/action.yml': 'just: data\n',
      '.github/dependabot.yml': 'version: 2\n',
    });
    expect(resources.map(({ address, type, name }) => [address, type, name]).sort()).toEqual([
      ['action/.', 'action', '.'],
      ['action/.github/actions/setup', 'action', 'setup'],
      ['workflow/ci.yml', 'workflow', 'ci'],
      ['workflow/shop/ci.yml', 'workflow', 'ci'],
    ]);
    expect(units.map(({ id }) => id).sort()).toEqual(['github-actions:.', 'github-actions:shop']);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a word', 'on: push\n'],
    ['a list', 'on: [push, workflow_dispatch]\n'],
    ['a map', 'on:\n  push:\n    branches: [main]\n'],
    ['a quoted key', '"on": push\n'],
    ['what a YAML 1.1 writer makes of it', 'true: push\n'],
  ])('knows the trigger written as %s', async (_, on) => {
    const { resources, problems } = await read({ '.github/workflows/ci.yml': on + job });
    expect([...workflowOf(resources[0]!).triggers.keys()]).toContain('push');
    expect(problems).toEqual([]);
  });

  it('names the place of what GitHub would refuse, and keeps what can be read', async () => {
    const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - name: nothing\n  b: 1\n  c: {}\n`;
    const { resources, problems } = await read({ '.github/workflows/ci.yml': text });
    expect(resources).toHaveLength(1);
    expect(problems.map(({ message, file, start }) => [file!.lineAt(start!), message])).toEqual([
      [6, 'a step needs either uses or run'],
      [7, 'the job b is no map of settings'],
      [8, 'the job c has neither steps nor a workflow that it uses'],
    ]);
  });

  it.each([
    ['no map', '- a\n', /holds no map/],
    ['no jobs', 'on: push\n', /there are no jobs/],
    ['broken YAML', 'on: [push\njobs: {', /./],
  ])('reports a file with %s and reads nothing from it', async (_, text, message) => {
    const { resources, problems } = await read({ '.github/workflows/ci.yml': text });
    expect(resources).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(message);
  });

  it('resolves runners through the matrix', async () => {
    const text = `on: push
jobs:
  a:
    strategy:
      matrix:
        os: [ubuntu-24.04, windows-2025]
        include:
          - os: macos-15
    runs-on: \${{ matrix.os }}
    steps: [{ run: make }]
  b:
    runs-on: \${{ inputs.runner }}
    steps: [{ run: make }]
  c:
    runs-on: { group: large, labels: [self-hosted, linux] }
    steps: [{ run: make }]
`;
    const { resources } = await read({ '.github/workflows/ci.yml': text });
    expect(workflowOf(resources[0]!).jobs.map((one) => runnersOf(one))).toEqual([
      ['ubuntu-24.04', 'windows-2025', 'macos-15'],
      [],
      ['self-hosted', 'linux'],
    ]);
  });
});
