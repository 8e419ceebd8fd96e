import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './autoscalers-fight.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: backend }
spec:
  selector: { matchLabels: { app: backend } }
  template:
    metadata: { labels: { app: backend } }
    spec: { containers: [{ name: a, image: a:1 }] }
`;
const autoscaler = (name: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name} }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: backend }, maxReplicas: 3 }
`;

it.each([
  [['backend', 'frontend'], 'frontend'],
  [['frontend', 'backend'], 'frontend'],
  [['a', 'b'], 'b'],
])('tells once of %j: at %s', async (names, told) => {
  const text = deployment + names.map(autoscaler).join('');
  expect(await judgementOf(check, { 'a.yaml': text })).toEqual([`high HorizontalPodAutoscaler/${told}`]);
});
