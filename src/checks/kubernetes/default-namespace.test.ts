import { expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { buildGraph } from '../../graph/build.ts';
import { readRepository } from '../../read/read-repository.ts';
import { judge } from '../../verdict/judge.ts';
import check from './default-namespace.ts';

const service = (namespace: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: api\n  namespace: ${namespace}\nspec:\n  ports: [{ port: 80 }]\n`;

it.each([
  ['default', 1],
  ['"{{ .Release.Namespace }}"', 0],
  ['{{ .Values.namespace | default "default" }}', 0],
])('knows whether a chart names the namespace: %s', async (written, expected) => {
  const repository = memoryRepository(
    { 'shop/Chart.yaml': 'name: shop\nversion: 1.0.0\n', 'shop/templates/api.yaml': service(written) },
    { helm: () => ({ outcome: 'done', stdout: `# Source: shop/templates/api.yaml\n${service('default')}` }) },
  );
  const options = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: true };
  const { units, resources } = await readRepository(repository, options);
  expect(judge(buildGraph(units, resources, repository.paths), [check]).findings).toHaveLength(expected);
});
