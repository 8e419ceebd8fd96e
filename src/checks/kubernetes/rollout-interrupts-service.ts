import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { deploymentConfigs, podOf } from '../../graph/kubernetes/pods.ts';
import { replicasOf } from '../../graph/kubernetes/scale.ts';
import { doorTo, servesOthers } from '../../graph/kubernetes/traffic.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** `Rolling` and `Custom` are of OpenShift. */
const rolling = new Set(['RollingUpdate', 'Rolling', 'Custom']);

export default check({
  id: 'kubernetes/rollout-interrupts-service',
  title: 'Rollout that stops all pods first',
  dimension: 'reliability',
  severity: 'low',
  why: 'With the strategy Recreate, or with maxUnavailable at all replicas, a rollout stops every pod before new ones are ready. Each release is an outage, and a release that does not start is one without end. It is right only for what must never run twice.',
  sameAs: [
    'kube-linter:no-rolling-update-strategy',
    'kube-score:Deployment Strategy',
    'kubescape:no-rolling-update-strategy',
  ],
  controls: ['soc2:A1.2'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
  visits: resources('Deployment', ...deploymentConfigs),
  judge({ resource, node }, graph) {
    const replicas = replicasOf(graph, resource);
    if (!replicas || replicas.most === 0 || isNonProduction(resource)) return;
    const isCalled = servesOthers(graph, resource);
    const severity = doorTo(graph, resource) || isProduction(resource) ? 'medium' : 'low';
    const type = node.get('spec', 'strategy', 'type');
    if (type?.text() === 'Recreate') {
      // a volume that one node holds at a time has to be let go of first
      if (replicas.most === 1 && mountsClaim(resource)) return;
      return {
        message: `${resource.address} is rolled out with Recreate: all its pods stop before the new ones start${isCalled ? ', and what calls it gets errors in between' : ', and its work stands still in between'}. Use RollingUpdate${isCalled ? '' : ', unless two must never run at once'}.`,
        at: type,
        severity: isCalled ? severity : 'info',
      };
    }
    if (type && !rolling.has(type.text() ?? ''))
      return {
        message: `${resource.address} names the strategy ${type.text()}, which there is not, so it is refused or rolled out in another way than was meant: use RollingUpdate.`,
        at: type,
      };
    if (!isCalled) return;
    const most = node.get('spec', 'strategy', 'rollingUpdate', 'maxUnavailable');
    if (!most || countOf(most.text() ?? '', replicas.fewest) < replicas.fewest) return;
    return {
      message: `${resource.address} may lose ${most.text()} of its ${replicas.fewest} pods during a rollout, so none has to be left: lower maxUnavailable.`,
      at: most,
      severity,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
  strategy: { type: Recreate }
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
    good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
  strategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 1 } }
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
  },
});

function mountsClaim(workload: Resource): boolean {
  return (
    podOf(workload)
      ?.node.list('volumes')
      .some((volume) => volume.has('persistentVolumeClaim')) ?? false
  );
}

/** Percentages of maxUnavailable are rounded down. Source: Kubernetes API, RollingUpdateDeployment. */
function countOf(text: string, replicas: number): number {
  const percent = /^(\d+)%$/.exec(text)?.[1];
  return percent === undefined ? Number(text) : Math.floor((Number(percent) * replicas) / 100);
}
