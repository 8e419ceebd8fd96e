import { limitOf } from '../../graph/kubernetes/compute-resources.ts';
import { servingContainers } from '../../graph/kubernetes/pods.ts';
import { isServed, servesOthers } from '../../graph/kubernetes/traffic.ts';
import { check } from '../check.ts';

/** The kernel's CFS quota period as the kubelet sets it. */
const periodMilliseconds = 100;
const leastCores = 0.1;

export default check({
  id: 'kubernetes/cpu-limit-throttles',
  title: 'CPU limit so low that every request waits',
  dimension: 'reliability',
  severity: 'low',
  why: 'A CPU limit is kept by letting a container run for its share of every 100 milliseconds and then stopping it until the next ones begin. Below a tenth of a core that share is under 10 milliseconds, so that a request which needs a little more waits out the rest of the period, however idle the node is.',
  sources: ['https://docs.kernel.org/scheduler/sched-bwc.html'],
  visits: servingContainers,
  judge(container, graph) {
    const limit = limitOf(graph, container, 'cpu');
    const { amount } = limit ?? {};
    if (
      !limit ||
      amount === undefined ||
      amount <= 0 ||
      amount >= leastCores ||
      !isServed(graph, container) ||
      !servesOthers(graph, container.resource)
    )
      return;
    return {
      message: `Container ${container.name} may use ${limit.at.text()} of CPU: after ${Number((amount * periodMilliseconds).toPrecision(2))} ms of work it stands still for the rest of each ${periodMilliseconds} ms, also on an idle node. Raise the limit to ${leastCores * 1000}m or more, or rely on the request alone.`,
      at: limit.at,
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
          ports: [{ containerPort: 8080 }]
          resources:
            requests: { cpu: 10m, memory: 64Mi }
            limits: { cpu: 20m, memory: 64Mi }
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
          ports: [{ containerPort: 8080 }]
          resources:
            requests: { cpu: 10m, memory: 64Mi }
            limits: { cpu: 500m, memory: 64Mi }
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
