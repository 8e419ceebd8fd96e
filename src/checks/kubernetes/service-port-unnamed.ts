import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/service-port-unnamed',
  title: 'Service with several ports and no names',
  dimension: 'functionality',
  severity: 'high',
  why: 'A Service with more than one port has to name each, since endpoints, monitors and routes tell them apart by name. The API server refuses it otherwise.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services'],
  visits: resources('Service'),
  judge({ resource, node }) {
    const ports = node.list('spec', 'ports');
    const unnamed = ports.find((port) => !port.has('name'));
    if (ports.length < 2 || !unnamed) return;
    return {
      message: `${resource.address} has ${ports.length} ports and names not all of them, which the API server refuses: give port ${unnamed.text('port') ?? ''} a name.`,
      at: unnamed,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80 }, { port: 9090 }]
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ name: http, port: 80 }, { name: metrics, port: 9090 }]
`,
  },
});
