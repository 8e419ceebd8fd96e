import { containersOf, pods } from '../../graph/kubernetes/pods.ts';
import { claimTemplateNames, mountsOf, volumesOf } from '../../graph/kubernetes/volumes.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/volume-undeclared',
  title: 'Mount of a volume that the pod does not have',
  dimension: 'functionality',
  severity: 'high',
  why: 'A container mounts volumes by the names that its pod gives them. A name that is not among them makes the API server refuse the pod, so that the workload is accepted and never runs.',
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/'],
  visits: pods,
  judge(pod) {
    const declared = new Set([...volumesOf(pod).map(({ name }) => name), ...claimTemplateNames(pod)]);
    return containersOf(pod).flatMap((container) =>
      mountsOf(container)
        .filter(({ volume }) => volume !== '' && !declared.has(volume))
        .map(({ volume, node }) => ({
          message: `Container ${container.name} mounts the volume ${volume}, and ${pod.resource.address} declares ${declared.size > 0 ? `only ${[...declared].join(', ')}` : 'none'}: the API server refuses the pod. Declare it, or correct the name.`,
          at: node.get('name') ?? node,
          key: `${container.name}/${volume}`,
        })),
    );
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
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: cache, mountPath: /cache }
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
