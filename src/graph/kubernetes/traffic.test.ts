import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { containers } from './pods.ts';
import { doorTo, isServed, servesOthers } from './traffic.ts';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: api
  labels: { app: api }
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      ports: [{ name: http, containerPort: 8080 }]
    - name: proxy
      image: registry.example.com/proxy:2.0.1
      ports: [{ name: admin, containerPort: 9901 }]
`;
const service = (spec: string) => `---
apiVersion: v1
kind: Service
metadata: { name: api }
spec: { selector: { app: api }, ${spec} }
`;

async function read(...others: readonly string[]) {
  const { graph } = await readFiles({ 'api.yaml': [pod, ...others].join('') });
  return { graph, workload: graph.ofType('Pod')[0]!, all: graph.select(containers) };
}

describe('isServed', () => {
  it('follows a target port by name and number to the container that declares it', async () => {
    for (const target of ['http', '8080']) {
      const { graph, all } = await read(service(`ports: [{ port: 80, targetPort: ${target} }]`));
      expect(all.map((container) => isServed(graph, container))).toEqual([true, false]);
    }
  });

  it('does not guess between containers', async () => {
    const { graph, all } = await read(service('ports: [{ port: 80, targetPort: 7000 }]'));
    expect(all.map((container) => isServed(graph, container))).toEqual([false, false]);
  });
});

describe('servesOthers', () => {
  it.each([
    ['ports: [{ name: http, port: 80 }]', true],
    ['ports: [{ name: http-metrics, port: 9090 }]', false],
    ['ports: [{ name: http, port: 80 }, { name: metrics, port: 9090 }]', true],
  ])('of %s is %s', async (spec, expected) => {
    const { graph, workload } = await read(service(spec));
    expect(servesOthers(graph, workload)).toBe(expected);
  });
});

describe('doorTo', () => {
  it('is a Service that is open itself', async () => {
    const { graph, workload } = await read(service('type: LoadBalancer, ports: [{ port: 80 }]'));
    expect(doorTo(graph, workload)?.address).toBe('Service/api');
  });

  it('is what routes to the Service, and nothing where nothing does', async () => {
    const route = `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: shop }
spec:
  rules:
    - backendRefs: [{ name: api, port: 80 }]
`;
    const open = await read(service('ports: [{ port: 80 }]'), route);
    expect(doorTo(open.graph, open.workload)?.address).toBe('HTTPRoute/shop');
    const closed = await read(service('ports: [{ port: 80 }]'));
    expect(doorTo(closed.graph, closed.workload)).toBeUndefined();
  });
});
