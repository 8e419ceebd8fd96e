import { isRuntimeSocket } from '../../graph/kubernetes/host-paths.ts';
import { isNodeAgent } from '../../graph/kubernetes/namespaces.ts';
import { hostPaths } from '../../graph/kubernetes/volumes.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/container-runtime-socket',
  title: 'Socket of the container runtime in a pod',
  dimension: 'security',
  severity: 'high',
  why: "Whoever can talk to the socket of Docker, containerd or CRI-O can start a privileged container on the node: it is root there, whatever the pod's own security settings say. Build images with a tool that needs no daemon, and read container facts from the kubelet.",
  sameAs: [
    'kics:k8s/docker_daemon_socket_is_exposed_to_containers',
    'kube-linter:docker-sock',
    'kubescape:containers-mounting-docker-socket',
    'kyverno:disallow-container-sock-mounts/validate-docker-sock-mount',
    'trivy:KSV-0006',
  ],
  controls: ['cis-kubernetes:5.2.12', 'soc2:CC6.1'],
  sources: ['https://docs.docker.com/engine/security/#docker-daemon-attack-surface'],
  visits: hostPaths,
  judge({ node, resource, pod, mounts }) {
    const at = node.get('hostPath', 'path');
    const path = at?.text();
    if (!at || path === undefined || !isRuntimeSocket(path)) return;
    return {
      message: `${resource.address} has ${path} of its node as a volume, and with it the socket of the container runtime: whoever takes over a container that mounts it is root on the node. Take it out.`,
      at,
      key: path,
      ...(mounts.length === 0 ? { severity: 'low' } : isNodeAgent(pod) && { severity: 'medium' }),
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
          hostPath: { path: /var/run/docker.sock }
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
          hostPath: { path: /var/lib/exports }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          volumeMounts:
            - { name: data, mountPath: /data }
`,
  },
});
