import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './required-field-missing.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  template:
    spec:
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`;

it('knows what is missing in a plain manifest', async () => {
  expect(await judgementOf(check, { 'api.yaml': deployment })).toEqual(['high Deployment/api']);
});

it('does not know what an overlay adds that is not rendered', async () => {
  const files = {
    'base/api.yaml': deployment,
    'base/kustomization.yaml': 'resources: [api.yaml]\n',
    'prod/kustomization.yaml': 'resources: [../base]\ncommonLabels: { app: api }\n',
  };
  expect(await judgementOf(check, files)).toEqual(['undecided']);
});
