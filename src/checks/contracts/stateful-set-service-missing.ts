import { isEmpty, matches, plainSelector, podLabels } from '../../graph/kubernetes/labels.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { holdsAny, mayBeMadeByOperator } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/stateful-set-service-missing',
  title: 'StatefulSet without its headless Service',
  dimension: 'functionality',
  severity: 'medium',
  why: 'The pods of a StatefulSet have names of their own (db-0.db) only through the headless Service that serviceName names. Where it is missing, or has an address of its own, those names do not resolve, and members of a cluster cannot find each other.',
  sameAs: ['kube-score:StatefulSet has ServiceName', 'kics:k8s/statefulset_without_service_name'],
  sources: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  visits: resources('StatefulSet'),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'serviceName');
    const name = at?.text();
    if (!at || !name || !holdsAny(graph, resource, ['Service']) || mayBeMadeByOperator(graph, resource))
      return;
    const services = resolveName(graph, resource, 'Service', name);
    if (services.length === 0)
      return {
        message: `${resource.address} is to get its names from Service ${name}, which nothing in the repository declares: declare a headless Service of that name.`,
        at,
      };
    const labels = podLabels(graph, resource);
    const leadsToOthers = (service: Resource) => {
      const selector = plainSelector(service.body.get('spec', 'selector'));
      return !isEmpty(selector) && !matches(selector, labels);
    };
    if (services.every(leadsToOthers))
      return {
        message: `Service ${name} selects other pods than those of ${resource.address}, which therefore get no names (${resource.name}-0.${name}): let its selector match the labels of the pod template.`,
        at,
      };
    if (services.some(({ body }) => body.text('spec', 'clusterIP') === 'None')) return;
    return {
      message: `Service ${name} has an address of its own, so the pods of ${resource.address} get no names (${resource.name}-0.${name}): give the StatefulSet a Service with clusterIP: None.`,
      at,
      severity: 'low',
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: api
spec:
  serviceName: api-peers
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
kind: StatefulSet
metadata:
  name: api
spec:
  serviceName: api
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
  clusterIP: None
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
  },
});
