import { describe, expect, it } from 'vitest';
import type { SimulationSettings } from '../../src/config/simulation.ts';
import { type Simulated, simulate } from '../../src/simulation/simulate.ts';
import { readFiles } from '../support/read-example.ts';

async function simulated(
  files: Readonly<Record<string, string>>,
  settings: SimulationSettings = {},
): Promise<Simulated> {
  const { graph } = await readFiles(files);
  return simulate(graph, settings)[0]!;
}

const deployment = (name: string, container = '', replicas = 2) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: main
          image: "example.com/${name}:1"
${container}
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
`;

const pool = (type: string) => `
resource "aws_eks_node_group" "general" {
  cluster_name    = "shop"
  node_group_name = "general"
  node_role_arn   = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids      = ["subnet-1"]
  instance_types  = ["${type}"]
  scaling_config {
    min_size     = 2
    desired_size = 2
    max_size     = 2
  }
}
`;

const said = ({ platform }: Simulated) =>
  platform.assumptions.map(({ about, assumed, setBy = '' }) => `${about}: ${assumed} (${setBy})`).join('\n');

describe('what cannot be simulated as it stands', () => {
  it('is a workload that no node takes: it is told with the reason, and is in no outcome of a loss', async () => {
    const huge = '          resources: { requests: { cpu: "64", memory: 1Gi } }';
    const result = await simulated({ 'main.tf': pool('m5.large'), 'a.yaml': deployment('huge', huge) });
    expect(result.unplaced.map(({ workload, waiting, why }) => [workload.name, waiting, why])).toEqual([
      ['huge', 2, '2 nodes: too little CPU'],
    ]);
    const losses = result.scenarios.filter(({ kind }) => kind === 'node' || kind === 'zone');
    expect(losses.flatMap(({ outcomes }) => outcomes)).toEqual([]);
  });

  it('is not harmed by workloads that call each other in a circle, or themselves', async () => {
    const calls = (name: string) => `          env: [{ name: NEXT_URL, value: "http://${name}" }]`;
    const files = {
      'main.tf': pool('m5.large'),
      'a.yaml': [
        deployment('one', calls('two'), 1),
        deployment('two', calls('three'), 1),
        deployment('three', calls('one'), 1),
        deployment('self', calls('self'), 1),
      ].join(''),
    };
    const { platform, scenarios } = await simulated(files);
    expect(
      platform.dependencies.map(({ from, to }) => [from.name, to.kind === 'workload' && to.workload.name]),
    ).toEqual([
      ['one', 'two'],
      ['two', 'three'],
      ['three', 'one'],
    ]);
    for (const { outcomes } of scenarios)
      expect(new Set(outcomes.map(({ workload }) => workload)).size).toBe(outcomes.length);
  });

  it('takes a known machine for one of an unknown type, and says so; the setting takes its place', async () => {
    const files = { 'main.tf': pool('z99.mega'), 'a.yaml': deployment('api') };
    const usual = await simulated(files);
    expect(usual.platform.pools[0]!.instanceType).toBe('m5.xlarge');
    expect(said(usual)).toContain('node pool general: nodes of m5.xlarge (--instance-type');
    expect(usual.platform.assumptions.map(({ because }) => because).join()).toContain(
      'z99.mega is not known',
    );
    expect((await simulated(files, { instanceType: 'c5.large' })).platform.pools[0]!.instanceType).toBe(
      'c5.large',
    );
    // one that is set and not known either cannot be taken
    expect((await simulated(files, { instanceType: 'nonsense' })).platform.pools[0]!.instanceType).toBe(
      'm5.xlarge',
    );
  });

  it('counts nothing for requests that are missing, as the scheduler does, and says so; a setting is counted', async () => {
    const files = { 'main.tf': pool('m5.large'), 'a.yaml': deployment('api') };
    const usual = await simulated(files);
    expect(usual.platform.workloads[0]!.spec).toMatchObject({ cpu: 0, memory: 0 });
    expect(said(usual)).toContain('no cpu counts for it, as for the scheduler (--cpu-request');
    const set = await simulated(files, { cpuRequest: '250m', memoryRequest: '64Mi' });
    expect(set.platform.workloads[0]!.spec).toMatchObject({ cpu: 250, memory: 64 * 2 ** 20 });
    expect(said(set)).toContain('a request of 250m cpu');
  });

  it('counts nothing for a task whose definition is not here, and says so', async () => {
    const main =
      'resource "aws_ecs_service" "api" {\n  name = "api"\n  task_definition = "api:7"\n  desired_count = 2\n  launch_type = "FARGATE"\n}\n';
    const usual = await simulated({ 'main.tf': main });
    expect(said(usual)).toContain('no cpu counts for its tasks');
    expect(said(usual)).toContain('3 zones (--zones');
    expect(usual.platform.workloads[0]!.replicas).toBe(2);
  });

  it('has no figure where nobody publishes one, and none that is made up', async () => {
    const host = '          env: [{ name: PAYMENTS_URL, value: "https://payments.partner.example.com" }]';
    const files = { 'main.tf': pool('m5.large'), 'a.yaml': deployment('api', host) };
    const { bounds } = await simulated(files);
    const outside = bounds[0]!.components.find(({ what }) => what === 'payments.partner.example.com')!;
    expect(outside.percent).toBeUndefined();
    const settings = { availability: { 'payments.partner.example.com': 99.5, 'ec2-region': 99.9 } };
    const set = (await simulated(files, settings)).bounds[0]!;
    expect(set.components.map(({ percent }) => percent)).toEqual([99.9, 99.5]);
  });
});
