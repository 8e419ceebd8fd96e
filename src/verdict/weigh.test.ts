import { expect, it } from 'vitest';
import { readFiles } from '../../tests/support/read-example.ts';
import { weigh } from './weigh.ts';

const database = (path: string) => ({
  [`${path}/main.tf`]: 'resource "aws_db_instance" "orders" {\n  engine = "postgres"\n}\n',
});

async function weighed(
  path: string,
  ...[dimension, severity]: [Parameters<typeof weigh>[2], Parameters<typeof weigh>[3]]
) {
  const { graph } = await readFiles(database(path));
  return weigh(graph, graph.ofType('aws_db_instance')[0]!, dimension, severity);
}

it('raises what production stands on by one step, and says why', async () => {
  expect(await weighed('environments/prod', 'disaster-recovery', 'medium')).toEqual({
    severity: 'high',
    because: 'raised from medium: production, holds data',
  });
  expect(await weighed('environments/prod', 'security', 'medium')).toMatchObject({ severity: 'high' });
});

it('makes nothing critical, and does not touch other dimensions', async () => {
  expect(await weighed('environments/prod', 'security', 'high')).toEqual({ severity: 'high' });
  expect(await weighed('environments/prod', 'cost', 'medium')).toEqual({ severity: 'medium' });
});

it('lowers in an environment that is not production, but never security', async () => {
  expect(await weighed('environments/staging', 'reliability', 'high')).toEqual({
    severity: 'medium',
    because: 'lowered from high, as staging is not production',
  });
  expect(await weighed('environments/staging', 'security', 'high')).toEqual({ severity: 'high' });
});

it('leaves alone what no name tells anything of', async () => {
  expect(await weighed('infra', 'disaster-recovery', 'medium')).toEqual({ severity: 'medium' });
});

it('counts what serves many as worse to lose, and not by the outputs that name it', async () => {
  const api =
    'apiVersion: v1\nkind: Service\nmetadata: { name: api, namespace: shop }\nspec: { selector: { app: api } }\n';
  const route = (name: string) =>
    `---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ${name}, namespace: shop }\nspec: { defaultBackend: { service: { name: api, port: { number: 80 } } } }\n`;
  const five = { 'prod/a.yaml': api + ['a', 'b', 'c', 'd', 'e'].map(route).join('') };
  const one = { 'prod/a.yaml': api + route('a') };
  const ofService = async (files: Record<string, string>) => {
    const { graph } = await readFiles(files);
    return weigh(graph, graph.ofType('Service')[0]!, 'reliability', 'medium').severity;
  };
  expect(await ofService(five)).toBe('high');
  expect(await ofService(one)).toBe('medium');
  const outputs = Array.from(
    { length: 6 },
    (_, at) => `output "o${at}" { value = aws_db_instance.orders.id }\n`,
  );
  const { graph } = await readFiles({
    'prod/main.tf': `${Object.values(database('prod'))[0]}${outputs.join('')}`,
  });
  expect(weigh(graph, graph.ofType('aws_db_instance')[0]!, 'reliability', 'medium').severity).toBe('medium');
});
