import { expect, it } from 'vitest';
import type { Unit } from '../../model/resource.ts';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { collectObjects, resourceOf } from './objects.ts';

const unit: Unit = { id: 'manifests:.', kind: 'manifests', path: '.' };

const addresses = (text: string) =>
  collectObjects(parseYaml(new SourceFile('a.yaml', text)).documents).map((object) => {
    const { address, type } = resourceOf(object, unit);
    return `${address} ${type}`;
  });

it.each([
  [
    '{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: shop}}',
    ['Deployment/shop/api Deployment'],
  ],
  ['{apiVersion: v1, kind: Namespace, metadata: {name: shop}}', ['Namespace/shop Namespace']],
  [
    '{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: a}}',
    ['Certificate/a Certificate.cert-manager.io'],
  ],
  [
    '{apiVersion: acid.zalan.do/v1, kind: postgresql, metadata: {name: a}}',
    ['postgresql/a postgresql.acid.zalan.do'],
  ],
  ['{apiVersion: batch/v1, kind: Job, metadata: {generateName: load-}}', ['Job/load-* Job']],
  ['{apiVersion: v1, kind: Pod}', ['Pod/<unnamed> Pod']],
  ['{apiVersion: v1, kind: Pod, metadata: {name: 7}}', ['Pod/7 Pod']],
])('%s', (text, expected) => {
  expect(addresses(text)).toEqual(expected);
});

it('unwraps lists, and gives the items of a typed list its kind', () => {
  const item = (name: string) => `{apiVersion: v1, kind: Secret, metadata: {name: ${name}}}`;
  const list = `apiVersion: v1\nkind: List\nitems:\n  - ${item('a')}\n  - {apiVersion: v1, kind: List, items: [${item('b')}]}\n`;
  expect(addresses(list)).toEqual(['Secret/a Secret', 'Secret/b Secret']);
  expect(
    addresses('apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleList\nitems: [{metadata: {name: a}}]\n'),
  ).toEqual(['Role/a Role']);
  expect(addresses('apiVersion: v1\nkind: ConfigMapList\nitems: null\n')).toEqual([]);
});

it.each([
  'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: a}\n',
  'apiVersion: skaffold/v4beta11\nkind: Config\nmetadata: {name: a}\n',
  'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: a}\n',
  'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n',
  'apiVersion: v1\nkind: Config\nclusters: []\n',
  'apiVersion: v2\nname: chart\n',
  'apiVersion: example.com/v1\nkind: Thing\nspec: {}\n',
  'kind: pipeline\nname: build\n',
  '[1, 2]\n',
])('leaves what is meant for another tool: %j', (text) => {
  expect(addresses(text)).toEqual([]);
});

it('unwraps lists in lists as deep as a document may be', () => {
  const nested = (depth: number): string =>
    depth === 0
      ? '{apiVersion: v1, kind: Pod, metadata: {name: a}}'
      : `{apiVersion: v1, kind: List, items: [${nested(depth - 1)}]}`;
  for (const depth of [1, 5, 90]) expect(addresses(nested(depth))).toEqual(['Pod/a Pod']);
});
