import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { isBackedUp, speaksOfBackups } from '../../graph/kubernetes/backups.ts';
import { claims } from '../../graph/kubernetes/claims.ts';
import { sceneOf } from '../../graph/kubernetes/scene.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/data-without-backup',
  title: 'Data that no backup covers',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'Replicas and retained disks do not help against a wrong statement, a broken release or a lost cluster: a copy somewhere else does. Where a repository backs up some of its data, the rest was most likely forgotten.',
  controls: ['soc2:A1.2'],
  sources: ['https://velero.io/docs/main/api-types/schedule/'],
  visits: claims,
  judge(claim, graph) {
    const { resource, name, node } = claim;
    if (isNonProduction(resource) || sceneOf(node.file) !== '') return;
    if (!(isProduction(resource) || speaksOfBackups(graph)) || isBackedUp(graph, claim)) return;
    return {
      message: `Nothing in the repository backs up ${claim.isTemplate ? `the volume ${name} of ` : ''}${resource.address}: add it to a Velero Schedule, take VolumeSnapshots of it, or dump it by a CronJob.`,
      at: node,
      key: name,
    };
  },
  examples: {
    bad: `apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: nightly
  namespace: velero
spec:
  schedule: "0 3 * * *"
  template:
    includedNamespaces: [billing]
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: postgres
  namespace: shop
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
    good: `apiVersion: velero.io/v1
kind: Schedule
metadata:
  name: nightly
  namespace: velero
spec:
  schedule: "0 3 * * *"
  template:
    includedNamespaces: [billing, shop]
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: postgres
  namespace: shop
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
