import { servingContainers } from '../../graph/kubernetes/pods.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/probes-identical',
  title: 'Liveness probe as impatient as the readiness probe',
  dimension: 'reliability',
  severity: 'low',
  why: 'Readiness takes a pod out of the traffic, liveness kills it. Where both ask the same and give up at the same time, an overloaded pod is killed when it only needed a rest, its load moves to the others, and they follow.',
  sameAs: ['kube-score:Pod Probes Identical', 'kyverno:validate-probes/validate-probes'],
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  visits: servingContainers,
  judge({ node, name }) {
    const readiness = node.get('readinessProbe');
    const liveness = node.get('livenessProbe');
    if (!readiness || !liveness || handlerOf(liveness) !== handlerOf(readiness)) return;
    const patience = patienceOf(liveness);
    if (patience > patienceOf(readiness)) return;
    return {
      message: `Liveness and readiness probe of container ${name} ask the same, and after ${patience} s of failure it is killed in the moment in which it would only lose its traffic: let liveness wait longer, or ask something cheaper.`,
      at: liveness,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe:
            httpGet: { path: /healthz, port: http }
          livenessProbe:
            httpGet: { path: /healthz, port: http }
`,
    good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          ports: [{ name: http, containerPort: 8080 }]
          readinessProbe:
            httpGet: { path: /readyz, port: http }
          livenessProbe:
            httpGet: { path: /healthz, port: http }
`,
  },
});

const handlers = ['httpGet', 'tcpSocket', 'exec', 'grpc'];

function handlerOf(probe: Node): string {
  return JSON.stringify(handlers.map((handler) => probe.get(handler)?.plain() ?? null));
}

/** Seconds of failure until the kubelet acts. Source: Kubernetes API, Probe: 3 failures, 10 seconds apart. */
function patienceOf(probe: Node): number {
  return (probe.amount('failureThreshold') ?? 3) * (probe.amount('periodSeconds') ?? 10);
}
