import { describe, expect, it } from 'vitest';
import { writeAll } from '../../src/design/write-all.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { architectureOf } from '../support/design-example.ts';
import { hostedBlueprint } from '../support/hosted.ts';
import { readFiles } from '../support/read-example.ts';
import { outcomeOf, simulated } from '../support/simulated.ts';

const nodes = `
resource "aws_subnet" "nodes" {
  for_each          = toset(["eu-west-1a", "eu-west-1b", "eu-west-1c"])
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/24"
  availability_zone = each.key
}
resource "aws_eks_node_group" "general" {
  cluster_name    = "shop"
  node_group_name = "general"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = [for subnet in aws_subnet.nodes : subnet.id]
  instance_types  = ["m5.large"]
  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
}
`;

const database = (instances: number, more = '') => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: orders, namespace: data }
spec:
  instances: ${instances}
  storage: { size: 10Gi, storageClass: gp3 }
  resources: { requests: { cpu: 500m, memory: 1Gi } }
${more}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: data }
spec:
  replicas: 3
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers:
        - name: api
          image: example.com/api:1.0.0
          env: [{ name: DATABASE_HOST, value: orders-rw }]
          resources: { requests: { cpu: 100m, memory: 128Mi } }
          readinessProbe: { httpGet: { path: /, port: 80 } }
