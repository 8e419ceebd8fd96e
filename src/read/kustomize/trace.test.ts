import { describe, expect, it } from 'vitest';
import { repositoryOnDisk } from '../../../tests/support/files-on-disk.ts';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { provideTools } from '../../../tests/support/tools.ts';
import type { Path } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import { kustomizeReader } from './kustomize-reader.ts';

const tools = provideTools();

const files = {
  'base/kustomization.yaml': 'resources: [deploy.yaml]\nnamePrefix: shop-\n',
  'base/deploy.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 1
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers:
        - name: sidecar
          image: sidecar:1
        - name: api
          image: registry.example.com/api:1
          env:
            - name: LEVEL
              value: info
`,
  'overlays/prod/kustomization.yaml': `resources: [../../base]
namespace: shop
images:
  - name: registry.example.com/api
    newTag: "2"
replicas:
  - name: shop-api
    count: 3
commonAnnotations:
  team: payments
configMapGenerator:
  - name: settings
    literals:
      - mode=fast
patches:
  - path: env.yaml
  - target: { kind: Deployment, name: .*api }
    patch: |-
      - op: add
        path: /spec/minReadySeconds
        value: 7
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: shop-api
      spec:
        revisionHistoryLimit: 4
`,
  'overlays/prod/env.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop-api
spec:
  template:
    spec:
      containers:
        - name: api
          env:
            - name: LEVEL
              value: debug
`,
};

/** What `kubectl kustomize overlays/prod` makes of them (kustomize 5.5). */
const rendered = `apiVersion: v1
data:
  mode: fast
kind: ConfigMap
metadata:
  annotations:
    team: payments
  name: settings-5h2mf5k9b8
  namespace: shop
---
apiVersion: apps/v1
kind: Deployment
metadata:
  annotations:
    team: payments
  name: shop-api
  namespace: shop
spec:
  minReadySeconds: 7
  replicas: 3
  revisionHistoryLimit: 4
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      annotations:
        team: payments
      labels:
        app: api
    spec:
      containers:
      - env:
        - name: LEVEL
          value: debug
        image: registry.example.com/api:2
        name: api
      - image: sidecar:1
        name: sidecar
`;

const container = ['spec', 'template', 'spec', 'containers'];

const cases: readonly (readonly [what: string, kind: string, path: Path, place: string, exact: boolean])[] = [
  ['a value of the base', 'Deployment', [...container, 'sidecar', 'image'], 'base/deploy.yaml:13', true],
  ['a map of the base', 'Deployment', [...container, 'api'], 'base/deploy.yaml:14', true],
  [
    'a value that a patch sets',
    'Deployment',
    [...container, 'api', 'env', 0, 'value'],
    'overlays/prod/env.yaml:12',
    true,
  ],
  [
    'a value in an inline patch',
    'Deployment',
    ['spec', 'revisionHistoryLimit'],
    'overlays/prod/kustomization.yaml:28',
    true,
  ],
  ['a JSON patch', 'Deployment', ['spec', 'minReadySeconds'], 'overlays/prod/kustomization.yaml:21', true],
  ['an image', 'Deployment', [...container, 'api', 'image'], 'overlays/prod/kustomization.yaml:5', false],
  ['replicas', 'Deployment', ['spec', 'replicas'], 'overlays/prod/kustomization.yaml:8', true],
  ['the namespace', 'Deployment', ['metadata', 'namespace'], 'overlays/prod/kustomization.yaml:2', true],
  [
    'an annotation',
    'Deployment',
    ['metadata', 'annotations', 'team'],
    'overlays/prod/kustomization.yaml:10',
    true,
  ],
  ['a prefixed name', 'Deployment', ['metadata', 'name'], 'base/deploy.yaml:4', false],
  ['what is nowhere written', 'Deployment', ['metadata', 'annotations'], 'base/deploy.yaml:3', false],
  ['a generated value', 'ConfigMap', ['data', 'mode'], 'overlays/prod/kustomization.yaml:14', false],
];

async function trace(repository: Repository, kind: string, path: Path) {
  const { resources } = await kustomizeReader.read(repository, {
    varFiles: [],
    vars: {},
    kubernetesVersion: '1.33',
    render: true,
  });
  const { body } = resources.find(({ type }) => type === kind)!;
  let node = body;
  for (const key of path)
    node = (
      typeof key === 'string' && Array.isArray(node.content)
        ? node.list().find((item) => item.text('name') === key)
        : node.peek(key)
    )!;
  const { file, start } = node.origin();
  return {
    place: `${file.path}:${file.lineAt(start)}`,
    source: node.source(),
    content: node.content,
    via: node.origin().via,
  };
}

describe('a node of an overlay leads to what a person would edit', () => {
  it.each(cases)('%s', async (_, kind, path, place, exact) => {
    const repository = memoryRepository(files, { kustomize: () => ({ outcome: 'done', stdout: rendered }) });
    const found = await trace(repository, kind, path);
    expect(found.place).toBe(place);
    expect(found.source !== undefined).toBe(exact);
    if (exact && typeof found.content !== 'object') expect(found.source!.content).toBe(found.content);
    if (!exact) expect(found.via?.[0]?.what).toBe('overlay overlays/prod');
  });

  it.skipIf(!tools.kubectl).each(cases)(
    '%s (with the real kubectl; skipped where there is none)',
    async (_, kind, path, place) => {
      const repository = repositoryOnDisk(files);
      const found = await trace(repository, kind, path);
      expect(repository.problems).toEqual([]);
      expect(found.place).toBe(place);
    },
  );

  it('gives an inline patch the place that a fix can edit', async () => {
    const repository = memoryRepository(files, { kustomize: () => ({ outcome: 'done', stdout: rendered }) });
    const { source } = await trace(repository, 'Deployment', ['spec', 'revisionHistoryLimit']);
    expect(source!.file.text.slice(source!.start, source!.end)).toBe('4');
    expect(source!.file).toBe(repository.read('overlays/prod/kustomization.yaml'));
  });
});
