import { containers } from '../../graph/kubernetes/pods.ts';
import { declaresPort } from '../../graph/kubernetes/traffic.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/probe-port-missing',
  title: 'Probe of a port that the container does not have',
  dimension: 'functionality',
  severity: 'high',
  why: 'A probe that asks a port by name needs a port of that name in its own container. Without it the probe fails each time: a liveness or startup probe then restarts the container for ever, and a readiness probe keeps it out of the traffic.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  visits: containers,
  judge(container) {
    const faults: Fault[] = [];
    for (const kind of ['readinessProbe', 'livenessProbe', 'startupProbe'])
      for (const handler of ['httpGet', 'tcpSocket']) {
        const at = container.node.get(kind, handler, 'port');
        const port = at?.text();
        if (!at || port === undefined || /^\d+$/.test(port) || declaresPort(container, port)) continue;
        faults.push({
          message: `The ${kind} of container ${container.name} asks port ${port}, and the container declares no port of that name: the probe always fails. Name a port that it has.`,
          at,
          key: kind,
        });
      }
    return faults;
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
          ports: [{ name: web, containerPort: 8080 }]
          readinessProbe:
            httpGet: { path: /readyz, port: http }
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
`,
  },
});
