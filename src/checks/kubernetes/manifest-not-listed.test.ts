import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './manifest-not-listed.ts';

const object = (kind: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n`;
const kustomization = 'resources: [a.yaml]\n';
const listed = { 'k8s/kustomization.yaml': kustomization, 'k8s/a.yaml': object('Secret') };

it.each([
  ['a file that is not listed', { ...listed, 'k8s/b.yaml': object('ConfigMap') }, ['info ConfigMap/a']],
  [
    'two objects of one file once',
    { ...listed, 'k8s/b.yaml': `${object('ConfigMap')}---\n${object('Service')}` },
    ['info ConfigMap/a'],
  ],
  ['the place for it', { ...listed, 'k8s/b.yaml': object('Namespace') }, []],
  ['its delivery', { ...listed, 'k8s/app.yaml': object('Application', 'argoproj.io/v1alpha1') }, []],
  ['a folder below', { ...listed, 'k8s/more/b.yaml': object('ConfigMap') }, []],
  ['a folder without one', { 'k8s/b.yaml': object('ConfigMap') }, []],
  [
    'the objects of Flux',
    {
      'k8s/kustomization.yaml': object('Kustomization', 'kustomize.toolkit.fluxcd.io/v1'),
      'k8s/b.yaml': object('ConfigMap'),
    },
    [],
  ],
])('knows %s', async (_, files, expected) => {
  expect(await judgementOf(check, files)).toEqual(expected);
});
