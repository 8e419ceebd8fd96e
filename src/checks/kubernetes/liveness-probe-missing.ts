import { servingContainers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/liveness-probe-missing',
  title: 'Serving container without a liveness probe',
  dimension: 'reliability',
  severity: 'info',
  why: 'The kubelet restarts a container that exits. One that hangs (a deadlock, a lost connection that is never renewed) stays as it is until a person looks, unless a liveness probe notices. Programs that exit on every failure need none, and a careless probe does more harm than none.',
  sameAs: [
    'kics:k8s/liveness_probe_is_not_defined',
    'kube-linter:no-liveness-probe',
    'kubescape:configured-liveness-probe',
    'polaris:livenessProbeMissing',
  ],
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  visits: servingContainers,
  judge({ node, name }) {
    if (node.has('livenessProbe')) return;
    return {
      message: `Container ${name} has no livenessProbe, so nothing restarts it when it hangs: add one where the program can hang without exiting.`,
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
          livenessProbe:
            httpGet: { path: /healthz, port: http }
`,
  },
});
