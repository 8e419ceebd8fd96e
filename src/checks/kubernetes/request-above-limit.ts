import { containers } from '../../graph/kubernetes/pods.ts';
import { parseQuantity } from '../../graph/kubernetes/quantity.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/request-above-limit',
  title: 'Request higher than the limit',
  dimension: 'functionality',
  severity: 'high',
  why: 'The API server refuses a pod whose container requests more than its limit allows, so the workload is accepted and never gets a pod. It usually comes from changing one of the two in another file.',
  sources: ['https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/'],
  visits: containers,
  judge({ name, node }) {
    const faults: Fault[] = [];
    for (const [resource, limit] of node.entries('resources', 'limits')) {
      const request = node.get('resources', 'requests', resource);
      const asked = parseQuantity(request?.text() ?? '');
      const most = parseQuantity(limit.text() ?? '');
      if (!request || asked === undefined || most === undefined || asked <= most) continue;
      faults.push({
        message: `Container ${name} requests ${request.text()} of ${resource} and is limited to ${limit.text()}, which the API server refuses: no pod is made. Raise the limit or lower the request.`,
        at: request,
        key: resource,
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
          resources:
            requests: { cpu: 100m, memory: 512Mi }
            limits: { memory: 256Mi }
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
          resources:
            requests: { cpu: 100m, memory: 256Mi }
            limits: { memory: 256Mi }
`,
  },
});
