import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { claims, reclaimPolicyOf, storageClassOf } from '../../graph/kubernetes/claims.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/data-deleted-with-claim',
  title: 'Data that goes with its claim',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'With the reclaim policy Delete the disk is deleted together with the claim: a wrong `kubectl delete`, a removed namespace or a pruned application takes the data along. With Retain it stays until a person decides.',
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/storage/storage-classes/#reclaim-policy'],
  visits: claims,
  judge(claim, graph) {
    if (isNonProduction(claim.resource)) return;
    const storageClass = storageClassOf(graph, claim);
    if (!storageClass || reclaimPolicyOf(storageClass) !== 'Delete') return;
    const at = storageClass.body.get('reclaimPolicy');
    return {
      message: `The data of ${claim.resource.address}${claim.isTemplate ? ` (${claim.name})` : ''} is deleted together with its claim, since StorageClass ${storageClass.name} ${at ? 'says' : 'leaves out reclaimPolicy, which means'} Delete: set Retain for data that has no other home.`,
      at: claim.node.get('storageClassName') ?? claim.node,
      key: claim.name,
      ...(!isProduction(claim.resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: fast
provisioner: ebs.csi.aws.com
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
    good: `apiVersion: storage.k8s.io/v1
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
});
