import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { replicasOf } from './scale.ts';

const deployment = (replicas: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:${replicas}
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers: [{ name: api, image: "registry.example.com/api:1.4.2" }]
`;
const target = 'scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }';
const autoscaler = (spec: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api }
spec: { ${target}, ${spec} }
`;
const keda = `---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: api }
spec: { scaleTargetRef: { name: api } }
`;

it.each([
  ['', 1, 1],
  ['\n  replicas: 3', 3, 3],
  [`\n  replicas: 3|${autoscaler('minReplicas: 2, maxReplicas: 9')}`, 2, 9],
  [`|${autoscaler('maxReplicas: 9')}`, 1, 9],
  [`|${keda}`, 0, 100],
])('replicasOf %j is from %d to %d', async (text, fewest, most) => {
  const [replicas = '', other = ''] = text.split('|');
  const { graph } = await readFiles({ 'api.yaml': deployment(replicas) + other });
  expect(replicasOf(graph, graph.ofType('Deployment')[0]!)).toMatchObject({ fewest, most });
});
