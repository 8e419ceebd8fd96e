import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/service-external-ips',
  title: 'Service that claims addresses',
  dimension: 'security',
  severity: 'medium',
  why: 'externalIPs makes every node take traffic for an address and send it to the Service, without asking whose address it is. Whoever may write Services can so listen to the traffic of others (CVE-2020-8554); the field should be refused by policy.',
  sameAs: ['gatekeeper:externalip/allowed-ip', 'kyverno:restrict-external-ips/check-ips', 'trivy:KSV-0108'],
  controls: ['cis-kubernetes:1.2.3', 'soc2:CC6.6'],
  sources: ['https://github.com/kubernetes/kubernetes/issues/97076'],
  visits: resources('Service'),
  judge({ resource, node }) {
    const addresses = node.list('spec', 'externalIPs');
    if (addresses.length === 0) return;
    return {
      message: `${resource.address} takes traffic for ${addresses.map((address) => address.text()).join(', ')} on every node, whoever owns that address: use a LoadBalancer or an Ingress.`,
      at: node.get('spec', 'externalIPs')!,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  externalIPs: [203.0.113.7]
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  type: LoadBalancer
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8080 }]
`,
  },
});
