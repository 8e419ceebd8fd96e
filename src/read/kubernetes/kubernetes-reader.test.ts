import { expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import type { ReadOptions } from '../reader.ts';
import { kubernetesReader } from './kubernetes-reader.ts';

const options: ReadOptions = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: true };
const configMap = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

async function read(files: Record<string, string>) {
  const repository = memoryRepository(files);
  const { units, resources, files: claimed } = await kubernetesReader.read(repository, options);
  return {
    units: units.map(({ id, environment }) => `${id} ${environment ?? '-'}`).sort(),
    resources: resources.map(({ address, unit }) => `${unit.id} ${address}`).sort(),
    claimed,
    problems: repository.problems,
  };
}

it('makes a unit of each folder that an environment is named after, and one of the rest', async () => {
  const { units, resources } = await read({
    'k8s/base.yaml': configMap('base'),
    'k8s/prod/a.yaml': configMap('a'),
    'k8s/prod/sub/b.yml': configMap('b'),
    'k8s/dev/a.json': '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}',
  });
  expect(units).toEqual(['manifests:. -', 'manifests:k8s/dev dev', 'manifests:k8s/prod prod']);
  expect(resources).toEqual([
    'manifests:. ConfigMap/base',
    'manifests:k8s/dev ConfigMap/a',
    'manifests:k8s/prod ConfigMap/a',
    'manifests:k8s/prod ConfigMap/b',
  ]);
});

it('takes a file name for an environment only beside its namesake', async () => {
  const { units } = await read({
    'app.prod.yaml': configMap('a'),
    'app.dev.yaml': configMap('a'),
    'connection-test.yaml': configMap('t'),
  });
  expect(units).toEqual(['manifests:. (dev) dev', 'manifests:. (prod) prod', 'manifests:. -']);
});

it('claims nothing but manifests', async () => {
  const { claimed, problems } = await read({
    'a.yaml': configMap('a'),
    'values.yaml': 'apiVersion: is a word here\nkind: of\n',
    'docker-compose.yaml': 'services: {}\n',
    '.github/workflows/ci.yaml': configMap('no'),
    'broken-other.yaml': 'a: [1\n# apiVersion kind\n',
    'package.json': '{"kind": "apiVersion"',
  });
  expect(claimed).toEqual(['a.yaml']);
  expect(problems).toEqual([]);
});

it('reports a broken document and keeps the others', async () => {
  const { resources, problems } = await read({
    'a.yaml': `${configMap('a')}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: [\n---\n${configMap('c')}`,
    'b.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [\n',
  });
  expect(resources).toEqual(['manifests:. ConfigMap/a', 'manifests:. ConfigMap/c']);
  expect(problems.map(({ path }) => path)).toEqual(['a.yaml', 'b.yaml']);
});

it('knows templates of scripts too', async () => {
  const { problems } = await read({
    'set.yaml':
      'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: @STS_NAME@\nspec: { replicas: 1 }\n',
  });
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^the file is a template.* whatever holds @STS_NAME@ outside/),
  ]);
});

it('says once that a file is a template, not what YAML makes of each place', async () => {
  const { problems } = await read({
    'job.yaml':
      'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: {{.Name}}\n  labels:\n    {{if .Queue}}\n    queue: {{.Queue}}\n    {{end}}\n',
    'queue.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Name }}\ndata:\n  a: {{ .A }}\n',
    'broken.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: [\ndata: { a: "{{ quoted }}" }\n',
  });
  expect(problems.map(({ path, start, message }) => [path, start, message.slice(0, 22)])).toEqual([
    ['broken.yaml', expect.any(Number), expect.not.stringMatching(/template/)],
    ['job.yaml', 49, 'the file is a template'],
    ['queue.yaml', 49, 'the file is a template'],
  ]);
});

it('says which Kubernetes its objects are held against', async () => {
  const repository = memoryRepository({ 'a.yaml': configMap('a') });
  const { units } = await kubernetesReader.read(repository, options);
  expect(units[0]!.kubernetesVersion).toBe('1.33');
});

it('leaves out patches that no kustomization names, where there are kustomizations', async () => {
  const files = {
    'config/crd/patches/webhook_in_queues.yaml': configMap('queues'),
    'config/default/manager_auth_proxy_patch.yaml': configMap('manager'),
    'config/dispatch.yaml': configMap('dispatch'),
  };
  expect((await read(files)).resources).toHaveLength(3);
  const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n';
  const { resources } = await read({
    ...files,
    'config/crd/kustomization.yaml': kustomization,
    'config/default/kustomization.yaml': kustomization,
  });
  expect(resources).toEqual(['manifests:. ConfigMap/dispatch']);
});
