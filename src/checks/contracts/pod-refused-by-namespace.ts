import { namespaceOf } from '../../graph/kubernetes/names.ts';
import { enforcedLevel } from '../../graph/kubernetes/namespaces.ts';
import { shortOfLevel } from '../../graph/kubernetes/pod-security.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { needRendered } from '../../graph/kubernetes/presence.ts';
import { check } from '../check.ts';

/** Reasons that are told; the rest is counted. */
const most = 4;

export default check({
  id: 'contracts/pod-refused-by-namespace',
  title: 'Pod that its namespace refuses',
  dimension: 'functionality',
  severity: 'high',
  why: 'A namespace that enforces a level of the Pod Security Standards refuses every pod that falls short of it. The Deployment is accepted, its pods never appear, and only the events of its ReplicaSet say why.',
  sources: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/'],
  visits: pods,
  judge(pod, graph) {
    const level = enforcedLevel(graph, pod.resource);
    if (!level) return;
    const reasons = [...new Set(shortOfLevel(pod, level))];
    if (reasons.length === 0) return;
    needRendered(pod.resource);
    const more = reasons.length > most ? `, and ${reasons.length - most} more` : '';
    return {
      message: `Namespace ${namespaceOf(pod.resource)} enforces the level ${level} and refuses the pods of ${pod.resource.address}: ${reasons.slice(0, most).join(', ')}${more}.`,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
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
`,
    good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      securityContext:
        runAsNonRoot: true
        seccompProfile: { type: RuntimeDefault }
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          securityContext:
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
`,
  },
});
