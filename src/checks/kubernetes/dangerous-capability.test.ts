import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './dangerous-capability.ts';

const pod = (context: string) => `apiVersion: v1
kind: Pod
metadata: { name: nfs }
spec:
  containers:
    - name: nfs
      image: registry.example.com/nfs:1.0.0
      securityContext: { capabilities: { add: [SYS_ADMIN] }${context} }
`;

it.each([
  ['', ['high Pod/nfs']],
  [', privileged: false', ['high Pod/nfs']],
  [', privileged: true', []],
])('leaves it to the finding that the container is privileged%s', async (context, expected) => {
  expect(await judgementOf(check, { 'pod.yaml': pod(context) })).toEqual(expected);
});
