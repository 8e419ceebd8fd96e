import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { databaseContainers, databaseOf } from '../../graph/kubernetes/images.ts';
import { isServing, type Pod } from '../../graph/kubernetes/pods.ts';
import { sceneOf } from '../../graph/kubernetes/scene.ts';
import { claimTemplateNames, mountsOf, volumesOf } from '../../graph/kubernetes/volumes.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/database-on-empty-dir',
  title: 'Database without a volume that lasts',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'What a container writes to itself or to an emptyDir is gone when its pod is: at the next rollout, drain or eviction. A database needs a volume claim, or to be one that holds nothing of value.',
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/#emptydir'],
  visits: databaseContainers,
  judge(container) {
    const { node, name, pod, resource } = container;
    // another program of the image: a client, a dump
    if (isNonProduction(resource) || node.has('command') || !isServer(pod)) return;
    const lasting = new Set([
      ...claimTemplateNames(pod),
      ...volumesOf(pod).flatMap((volume) => (isPassing(volume.node) ? [] : [volume.name])),
    ]);
    if (mountsOf(container).some(({ volume }) => lasting.has(volume))) return;
    return {
      message: `Container ${name} runs ${databaseOf(container)} and mounts no volume that outlives its pod, so the next rollout or drain deletes what it holds: mount a volume claim at its data folder.`,
      severity: isProduction(resource) ? 'high' : sceneOf(node.file) === '' ? 'medium' : 'low',
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: postgres
spec:
  selector:
    matchLabels: { app: postgres }
  template:
    metadata:
      labels: { app: postgres }
    spec:
      volumes:
        - name: data
          emptyDir: {}
      containers:
        - name: postgres
          image: postgres:17.5
          volumeMounts:
            - { name: data, mountPath: /var/lib/postgresql/data }
`,
    good: `apiVersion: apps/v1
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

function isServer({ workload }: Pod): boolean {
  return isServing(workload);
}

/** Volumes that end with the pod, or carry configuration only. */
function isPassing(volume: Node): boolean {
  return ['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI', 'ephemeral', 'image'].some((kind) =>
    volume.has(kind),
  );
}
