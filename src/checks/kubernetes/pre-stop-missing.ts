import { servingContainers } from '../../graph/kubernetes/pods.ts';
import { doorTo, isServed } from '../../graph/kubernetes/traffic.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/pre-stop-missing',
  title: 'Exposed container that stops before its traffic does',
  dimension: 'reliability',
  severity: 'low',
  why: 'When a pod is deleted, it gets its signal to stop at the same moment in which load balancers and proxies are told to leave it, and they take some seconds. A program that exits at once answers the last requests of each rollout with errors, unless a preStop hook waits or the program itself does.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow'],
  visits: servingContainers,
  judge(container, graph) {
    const { node, name, resource } = container;
    if (node.has('lifecycle', 'preStop') || container.pod.workload === 'DaemonSet') return;
    const door = doorTo(graph, resource);
    if (!door || !isServed(graph, container)) return;
    return {
      message: `Container ${name} gets traffic through ${door.address} and may stop before that does: let a preStop hook sleep for some seconds, unless the program itself keeps serving after SIGTERM.`,
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
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          ports: [{ containerPort: 8080 }]
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
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
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          ports: [{ containerPort: 8080 }]
          lifecycle:
            preStop:
              sleep: { seconds: 10 }
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
`,
  },
});
