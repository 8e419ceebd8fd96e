import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { helmReader } from '../helm/helm-reader.ts';
import { kustomizeReader } from '../kustomize/kustomize-reader.ts';
import type { ReadOptions } from '../reader.ts';
import { apiSchemas } from './api-schemas.ts';
import { kubernetesReader } from './kubernetes-reader.ts';
import { validateObject } from './validate-object.ts';

const options: ReadOptions = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: true };

const deployment = `# Source: shop/templates/app.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  labels: { app: api }
spec:
  replicas: 2
  template:
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1
          env: [{ name: A, value: b }]
`;
const files = {
  'plain/a.yaml': deployment,
  'o/kustomization.yaml':
    'resources: [a.yaml]\nimages:\n  - name: registry.example.com/api\n    newTag: "1"\npatches:\n  - target: { kind: Deployment }\n    patch: |-\n      - op: replace\n        path: /spec/replicas\n        value: 2\nconfigMapGenerator: [{ name: c, literals: [a=b], files: [a.yaml] }]\n',
  'o/a.yaml': deployment,
  'shop/Chart.yaml': 'apiVersion: v2\nname: shop\ndependencies: []\n',
  'shop/values.yaml': 'replicas: 2\nresources: { limits: { memory: 1Gi } }\n',
  'shop/templates/app.yaml': deployment.replace('replicas: 2', 'replicas: {{ .Values.replicas }}'),
};

/** Puts, takes out, or doubles a piece of text somewhere in some file. */
const mutation = fc.record({
  path: fc.constantFrom(...Object.keys(files)),
  at: fc.nat(700),
  cut: fc.nat(12),
  put: fc.constantFrom(
    '',
    '\n',
    '  ',
    ': ',
    '- ',
    '{',
    ']',
    '&a ',
    '*a',
    '---\n',
    '|\n',
    '"',
    '{{',
    'null',
    '../',
    '\u0000',
    '\t',
    '#',
    'kind: List\nitems: ',
  ),
});

it('survives whatever is done to its files, and traces every node', async () => {
  const run = async (mutations: readonly { path: string; at: number; cut: number; put: string }[]) => {
    const texts: Record<string, string> = { ...files };
    for (const { path, at, cut, put } of mutations) {
      const text = texts[path]!;
      texts[path] = text.slice(0, at) + put + text.slice(at + cut);
    }
    const rendered = () => ({ outcome: 'done' as const, stdout: `---\n${texts['plain/a.yaml']}` });
    const repository = memoryRepository(texts, { kustomize: rendered, helm: rendered });
    const readings = await Promise.all(
      [kubernetesReader, kustomizeReader, helmReader].map((reader) => reader.read(repository, options)),
    );
    for (const { body } of readings.flatMap(({ resources }) => resources)) {
      visit(body);
      const schema = apiSchemas('1.33').ofKind(
        String(body.peek('apiVersion')?.content),
        String(body.peek('kind')?.content),
      );
      if (schema) validateObject(body, schema, apiSchemas('1.33'));
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), run), {
    seed: 7,
    numRuns: 300,
  });
});

function visit(node: Node): void {
  const { file, start, end } = node.origin();
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeLessThanOrEqual(file.text.length);
  expect(file.trace).toBeUndefined();
  const { content } = node;
  if (content instanceof Mapping) content.nodes.forEach(visit);
  else if (Array.isArray(content)) (content as readonly Node[]).forEach(visit);
}