`;
const files = (instances: number, more?: string) => ({
  'main.tf': nodes,
  'db.yaml': database(instances, more),
});
const isDown = (one: Awaited<ReturnType<typeof simulated>>, kind: string, workload = 'orders') =>
  one.scenarios
    .filter((scenario) => scenario.kind === kind)
    .some(({ outcomes }) =>
      outcomes.some(({ workload: { name }, state }) => name === workload && state === 'down'),
    );

/** What fails with something else. */
const hurtBy = (one: Awaited<ReturnType<typeof simulated>>, kind: string) =>
  one.scenarios
    .filter((scenario) => scenario.kind === kind)
    .flatMap(({ outcomes }) =>
      outcomes.flatMap(({ workload, state }) => (state === 'impaired' ? [workload.name] : [])),
    );

describe('a database of CloudNativePG', () => {
  it('is pods that keep apart, each with a volume in a zone', async () => {
    const { platform } = await simulated(files(3));
    const [orders] = platform.workloads.filter(({ name }) => name === 'orders');
    expect(orders).toMatchObject({
      replicas: 3,
      enough: 1,
      zonal: true,
      spec: { cpu: 500, memory: 2 ** 30 },
    });
    expect(orders!.spec.preferredPods).toHaveLength(1);
    const strict = await simulated(files(3, '  affinity: { podAntiAffinityType: required }'));
    expect(strict.platform.workloads.find(({ name }) => name === 'orders')!.spec.antiAffinity).toHaveLength(
      1,
    );
  });

  it('goes on where a node or a zone is lost, and takes its callers along where it is one', async () => {
    const three = await simulated(files(3));
    for (const kind of ['node', 'zone']) expect(isDown(three, kind), kind).toBe(false);
    const one = await simulated(files(1));
    for (const kind of ['node', 'zone']) {
      expect(isDown(one, kind), kind).toBe(true);
      expect(hurtBy(one, kind), kind).toContain('api');
    }
    const scenario = one.scenarios.find(
      ({ kind, outcomes }) =>
        kind === 'zone' &&
        outcomes.some(({ workload, state }) => workload.name === 'orders' && state === 'down'),
    )!;
    const { remedy } = outcomeOf(one, scenario.id, 'orders')!;
    expect(remedy).toMatchObject({ tried: true });
    expect(remedy!.what).toMatch(/^run 2 pods \(spec\.instances\)/);
    expect(remedy!.fix).toBeUndefined();
  });

  it('needs the standbys that a commit waits for', async () => {
    const asked = (durability: string) =>
      files(2, `  postgresql: { synchronous: { method: any, number: 1, dataDurability: ${durability} } }`);
    expect(isDown(await simulated(asked('preferred')), 'zone')).toBe(false);
    const { platform } = await simulated(asked('required'));
    expect(platform.workloads.find(({ name }) => name === 'orders')!.enough).toBe(2);
  });

  it('lets a node be drained, unless it is alone', async () => {
    const blocked = (one: Awaited<ReturnType<typeof simulated>>) =>
      one.scenarios.some(
        ({ kind, outcomes }) =>
          kind === 'drain' && outcomes.some(({ workload, blocks }) => workload.name === 'orders' && blocks),
      );
    expect(blocked(await simulated(files(3)))).toBe(false);
    expect(blocked(await simulated(files(1)))).toBe(true);
    expect(blocked(await simulated(files(1, '  enablePDB: false')))).toBe(false);
  });
});

it.each([
  '[]',
  '~',
  '{ instances: many }',
  '{ instances: -1, affinity: [], plugins: {}, resources: 1 }',
  '{ instances: 1e9 }',
])('is read although its spec is %s', async (spec) => {
  const { platform, recoveries } = await simulated({
    'main.tf': nodes,
    'db.yaml': `apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: { name: orders }\nspec: ${spec}\n`,
  });
  expect(platform.workloads.map(({ name }) => name)).toEqual(['orders']);
  expect(platform.workloads[0]!.replicas).toBeLessThanOrEqual(100);
  expect(recoveries.find(({ resource }) => resource.name === 'orders')!.rpo).toBe('never');
});

it('comes back from what is kept of it', async () => {
  const kept = async (cluster: string, more = '') => {
    const { recoveries } = await simulated({
      'main.tf': nodes,
      'db.yaml': `${database(3, cluster)}${more}`,
    });
    const { rpo, rpoBy } = recoveries.find(({ resource }) => resource.name === 'orders')!;
    return { rpo, rpoBy };
  };
  const nightly = `---
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata: { name: nightly, namespace: data }
spec: { schedule: "0 30 2 * * *", cluster: { name: orders } }
`;
  expect(await kept('')).toEqual({ rpo: 'never', rpoBy: 'no ScheduledBackup names it' });
  expect(await kept('', nightly)).toMatchObject({ rpo: 86_400 });
  expect(await kept('  backup: { barmanObjectStore: { destinationPath: "s3://a" } }', nightly)).toMatchObject(
    {
      rpo: 300,
    },
  );
  expect(
    await kept(
      '  plugins: [{ name: barman-cloud.cloudnative-pg.io, isWALArchiver: true }]\n  postgresql: { parameters: { archive_timeout: 2min } }',
      nightly,
    ),
  ).toMatchObject({ rpo: 120 });
});

it('is found in what is designed, with what stands beside it, and survives', async () => {
  const written = writeAll(architectureOf(hostedBlueprint({ gitops: 'argocd', packaging: 'kustomize' })));
  const base = [...written].filter(
    ([path]) =>
      /^kubernetes\/_(data|cluster)\/.*\/?base\//.test(path) && !path.endsWith('kustomization.yaml'),
  );
  const { graph } = await readFiles({
    'main.tf': nodes.replace('m5.large', 'm5.2xlarge'),
    ...Object.fromEntries(base),
  });
  const [one] = simulate(graph, {});
  const orders = one!.platform.workloads.find(({ name }) => name === 'orders')!;
  // and 100m of the archiver
  expect(orders).toMatchObject({ replicas: 3, spec: { namespace: 'data' } });
  expect(orders.spec.cpu).toBe(600);
  expect(orders.spec.antiAffinity).toHaveLength(1);
  expect(orders.services.map(({ name }) => name)).toContain('orders');
  for (const kind of ['node', 'zone']) expect(isDown(one!, kind), kind).toBe(false);
  expect(one!.recoveries.find(({ resource }) => resource.name === 'orders')!.rpo).toBe(300);
});
