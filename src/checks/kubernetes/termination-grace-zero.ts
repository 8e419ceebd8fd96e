import { servingPods } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/termination-grace-zero',
  title: 'Pod that is killed without a grace period',
  dimension: 'reliability',
  severity: 'medium',
  why: 'With terminationGracePeriodSeconds: 0 a pod is removed from the API at once and killed without a signal to finish what it does. A StatefulSet may then start the replacement while the old pod still writes, which Kubernetes calls unsafe.',
  sources: ['https://kubernetes.io/docs/tasks/run-application/force-delete-stateful-set-pod/'],
  visits: servingPods,
  judge({ resource, node, workload }) {
    const grace = node.get('terminationGracePeriodSeconds');
    if (grace?.amount() !== 0) return;
    return {
      message: `The pods of ${resource.address} get no time to finish when they are stopped, so requests and writes under way are lost: set terminationGracePeriodSeconds to as long as the slowest takes.`,
      at: grace,
      ...(workload !== 'StatefulSet' && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      terminationGracePeriodSeconds: 0
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
    good: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});
