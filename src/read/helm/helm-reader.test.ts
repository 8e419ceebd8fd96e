import { describe, expect, it } from 'vitest';
import { repositoryOnDisk } from '../../../tests/support/files-on-disk.ts';
import { type FakeTool, memoryRepository } from '../../../tests/support/memory-repository.ts';
import { provideTools } from '../../../tests/support/tools.ts';
import type { Node, Path } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import type { Resource } from '../../model/resource.ts';
import { kubernetesReader } from '../kubernetes/kubernetes-reader.ts';
import type { ReadOptions } from '../reader.ts';
import { helmReader } from './helm-reader.ts';

const tools = provideTools();
const options: ReadOptions = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: true };

const files = {
  'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'shop/values.yaml': `replicas: 1
image:
  repository: registry.example.com/shop
  tag: ""
resources:
  limits:
    memory: 128Mi
settings:
  mode: fast
`,
  'shop/values-prod.yaml': 'replicas: 3\nimage:\n  tag: "2"\n',
  'shop/templates/app.yaml': `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
spec:
  type: ClusterIP
  ports:
    - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  {{- with .Values.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  replicas: {{ .Values.replicas }}
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers:
        - name: sidecar
          image: sidecar:1
        - name: shop
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.Version }}"
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          securityContext:
            privileged: true
`,
  'shop/crds/thing.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: things.example.com }\n',
};

/** What `helm template shop shop` makes of them (Helm 4.1), with three replicas for the other values file. */
const rendered = (prod: boolean) => `---
# Source: shop/templates/app.yaml
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  type: ClusterIP
  ports:
    - port: 80
---
# Source: shop/templates/app.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: ${prod ? 3 : 1}
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop } }
    spec:
      containers:
        - name: sidecar
          image: sidecar:1
        - name: shop
          image: "registry.example.com/shop:${prod ? '2' : '1.0.0'}"
          resources:
            limits:
              memory: 128Mi
          securityContext:
            privileged: true
