import { isSensitive } from '../../graph/kubernetes/host-paths.ts';
import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/volume-on-node-path',
  title: 'PersistentVolume that is a folder of a node',
  dimension: 'reliability',
  severity: 'low',
  why: 'A PersistentVolume with hostPath is whatever folder the node of the pod has at that path: on another node it is another folder, so the data seems lost when the pod moves, and whoever claims it gets at the files of the node. It is made for clusters of one node; a local volume names its node, a CSI driver brings storage that moves along.',
  sameAs: [
    'kics:k8s/non_kube_system_pod_with_host_mount',
    'kics:k8s/workload_mounting_with_sensitive_os_directory',
  ],
  controls: ['cis-kubernetes:5.2.12'],
  sources: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes'],
  visits: resources('PersistentVolume'),
  judge({ resource, node }) {
    const at = node.get('spec', 'hostPath', 'path');
    const path = at?.text();
    if (!at || path === undefined || isSystem(resource)) return;
    const sensitive = isSensitive(path);
    return {
      message: `${resource.address} is the folder ${path} of whichever node its pod runs on${sensitive ? ', and gives whoever claims it a way to become root there' : ''}: use a local volume with a nodeAffinity, or a StorageClass of a CSI driver.`,
      at,
      ...(sensitive && { severity: 'high' }),
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: exports
spec:
  capacity: { storage: 10Gi }
  accessModes: [ReadWriteOnce]
  storageClassName: manual
  hostPath: { path: /mnt/exports }
`,
    good: `apiVersion: v1
kind: PersistentVolume
metadata:
  name: exports
spec:
  capacity: { storage: 10Gi }
  accessModes: [ReadWriteOnce]
  storageClassName: local
  local: { path: /mnt/exports }
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions:
            - key: kubernetes.io/hostname
              operator: In
              values: [worker-1]
`,
  },
});
