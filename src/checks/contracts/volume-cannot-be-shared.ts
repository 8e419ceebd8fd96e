import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/volume-cannot-be-shared',
  title: 'Volume of one node wanted by several pods',
  dimension: 'reliability',
  severity: 'high',
  why: 'A claim with ReadWriteOnce is attached to one node at a time. Pods of a Deployment on other nodes wait for it without end (Multi-Attach error), and so does the new pod of a rolling update while the old one still holds it.',
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes'],
  visits: resources('Deployment', 'ReplicaSet', 'Rollout.argoproj.io'),
  judge({ resource, node }, graph) {
    const replicas = replicasOf(graph, resource);
    if (!replicas || replicas.most === 0) return;
    return graph.from(resource, 'mounts').flatMap(({ to, at }) => {
      if (to.type !== 'PersistentVolumeClaim' || !at || !isOfOneNode(to)) return [];
      if (replicas.most > 1)
        return [
          {
            message: `${resource.address} runs ${replicas.fewest === replicas.most ? '' : 'up to '}${replicas.most} pods on claim ${to.name}, which one node can attach at a time: pods on other nodes never start. Use ReadWriteMany, a StatefulSet with a claim for each pod, or one replica.`,
            at,
            key: to.name,
          },
        ];
      if (resource.type !== 'Deployment' || !surges(node)) return [];
      return [
        {
          message: `A rolling update of ${resource.address} starts the new pod while the old one holds claim ${to.name}; on another node it waits without end. Set strategy.type: Recreate.`,
          at,
          key: to.name,
          severity: 'low' as const,
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: uploads
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests: { storage: 10Gi }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 3
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      volumes:
        - name: uploads
          persistentVolumeClaim: { claimName: uploads }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
    good: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: uploads
spec:
  accessModes: [ReadWriteMany]
  resources:
    requests: { storage: 10Gi }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 3
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      volumes:
        - name: uploads
          persistentVolumeClaim: { claimName: uploads }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
`,
  },
});

function isOfOneNode(claim: Resource): boolean {
  const modes = claim.body.list('spec', 'accessModes').map((mode) => mode.text());
  return modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
}

/** Whether a rolling update of one pod starts the new one first. Source: Kubernetes API: 25% of one pod unavailable rounds to none. */
function surges(deployment: Node): boolean {
  if (deployment.text('spec', 'strategy', 'type') === 'Recreate') return false;
  const unavailable = deployment.text('spec', 'strategy', 'rollingUpdate', 'maxUnavailable') ?? '25%';
  return unavailable !== '100%' && !(Number(unavailable) >= 1);
}
