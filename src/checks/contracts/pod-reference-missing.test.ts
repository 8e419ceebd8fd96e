import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './pod-reference-missing.ts';

const text = `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
---
apiVersion: v1
kind: Pod
metadata: { name: move }
spec:
  containers: [{ name: move, image: a:1 }]
  volumes: [{ name: old, persistentVolumeClaim: { claimName: data-source } }]
`;

it.each([
  ['deploy/move.yaml', 'high Pod/move'],
  ['examples/move.yaml', 'low Pod/move'],
])('weighs a claim that is not there in %s', async (path, expected) => {
  expect(await judgementOf(check, { [path]: text })).toEqual([expected]);
});
