import { isProduction } from '../../graph/circumstances.ts';
import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/service-node-port',
  title: 'Service open on every node',
  dimension: 'security',
  severity: 'low',
  why: 'A NodePort opens a port on the address of every node, in front of whatever Ingress, TLS and firewall was meant to stand before the service. Where nodes have public addresses, so has the service.',
  sameAs: [
    'gatekeeper:block-nodeport-services/block-nodeport-services',
    'kics:k8s/service_type_is_nodeport',
    'kube-linter:exposed-services',
    'kube-score:Service Type',
    'kyverno:restrict-nodeport/validate-nodeport',
  ],
  controls: ['soc2:CC6.6'],
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  visits: resources('Service'),
  judge({ resource, node }, graph) {
    const type = node.get('spec', 'type');
    if (type?.text() !== 'NodePort' || isSystem(resource)) return;
    // load balancers of some clouds reach pods only this way
    if (graph.to(resource, 'routes-to').length > 0) return;
    return {
      message: `${resource.address} opens a port on every node: use ClusterIP behind an Ingress or Gateway, or a LoadBalancer.`,
      at: type,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: NodePort
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: ClusterIP
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
  },
});
