import { isRuntimeSocket, isSensitive } from '../../graph/kubernetes/host-paths.ts';
import { enforces, isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { hostPaths } from '../../graph/kubernetes/volumes.ts';
import type { Severity } from '../../model/dimension.ts';
import { check } from '../check.ts';

/** What says nothing about a node and is the same on all. */
const harmless = new Set(['/etc/localtime', '/etc/timezone', '/usr/share/zoneinfo', '/usr/share/zoneinfo/']);

export default check({
  id: 'kubernetes/host-path-mounted',
  title: 'Folder of the node in a pod',
  dimension: 'security',
  severity: 'medium',
  why: 'A hostPath volume breaks the isolation between pod and node: what the pod writes there stays on that one node, fills its disk and is not there when the pod moves; and where the path is one that the node itself uses, writing to it is a way to become root.',
  sameAs: [
    'gatekeeper:host-filesystem/no-host-paths',
    'gatekeeper:volumes/host-path-disallowed',
    'kics:k8s/non_kube_system_pod_with_host_mount',
    'kics:k8s/workload_mounting_with_sensitive_os_directory',
    'kube-linter:sensitive-host-mounts',
    'kube-linter:writable-host-mount',
    'kubescape:alert-any-hostpath',
    'kubescape:alert-rw-hostpath',
    'kyverno:disallow-host-path/host-path',
    'polaris:hostPathSet',
    'trivy:KSV-0023',
  ],
  controls: ['cis-kubernetes:5.2.12', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  visits: hostPaths,
  judge(volume, graph) {
    const { node, name, pod, mounts, resource } = volume;
    const at = node.get('hostPath', 'path');
    const path = at?.text();
    // the socket of the runtime is a finding of its own
    if (!at || path === undefined || isRuntimeSocket(path)) return;
    if (harmless.has(path) || enforces(graph, resource, 'baseline')) return;
    if (mounts.length === 0)
      return {
        message: `${resource.address} asks for ${path} of its node as volume ${name}, and no container mounts it yet: take it out.`,
        at,
        key: path,
        severity: 'info',
      };
    const writable = mounts.some(({ readOnly }) => !readOnly);
    const sensitive = isSensitive(path);
    const consequence =
      sensitive && writable
        ? 'which is a way to become root on the node'
        : writable
          ? 'where data stays behind when the pod moves and the disk of the node can be filled'
          : 'and sees what is on that node';
    return {
      message: `${resource.address} ${writable ? 'writes to' : 'reads'} ${path} of its node as volume ${name}, ${consequence}: use a volume claim, an emptyDir or a ConfigMap.`,
      at,
      key: path,
      severity: severityOf(sensitive, writable, isNodeAgent(pod)),
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
        - name: data
          hostPath: { path: /var/lib/exports }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: data, mountPath: /data }
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
        - name: data
          emptyDir: { sizeLimit: 1Gi }
        - name: zone
          hostPath: { path: /etc/localtime }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: data, mountPath: /data }
`,
  },
});

function severityOf(sensitive: boolean, writable: boolean, agent: boolean): Severity {
  if (agent) return writable ? 'low' : 'info';
  if (sensitive) return writable ? 'high' : 'medium';
  return writable ? 'medium' : 'low';
}
