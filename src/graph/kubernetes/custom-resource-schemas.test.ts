import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import { readFiles } from '../../../tests/support/read-example.ts';
import check from '../../checks/kubernetes/custom-resource-invalid.ts';
import { judge } from '../../verdict/judge.ts';

const definition = (values: string) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: jobs.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Job, plural: jobs }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, properties: { type: { type: string, enum: [${values}] } } }
`;
const job = 'apiVersion: example.com/v1\nkind: Job\nmetadata: { name: a }\nspec: { type: new }\n';

it('holds plain manifests against every definition of the repository, the one that fits best', async () => {
  const files = {
    'bundle/crd.yaml': definition('old'),
    'config/crd/kustomization.yaml': 'resources: [crd.yaml]\n',
    'config/crd/crd.yaml': definition('old, new'),
    'examples/job.yaml': job,
  };
  expect(
    await judgementOf(check, { 'bundle/crd.yaml': definition('old'), 'examples/job.yaml': job }),
  ).toHaveLength(1);
  const { graph } = await readFiles(files);
  expect(judge(graph, [check]).findings).toEqual([]);
});
