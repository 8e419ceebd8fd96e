import { isNonProduction } from '../../graph/circumstances.ts';
import { claims, reclaimPolicyOf, storageClassOf } from '../../graph/kubernetes/claims.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/disk-outlives-environment',
  title: 'Disk that stays when its environment goes',
  dimension: 'cost',
  severity: 'info',
  why: 'Retain keeps a disk, and its price, after the claim is deleted. That is right for data that matters; in an environment that is set up and torn down it leaves one more forgotten disk behind each time.',
  sources: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming'],
  visits: claims,
  judge(claim, graph) {
    const { resource, name, node } = claim;
    if (!isNonProduction(resource)) return;
    const storageClass = storageClassOf(graph, claim);
    if (!storageClass || reclaimPolicyOf(storageClass) !== 'Retain') return;
    return {
      message: `The disk of ${resource.address} stays, and is paid, after ${resource.unit.environment} is torn down, since StorageClass ${storageClass.name} retains it: use a class with Delete there.`,
      at: node.get('storageClassName') ?? node,
      key: name,
    };
  },
  examples: {
    bad: {
      'overlays/staging/redis.yaml': `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
reclaimPolicy: Retain
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: postgres
spec:
  selector:
    matchLabels: { app: postgres }
  template:
    metadata:
      labels: { app: postgres }
    spec:
      containers:
        - name: postgres
          image: postgres:17.5
          volumeMounts:
            - { name: data, mountPath: /var/lib/postgresql/data }
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: fast
        resources:
          requests: { storage: 20Gi }
`,
    },
    good: {
      'overlays/staging/redis.yaml': `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
reclaimPolicy: Delete
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: postgres
spec:
  selector:
    matchLabels: { app: postgres }
  template:
    metadata:
      labels: { app: postgres }
    spec:
      containers:
        - name: postgres
          image: postgres:17.5
          volumeMounts:
            - { name: data, mountPath: /var/lib/postgresql/data }
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: fast
        resources:
          requests: { storage: 20Gi }
`,
    },
  },
});
