import { servingContainers } from '../../graph/kubernetes/pods.ts';
import { volumesOf } from '../../graph/kubernetes/volumes.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/logs-in-files',
  title: 'Logs that stay inside the pod',
  dimension: 'observability',
  severity: 'low',
  why: 'What a container writes to standard output is kept by the node, shown by `kubectl logs` and taken by every log collector. What it writes to files in a volume of its own is gone with the pod, unless a second container ships it.',
  sources: ['https://kubernetes.io/docs/concepts/cluster-administration/logging/'],
  visits: servingContainers,
  judge({ pod, ...container }) {
    if (pod.workload === 'DaemonSet') return;
    for (const { node, name, mounts } of volumesOf(pod)) {
      if (!node.has('emptyDir')) continue;
      const own = mounts.find((mount) => mount.container.node === container.node && isLogFolder(mount.path));
      const isShipped = mounts.some((mount) => mount.container.node !== container.node);
      if (own && !isShipped)
        return {
          message: `Container ${container.name} writes logs to ${own.path} in the volume ${name}, which nobody else reads and which is gone with the pod: log to standard output, or add a container that ships them.`,
          at: own.node,
        };
    }
    return;
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
      volumes:
        - name: logs
          emptyDir: {}
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: logs, mountPath: /var/log/api }
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
      volumes:
        - name: cache
          emptyDir: {}
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: cache, mountPath: /var/cache/api }
`,
  },
});

function isLogFolder(path: string): boolean {
  return /\/logs?(?:\/|$)/.test(path);
}
