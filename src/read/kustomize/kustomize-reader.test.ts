import { describe, expect, it } from 'vitest';
import { type FakeTool, memoryRepository } from '../../../tests/support/memory-repository.ts';
import { kubernetesReader } from '../kubernetes/kubernetes-reader.ts';
import type { ReadOptions } from '../reader.ts';
import { kustomizeReader } from './kustomize-reader.ts';

const options: ReadOptions = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: true };
const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
const files = {
  'base/kustomization.yaml': 'resources: [a.yaml]\n',
  'base/a.yaml': configMap('a'),
  'overlays/prod/kustomization.yaml': 'resources: [../../base]\npatches: [{ path: patch.yaml }]\n',
  'overlays/prod/patch.yaml': `${configMap('a')}data: { a: b }\n`,
  'plain.yaml': configMap('plain'),
};
const renders: FakeTool = () => ({ outcome: 'done', stdout: configMap('a') });

async function read(tools: Record<string, FakeTool>, texts: Record<string, string> = files, with_ = options) {
  const repository = memoryRepository(texts, tools);
  const [kustomize, plain] = await Promise.all([
    kustomizeReader.read(repository, with_),
    kubernetesReader.read(repository, with_),
  ]);
  const resources = [...kustomize.resources, ...plain.resources];
  return {
    units: [...kustomize.units, ...plain.units].map(({ id, environment }) => `${id} ${environment ?? '-'}`),
    resources: resources.map(({ address, unit }) => `${unit.id} ${address}`),
    claimed: [...new Set([...kustomize.files, ...plain.files])].sort(),
    problems: repository.problems.map(({ path, message }) => `${path}: ${message}`),
    calls: repository.calls,
  };
}

describe('overlays', () => {
  it('are rendered once, and what they took is not read again', async () => {
    const result = await read({ kustomize: renders });
    expect(result.calls).toEqual(['kustomize build ./overlays/prod']);
    expect(result.units).toEqual(['kustomize:overlays/prod prod', 'manifests:. -']);
    expect(result.resources).toEqual(['kustomize:overlays/prod ConfigMap/a', 'manifests:. ConfigMap/plain']);
    expect(result.claimed).toEqual(Object.keys(files).sort());
    expect(result.problems).toEqual([]);
  });

  it('are rendered with kubectl where there is no kustomize', async () => {
    const { calls, resources } = await read({ kubectl: renders });
    expect(calls).toEqual(['kustomize build ./overlays/prod', 'kubectl kustomize ./overlays/prod']);
    expect(resources).toContain('kustomize:overlays/prod ConfigMap/a');
  });

  it.each<[string, Record<string, FakeTool>, RegExp]>([
    [
      'there is no tool',
      {},
      /overlays\/prod is not rendered.*`kubectl` is not on PATH: install kustomize or kubectl/,
    ],
    [
      'the tool fails',
      { kustomize: () => ({ outcome: 'failed', stderr: 'Error: /repository/base: no matches for Id' }) },
      /`kustomize build` failed: base: no matches for Id$/,
    ],
    ['it takes too long', { kustomize: () => ({ outcome: 'timeout' }) }, /took longer than 60 seconds/],
  ])('where %s, say so and hold what they are made of, without their patches', async (_, tools, message) => {
    const { resources, problems, claimed } = await read(tools);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
    expect(resources).toEqual(['kustomize:overlays/prod ConfigMap/a', 'manifests:. ConfigMap/plain']);
    expect(claimed).toEqual(Object.keys(files).sort());
  });

  it('never reach a tool with something remote in them', async () => {
    const { calls, problems, resources } = await read(
      { kustomize: renders },
      { ...files, 'base/kustomization.yaml': 'resources: [a.yaml, https://example.com/b.yaml]\n' },
    );
    expect(calls).toEqual([]);
    expect(problems).toEqual([
      'base/kustomization.yaml: `https://example.com/b.yaml` is remote and is not fetched: keep a copy in the repository to have it verified; overlays/prod is not rendered and its files are read as they are',
    ]);
    expect(resources).toContain('kustomize:overlays/prod ConfigMap/a');
  });

  it('are rendered in parts where something in them is remote', async () => {
    const { calls, problems, resources, units } = await read(
      {
        kustomize: (args) => ({
          outcome: 'done',
          stdout: ['shared', ...(args.includes('./web') ? ['web'] : ['jobs'])].map(configMap).join('---\n'),
        }),
      },
      {
        'all/kustomization.yaml': 'resources: [../web, ../jobs, ../broken, own.yaml]\n',
        'all/own.yaml': configMap('own'),
        'web/kustomization.yaml': 'resources: [a.yaml]\nnamePrefix: x-\n',
        'web/a.yaml': configMap('a'),
        'jobs/kustomization.yaml': 'resources: [b.yaml]\n',
        'jobs/b.yaml': configMap('b'),
        'broken/kustomization.yaml': 'resources: [c.yaml, "https://example.com/b.yaml"]\n',
        'broken/c.yaml': configMap('c'),
      },
    );
    expect(calls).toEqual(['kustomize build ./web', 'kustomize build ./jobs']);
    expect(units).toEqual(['kustomize:all -']);
    expect(resources).toEqual(
      ['shared', 'web', 'jobs', 'own', 'c'].map((name) => `kustomize:all ConfigMap/${name}`),
    );
    expect(problems).toEqual([
      'broken/kustomization.yaml: `https://example.com/b.yaml` is remote and is not fetched: keep a copy in the repository to have it verified; all is not rendered as a whole: the bases of it that can be rendered are, each by itself, and its other files are read as they are, without their patches',
    ]);
  });

  it('are not rendered where rendering is switched off', async () => {
    const { calls, problems, resources } = await read({ kustomize: renders }, files, {
      ...options,
      render: false,
    });
    expect(calls).toEqual([]);
    expect(resources).toContain('kustomize:overlays/prod ConfigMap/a');
    expect(problems).toEqual([expect.stringMatching(/rendering is switched off/)]);
  });
});
