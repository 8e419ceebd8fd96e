import { expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { readRepository } from '../../read/read-repository.ts';
import { buildGraph } from '../build.ts';

const service = (namespace: string, name = 'gateway') => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: gateway }, ports: [{ port: 80 }] }
`;
const deployment = (namespace: string) => `# Source: gateway/templates/gateway.yaml
apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: gateway } }
  template:
    metadata: { labels: { app: gateway } }
    spec: { containers: [{ name: gateway, image: "gateway:1" }] }
`;

/** Which Services find the pods of a chart, rendered as a release in `default`. */
async function found(rendered: string, manifests: string) {
  const repository = memoryRepository(
    { 'gateway/Chart.yaml': 'name: gateway\nversion: 1.0.0\n', 'lb.yaml': manifests },
    { helm: () => ({ outcome: 'done', stdout: rendered }) },
  );
  const options = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: true };
  const { units, resources } = await readRepository(repository, options);
  const graph = buildGraph(units, resources, repository.paths);
  return graph
    .ofType('Service')
    .filter((one) => graph.from(one, 'selects').length > 0)
    .map(({ name }) => name);
}

it('lets what a chart puts into the namespace of its release stand in any other', async () => {
  expect(await found(deployment('default'), service('openfaas'))).toEqual(['gateway']);
  expect(await found(deployment('openfaas'), service('openfaas'))).toEqual(['gateway']);
  expect(await found(deployment('other'), service('openfaas'))).toEqual([]);
});

it('keeps the namespaces of one release apart', async () => {
  const both = `${deployment('default')}---\n${service('default', 'near')}---\n${service('functions', 'far')}`;
  expect(await found(both, '')).toEqual(['near']);
});
