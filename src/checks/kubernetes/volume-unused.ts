import { containersOf } from '../../graph/kubernetes/pods.ts';
import { volumes } from '../../graph/kubernetes/volumes.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/volume-unused',
  title: 'Volume that no container mounts',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'A volume that nothing mounts still has to be there before the pod starts: its ConfigMap, Secret or claim is waited for, attached and paid. It is usually left over from a container that is gone.',
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
  visits: volumes,
  judge({ name, node, pod, mounts, resource }) {
    const devices = containersOf(pod).flatMap((container) => container.node.list('volumeDevices'));
    if (mounts.length > 0 || devices.some((device) => device.text('name') === name)) return;
    return {
      message: `No container of ${resource.address} mounts its volume ${name}: take it out, or mount it.`,
      at: node,
      key: name,
      fix: {
        safety: 'unsafe',
        summary: `take the volume ${name} out`,
        edits: [{ op: 'remove', node }],
      },
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
      volumes:
        - name: tmp
          emptyDir: {}
        - name: old
          emptyDir: {}
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: tmp, mountPath: /tmp }
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
        - name: tmp
          emptyDir: {}
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: tmp, mountPath: /tmp }
`,
  },
});
