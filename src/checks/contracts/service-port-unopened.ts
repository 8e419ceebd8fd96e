import { containersOf, podOf } from '../../graph/kubernetes/pods.ts';
import { needRendered } from '../../graph/kubernetes/presence.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/service-port-unopened',
  title: 'Service port that no container opens',
  dimension: 'functionality',
  severity: 'high',
  why: 'A Service forwards to its targetPort whether or not something listens there. A name that no container declares leaves the Service without that port; a number that differs from every declared port is answered with a refused connection.',
  sources: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  visits: resources('Service'),
  judge({ resource, node }, graph) {
    const workloads = graph.from(resource, 'selects').map(({ to }) => to);
    if (workloads.length === 0) return;
    return node.list('spec', 'ports').flatMap((port) => {
      const target = port.get('targetPort') ?? port.get('port');
      const wanted = target?.text();
      if (!target || wanted === undefined || workloads.some((workload) => opens(workload, wanted))) return [];
      for (const workload of workloads) needRendered(workload);
      const addresses = [...new Set(workloads.map(({ address }) => address))];
      const opened = [...new Set(workloads.flatMap(portsOf).flatMap(({ name, number }) => [name, number]))]
        .filter(Boolean)
        .join(', ');
      return [
        {
          message: `Service ${resource.name} sends port ${port.text('port')} to ${wanted}, and ${addresses.join(', ')} ${addresses.length > 1 ? 'open' : 'opens'} ${opened === '' ? 'none of that name' : `only ${opened}`}: name the port that the container listens on.`,
          at: target,
          key: wanted,
          // what a container declares need not be all that it opens; a name has to be declared
          ...(/^\d+$/.test(wanted) && { severity: 'medium' as const }),
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: 8000 }]
---
apiVersion: v1
kind: Pod
metadata:
  name: api
  labels: { app: api }
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      ports: [{ containerPort: 8080 }]
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports: [{ port: 80, targetPort: http }]
---
apiVersion: v1
kind: Pod
metadata:
  name: api
  labels: { app: api }
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      ports: [{ name: http, containerPort: 8080 }]
`,
  },
});

interface Port {
  readonly name: string | undefined;
  readonly number: string | undefined;
}

/** Declaring ports is informational: a workload that declares none, or runs on the host's network, may open any number. */
function opens(workload: Resource, wanted: string): boolean {
  const ports = portsOf(workload);
  const isNumber = /^\d+$/.test(wanted);
  if (isNumber && (ports.length === 0 || podOf(workload)?.node.flag('hostNetwork') === true)) return true;
  return ports.some(({ name, number }) => (isNumber ? number === wanted : name === wanted));
}

function portsOf(workload: Resource): Port[] {
  const pod = podOf(workload);
  if (!pod) return [];
  return containersOf(pod).flatMap(({ node }) =>
    node.list('ports').map((port: Node) => ({ name: port.text('name'), number: port.text('containerPort') })),
  );
}