`;
const helm: FakeTool = (args) => ({
  outcome: 'done',
  stdout: rendered(args.includes('./shop/values-prod.yaml')),
});

async function read(repository: Repository, with_ = options) {
  const [charts, plain] = await Promise.all([
    helmReader.read(repository, with_),
    kubernetesReader.read(repository, with_),
  ]);
  return {
    units: charts.units.map(({ id, environment }) => `${id} ${environment ?? '-'}`),
    resources: charts.resources,
    plain: plain.resources.map(({ address }) => address),
    claimed: [...new Set([...charts.files, ...plain.files])].sort(),
  };
}

describe('charts', () => {
  it('are rendered once for each values file, and their files are not read again', async () => {
    const repository = memoryRepository(files, { helm });
    const { units, plain, claimed } = await read(repository);
    expect(units).toEqual(['helm:shop -', 'helm:shop (values-prod.yaml) prod']);
    expect(plain).toEqual([]);
    expect(claimed).toEqual(Object.keys(files).sort());
    expect(repository.problems).toEqual([]);
    expect(repository.calls).toEqual([
      'helm template shop ./shop --include-crds --skip-tests --skip-schema-validation --kube-version 1.33 --api-versions apiregistration.k8s.io/v1',
      'helm template shop ./shop --include-crds --skip-tests --skip-schema-validation --values ./shop/values-prod.yaml --kube-version 1.33 --api-versions apiregistration.k8s.io/v1',
    ]);
  });

  it.each<[string, Record<string, FakeTool>, RegExp]>([
    ['there is no tool', {}, /the chart shop is not rendered: `helm` is not on PATH: install Helm/],
    [
      'the tool is too old',
      { helm: () => ({ outcome: 'failed', stderr: 'Error: unknown flag: --x' }) },
      /too old: install Helm 3\.16/,
    ],
    [
      'it fails',
      { helm: () => ({ outcome: 'failed', stderr: 'Error: shop/templates/app.yaml:3: nil pointer' }) },
      /`helm template` failed: shop\/templates\/app\.yaml:3: nil pointer/,
    ],
    ['it takes too long', { helm: () => ({ outcome: 'timeout' }) }, /longer than 60 seconds/],
  ])('where %s, say so; templates are never read as manifests, CRDs are', async (_, fakes, message) => {
    const repository = memoryRepository(files, fakes);
    const { plain, claimed } = await read(repository);
    expect(repository.problems[0]!.message).toMatch(message);
    expect(plain).toEqual(['CustomResourceDefinition/things.example.com']);
    expect(claimed).not.toContain('shop/templates/app.yaml');
  });

  it('without their dependencies never reach the tool', async () => {
    const repository = memoryRepository(
      { 'shop/Chart.yaml': `${files['shop/Chart.yaml']}dependencies:\n  - name: redis\n` },
      { helm },
    );
    await read(repository);
    expect(repository.calls).toEqual([]);
    expect(repository.problems[0]!.message).toMatch(/\(redis\): run `helm dependency build shop`$/);
  });

  it('that are libraries are understood and not rendered', async () => {
    const repository = memoryRepository(
      { 'lib/Chart.yaml': 'name: lib\ntype: library\n', 'lib/templates/_a.tpl': '' },
      { helm },
    );
    const { claimed } = await read(repository);
    expect(repository.calls).toEqual([]);
    expect(repository.problems).toEqual([]);
    expect(claimed).toEqual(['lib/Chart.yaml', 'lib/templates/_a.tpl']);
  });
});

const containers: Path = ['spec', 'template', 'spec', 'containers'];

const cases: readonly (readonly [
  what: string,
  kind: string,
  unit: string,
  path: Path,
  place: string,
  exact: boolean,
])[] = [
  [
    'a line of the template',
    'Deployment',
    'helm:shop',
    [...containers, 1, 'securityContext', 'privileged'],
    'shop/templates/app.yaml:32',
    false,
  ],
  [
    'the same key in another document',
    'Service',
    'helm:shop',
    ['spec', 'type'],
    'shop/templates/app.yaml:6',
    false,
  ],
  ['an item of a list', 'Deployment', 'helm:shop', [...containers, 1], 'shop/templates/app.yaml:27', false],
  [
    'a value that is passed along',
    'Deployment',
    'helm:shop',
    ['spec', 'replicas'],
    'shop/values.yaml:1',
    true,
  ],
  [
    'a value of another file',
    'Deployment',
    'helm:shop (values-prod.yaml)',
    ['spec', 'replicas'],
    'shop/values-prod.yaml:1',
    true,
  ],
  [
    'a value among others',
    'Deployment',
    'helm:shop (values-prod.yaml)',
    [...containers, 1, 'image'],
    'shop/values-prod.yaml:3',
    false,
  ],
  [
    'a map that is passed along',
    'Deployment',
    'helm:shop',
    [...containers, 1, 'resources', 'limits'],
    'shop/values.yaml:6',
    true,
  ],
  [
    'a value in it',
    'Deployment',
    'helm:shop (values-prod.yaml)',
    [...containers, 1, 'resources', 'limits', 'memory'],
    'shop/values.yaml:7',
    true,
  ],
];

function nodeAt(resources: readonly Resource[], kind: string, unit: string, path: Path): Node {
  return resources
    .find((resource) => resource.type === kind && resource.unit.id === unit)!
    .body.peek(...path)!;
}

function placeOf(node: Node): string {
  const { file, start } = node.origin();
  return `${file.path}:${file.lineAt(start)}`;
}

describe('a node of a chart leads to what a person would edit', () => {
  it.each(cases)('%s', async (_, kind, unit, path, place, exact) => {
    const node = nodeAt((await read(memoryRepository(files, { helm }))).resources, kind, unit, path);
    expect(placeOf(node)).toBe(place);
    expect(node.source() !== undefined).toBe(exact);
    if (!exact) expect(node.origin().via![0]!.what).toMatch(/^chart shop/);
  });

  it.skipIf(!tools.helm).each(cases)(
    '%s (with the real helm; skipped where it cannot be had)',
    async (_, kind, unit, path, place) => {
      const repository = repositoryOnDisk(files);
      const { resources } = await read(repository);
      expect(repository.problems).toEqual([]);
      expect(placeOf(nodeAt(resources, kind, unit, path))).toBe(place);
    },
  );
});
