import { limitOf, requestOf } from '../../graph/kubernetes/compute-resources.ts';
import { mainContainers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

const mostRatio = 4;
/** What is not worth a word, in bytes: 256 MiB. */
const leastGap = 256 * 2 ** 20;

export default check({
  id: 'kubernetes/memory-limit-far-above-request',
  title: 'Memory limit far above the request',
  dimension: 'cost',
  severity: 'low',
  why: 'Nodes are filled, and paid for, by what pods request. A container that may use several times as much makes that plan worthless: either the memory is never needed and the limit hides it, or it is and the node runs out of what it promised. Setting both to what the container needs at its peak makes size and price predictable.',
  sources: [
    'https://cloud.google.com/architecture/best-practices-for-running-cost-effective-kubernetes-applications-on-gke',
  ],
  visits: mainContainers,
  judge(container, graph) {
    const request = requestOf(graph, container, 'memory');
    const limit = limitOf(graph, container, 'memory');
    if (!request?.amount || !limit?.amount) return;
    const ratio = limit.amount / request.amount;
    if (ratio <= mostRatio || limit.amount - request.amount < leastGap) return;
    return {
      message: `Container ${container.name} requests ${request.at.text()} of memory and may use ${limit.at.text()}, ${Math.round(ratio)} times as much: nodes are sized for the first and can be asked for the second. Bring the two together.`,
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
          resources:
            requests: { cpu: 100m, memory: 128Mi }
            limits: { memory: 2Gi }
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
            requests: { cpu: 100m, memory: 1Gi }
            limits: { memory: 2Gi }
`,
  },
});
