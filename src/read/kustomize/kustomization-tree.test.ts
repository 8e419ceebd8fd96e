import { expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { closureOf, isRemote, kustomizationTree } from './kustomization-tree.ts';

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';

function tree(files: Record<string, string>) {
  const { leaves, circular } = kustomizationTree(memoryRepository(files));
  return {
    leaves: leaves.map(({ kustomization }) => kustomization.folder),
    circular: circular.map(({ folder }) => folder),
    obstacles: leaves.flatMap((leaf) =>
      [...closureOf(leaf)].flatMap(({ obstacles }) => obstacles.map(({ message }) => message)),
    ),
  };
}

it('takes for leaves what no other refers to, and what can stand alone', () => {
  expect(
    tree({
      'base/kustomization.yaml': 'resources: [a.yaml]\n',
      'base/a.yaml': configMap,
      'parts/kustomization.yaml': 'kind: Component\n',
      'overlays/dev/kustomization.yml': 'resources: [../../base]\ncomponents: [../../parts]\n',
      'overlays/prod/Kustomization': 'bases: [../../base/]\n',
      'clusters/kustomization.yaml':
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\n',
    }),
  ).toEqual({ leaves: ['overlays/dev', 'overlays/prod'], circular: [], obstacles: [] });
});

it('takes what a standby is built on for deployed too', () => {
  const { leaves } = tree({
    'base/kustomization.yaml': 'resources: [a.yaml]\n',
    'base/a.yaml': configMap,
    'overlays/prod/kustomization.yaml': 'resources: [../../base]\n',
    'overlays/prod-dr/kustomization.yaml': 'resources: [../prod]\n',
    'overlays/qa/kustomization.yaml': 'resources: [../../base]\n',
    'overlays/qa-eu/kustomization.yaml': 'resources: [../qa]\n',
  });
  expect(leaves).toEqual(['overlays/prod-dr', 'overlays/prod', 'overlays/qa-eu']);
});

it('names what leads back to itself', () => {
  expect(
    tree({ 'a/kustomization.yaml': 'resources: [../b]\n', 'b/kustomization.yaml': 'resources: [../a]\n' }),
  ).toEqual({
    leaves: [],
    circular: ['a', 'b'],
    obstacles: [],
  });
});

it.each([
  ['resources: [https://example.com/a.yaml]', /remote/],
  ['resources: ["github.com/org/repo//deploy?ref=v1"]', /remote/],
  ['resources: [../../outside]', /leads out/],
  ['resources: [/etc/passwd]', /leads out/],
  ['resources: [missing.yaml]', /is not there/],
  ['patches: [{ path: https://example.com/a.yaml }]', /remote/],
  ['configMapGenerator: [{ name: a, files: [k=https://example.com/a] }]', /remote/],
  ['secretGenerator: [{ name: a, envs: [gone.env] }]', /is not there/],
  ['openapi: { path: https://example.com/a.json }', /remote/],
  ['helmCharts: [{ name: a, repo: https://example.com }]', /not rendered/],
  ['generators: ["apiVersion: builtin\\nkind: X\\nfiles: [https://example.com/a]"]', /remote/],
  ['transformers: [t.yaml]', /remote/],
])('sees what keeps it from being rendered: %s', (text, message) => {
  const { obstacles } = tree({
    'o/kustomization.yaml': `${text}\n`,
    'o/t.yaml': 'apiVersion: builtin\nkind: PatchTransformer\npath: https://example.com/p.yaml\n',
  });
  expect(obstacles).toHaveLength(1);
  expect(obstacles[0]).toMatch(message);
});

it.each([
  ['https://example.com/a.yaml', true],
  ['git@github.com:org/repo.git', true],
  ['ssh://git@host/repo', true],
  ['git::https://host/repo', true],
  ['user@host:repo', true],
  ['gitlab.example.com/org/repo', true],
  ['repo.git?ref=main', true],
  ['../base', false],
  ['my.app/deploy.yaml', false],
  ['deploy.yaml', false],
  ['./a@b.yaml', false],
])('%s is remote: %s', (target, remote) => {
  expect(isRemote(target)).toBe(remote);
});
