import { servingContainers } from '../../graph/kubernetes/pods.ts';
import { isMetricsPort, isServed, servesOthers } from '../../graph/kubernetes/traffic.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/readiness-probe-missing',
  title: 'Serving container without a readiness probe',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A Service sends requests to a pod as soon as its containers run, unless a readiness probe says that it has to wait. Without one, each rollout and each restart answers requests with errors until the program has started, and a rollout of a broken version carries on to the last pod.',
  sameAs: [
    'kics:k8s/readiness_probe_is_not_configured',
    'kube-linter:no-readiness-probe',
    'kube-score:Pod Probes',
    'kubescape:configured-readiness-probe',
    'polaris:readinessProbeMissing',
  ],
  controls: ['soc2:A1.1'],
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  visits: servingContainers,
  judge(container, graph) {
    const { node, name, resource, pod } = container;
    if (node.has('readinessProbe')) return;
    const ports = node.list('ports');
    if (isServed(graph, container) && servesOthers(graph, resource) && pod.workload !== 'DaemonSet')
      return {
        message: `A Service sends requests to container ${name} before it is ready, since it has no readinessProbe: add one that answers once it can serve.`,
      };
    if (ports.every((port) => isMetricsPort(port.text('name') ?? ''))) return;
    return {
      message: `Container ${name} opens ports and has no readinessProbe, so ${pod.workload === 'Pod' ? 'it counts as ready before it is' : 'a rollout goes on whether or not the new version works'}: add one.`,
      severity: 'low',
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
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
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
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
  },
});
