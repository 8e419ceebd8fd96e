import { describe, expect, it } from 'vitest';
import { outcomeOf, simulated } from '../support/simulated.ts';

// Three small platforms, each worked out by hand in the comments before it is simulated.

function pool(type: string, nodes: number, zones: readonly string[]): string {
  return `
resource "aws_subnet" "nodes" {
  for_each          = toset(${JSON.stringify(zones)})
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.0.0/24"
  availability_zone = each.key
}
resource "aws_eks_node_group" "general" {
  cluster_name    = "shop"
  node_group_name = "general"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = [for subnet in aws_subnet.nodes : subnet.id]
  instance_types  = ["${type}"]
  scaling_config {
    min_size     = ${nodes}
    desired_size = ${nodes}
    max_size     = ${nodes}
  }
}
`;
}

function deployment(name: string, replicas: number, resources: string, more = ''): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
${more}
      containers:
        - name: ${name}
          image: example.com/${name}:1.0.0
          resources: { requests: ${resources} }
          readinessProbe: { httpGet: { path: /, port: 80 } }
---
`;
}

describe('first example: room', () => {
  // m5.large: 2 vCPU, 8,192 MiB, and addresses for 3 interfaces × (10 − 1) + 2 = 29 pods.
  // EKS keeps back 6 % of the first core and 1 % of the second: 60 + 10 = 70 millicores, and leaves 1,930.
  // It keeps back 11 MiB for each pod and 255: 11 × 29 + 255 = 574 MiB, and 100 more below which the kubelet evicts:
  // 8,192 − 574 − 100 = 7,518 MiB are left.
  const files = {
    'main.tf': pool('m5.large', 2, ['eu-west-1a', 'eu-west-1b']),
    'api.yaml': deployment('api', 5, '{ cpu: 800m, memory: 1Gi }'),
  };

  it('leaves what the kubelet and the system do not keep', async () => {
    const { platform } = await simulated(files);
    expect(platform.pools[0]!.allocatable).toEqual({ cpu: 1930, memory: 7518 * 2 ** 20, pods: 29 });
  });

  // EKS runs kube-proxy (100) and aws-node (2 × 25) on each node: 1,930 − 150 = 1,780 are left for others.
  // 2 × 800 = 1,600 fit, and 3 × 800 = 2,400 do not: two pods a node, four in all, and the fifth waits.
  it('places four pods of five', async () => {
    const { unplaced } = await simulated(files);
    expect(unplaced.map(({ waiting, why }) => ({ waiting, why }))).toEqual([
      { waiting: 1, why: '2 nodes: too little CPU' },
    ]);
  });

  // Zone a goes with its node and two pods; two are left of the four that ran. The node in b is full. The node group brings its lost
  // node back in b, where both find room: four again.
  // Time: taken for lost after 50 s, evicted after 300 s at most, a node after 180 s, a pod after 60 s: 290 to 590 s.
  it('counts what a lost zone leaves, and how long that lasts', async () => {
    const outcome = outcomeOf(await simulated(files), 'zone:eu-west-1a', 'api')!;
    expect(outcome).toMatchObject({ state: 'degraded', before: 4, left: 2, restored: 4 });
    expect(outcome.duration!.seconds).toEqual([290, 590]);
    expect(outcome.duration!.parts.map(({ seconds }) => seconds)).toEqual([[50, 50], [0, 300], 180, 60]);
  });
});

describe('second example: a promise', () => {
  const files = (standby: boolean) => ({
    'main.tf': `${pool('m5.xlarge', 3, ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'])}
resource "aws_db_instance" "orders" {
  identifier     = "orders-database"
  engine         = "postgres"
  instance_class = "db.r6g.large"
  multi_az       = ${standby}
}
resource "aws_sqs_queue" "orders" {
  name = "incoming-orders"
}
`,
    'api.yaml': `${deployment('api', 3, '{ cpu: 100m, memory: 128Mi }')}`.replace(
      '          readinessProbe',
      `          env:
            - { name: DATABASE_HOST, value: orders-database.abc.eu-west-1.rds.amazonaws.com }
            - { name: QUEUE_URL, value: https://sqs.eu-west-1.amazonaws.com/111122223333/incoming-orders }
          readinessProbe`,
    ),
  });
  const objectives = { objectives: { api: 99.9 } };

  // Three pods in three zones: 99.99 %. RDS in one zone: 99.5 %. SQS: 99.9 %. All are needed:
  // 0.9999 × 0.995 × 0.999 = 0.99390559…, that is 99.3906 %.
  // A month of 30 days has 43,200 minutes: 0.00609441 × 43,200 = 263.28 may be missing, and 99.9 % allow 43.2.
  it('is out of reach with a database in one zone', async () => {
    const [bound] = (await simulated(files(false), objectives)).bounds;
    expect(bound!.percent).toBeCloseTo(99.3906, 4);
    expect(bound!.minutes.taken).toBeCloseTo(263.28, 2);
    expect(bound!.minutes.allowed).toBeCloseTo(43.2, 6);
    expect(bound!.reachable).toBe(false);
    expect(bound!.limit!.what).toContain('aws_db_instance.orders');
  });

  // With a standby 99.95 %: 0.9999 × 0.9995 × 0.999 = 0.99840065…: still 69.09 minutes, and now the queue limits it most.
  it('is out of reach with a standby as well, by the queue', async () => {
    const [bound] = (await simulated(files(true), objectives)).bounds;
    expect(bound!.percent).toBeCloseTo(99.8401, 4);
    expect(bound!.minutes.taken).toBeCloseTo(69.09, 2);
    expect(bound!.reachable).toBe(false);
    expect(bound!.limit!.what).toContain('aws_sqs_queue.orders');
  });

  // Without the queue 0.9999 × 0.9995 = 0.99940005: 25.92 minutes of the 43.2.
  it('is within reach where the api can do without the queue', async () => {
    const [bound] = (
      await simulated(files(true), { ...objectives, optional: ['api -> aws_sqs_queue.orders'] })
    ).bounds;
    expect(bound!.minutes.taken).toBeCloseTo(25.92, 2);
    expect(bound!.reachable).toBe(true);
  });
});

describe('third example: an upgrade', () => {
  const files = (budget: string) => ({
    'main.tf': pool('m5.xlarge', 2, ['eu-west-1a', 'eu-west-1b']),
    'api.yaml': `${deployment('api', 4, '{ cpu: 100m, memory: 128Mi }')}${budget}`,
  });
  const keeps = (field: string) => `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: api }
spec:
  ${field}
  selector: { matchLabels: { app: api } }
`;

  // Four pods on two nodes stand two by two. A drained node lets both go at once: two are left of four, and nothing says that
  // fewer than four are enough.
  it('takes all pods of a node at once where no budget forbids it', async () => {
    expect(outcomeOf(await simulated(files('')), 'drain', 'api')).toMatchObject({
      state: 'degraded',
      before: 4,
      left: 2,
      needed: 4,
    });
  });

  // A budget that keeps three lets one go at a time: three are left, which are enough by its own word.
  it('goes one by one under a budget', async () => {
    const result = await simulated(files(keeps('maxUnavailable: 1')));
    expect(outcomeOf(result, 'drain', 'api')).toBeUndefined();
  });

  // 90 % of four is 3.6, rounded up four: none may ever go.
  it('never ends under a budget that rounds up to all', async () => {
    const outcome = outcomeOf(await simulated(files(keeps('minAvailable: 90%'))), 'drain', 'api');
    expect(outcome).toMatchObject({ state: 'serving', left: 4 });
    expect(outcome!.blocks).toContain('PodDisruptionBudget/api');
    expect(outcome!.remedy!.what).toContain('minAvailable: 3');
  });
});

describe('fourth example: rank', () => {
  // Of the 1,780 millicores of a node a pod of 1,500 leaves too few for another: api stands in one zone, and mail in the other. Where the
  // zone of api goes, api takes the place of mail, which is told as such: mail did not stand there.
  it('tells what gives way apart from what was lost', async () => {
    const general = pool('m5.large', 1, ['eu-west-1a']);
    const size = '{ cpu: 1500m, memory: 1Gi }';
    const platform = await simulated({
      'a.tf': general,
      'b.tf': general
        .replaceAll('eu-west-1a', 'eu-west-1b')
        .replaceAll('"nodes"', '"others"')
        .replaceAll('subnet.nodes', 'subnet.others')
        .replaceAll('"general"', '"other"'),
      'api.yaml': `apiVersion: scheduling.k8s.io/v1
kind: PriorityClass
metadata: { name: critical }
value: 1000
---
${deployment('api', 1, size, '      priorityClassName: critical')}${deployment('mail', 1, size)}`,
    });
    const all = ['a', 'b'].map((zone) => outcomeOf(platform, `zone:eu-west-1${zone}`, 'mail')!);
    const outranked = all.find((one) => one.outranked)!;
    expect(outranked).toMatchObject({ state: 'down', before: 1, left: 0, outranked: 1 });
    expect(outranked.why.slice(1)).toEqual([
      'its only pod gave way to pods of higher priority',
      '1 finds no other place: 1 node: too little CPU',
    ]);
    expect(outranked.remedy!.what).toContain('a priority class no lower');
    const lost = all.find((one) => one !== outranked)!;
    expect(lost.why[1]).toBe('its only pod stood there');
  });
});
