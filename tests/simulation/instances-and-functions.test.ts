import { describe, expect, it } from 'vitest';
import { type Simulated, simulate } from '../../src/simulation/simulate.ts';
import { balanced, definition, fargate, service, subnets } from '../support/ecs-blocks.ts';
import { readFiles } from '../support/read-example.ts';
import { outcomeOf, simulated } from '../support/simulated.ts';

// Each is worked out by hand in the comments before it is simulated.

describe('autoscaling groups', () => {
  const group = (desired: number, more = '') => `
resource "aws_launch_template" "web" {
  instance_type = "m5.large"
}
resource "aws_autoscaling_group" "web" {
  name                = "web"
  min_size            = 1
  desired_capacity    = ${desired}
  max_size            = 6
  vpc_zone_identifier = [for one in aws_subnet.private : one.id]
  launch_template {
    id = aws_launch_template.web.id
  }
  ${more}
}
`;
  const three = subnets(['eu-west-1a', 'eu-west-1b', 'eu-west-1c']);

  // Six instances, two in each zone. A lost zone leaves four, and the group starts two in the others.
  it('keep instances even over zones', async () => {
    const result = await simulated(`${three}${group(6)}`);
    for (const zone of ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'])
      expect(outcomeOf(result, `zone:${zone}`, 'web')).toMatchObject({
        state: 'degraded',
        before: 6,
        left: 4,
        restored: 6,
      });
  });

  it('say by luck where rebalancing is suspended', async () => {
    const result = await simulated(`${three}${group(3, 'suspended_processes = ["AZRebalance"]')}`);
    expect(outcomeOf(result, 'zone:eu-west-1a', 'web')!.byLuck).toContain('all 3 instances');
  });

  it('hold up a refresh where instances are protected from scale-in', async () => {
    const result = await simulated(`${three}${group(3, 'protect_from_scale_in = true')}`);
    expect(outcomeOf(result, 'drain', 'web')!.blocks).toContain('protect_from_scale_in');
  });

  // 90 % of three are 2.7, so three have to be healthy; as no more than 100 % may run, one goes all the same.
  it('lose one to a refresh that never becomes healthy', async () => {
    const checked = `${balanced}${group(3, 'health_check_type = "ELB"\n target_group_arns = [aws_lb_target_group.api.arn]\n instance_refresh {\n strategy = "Rolling"\n }')}`;
    expect(outcomeOf(await simulated(`${three}${checked}`), 'rollout', 'web')).toMatchObject({
      state: 'degraded',
      left: 2,
    });
  });

  it('are nodes where they join a cluster, and no service', async () => {
    const tagged =
      'tag {\n key = "kubernetes.io/cluster/shop"\n value = "owned"\n propagate_at_launch = true\n }';
    const { graph } = await readFiles({
      'main.tf': `${three}${group(3, tagged)}`,
      'api.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec:\n  replicas: 1\n  selector: { matchLabels: { app: api } }\n  template:\n    metadata: { labels: { app: api } }\n    spec: { containers: [{ name: api, image: "example.com/api:1" }] }\n',
    });
    const [{ platform }] = simulate(graph) as [Simulated];
    expect(platform.workloads.map(({ name }) => name)).toEqual(['api']);
    expect(platform.pools.map(({ name, provider }) => [name, provider])).toEqual([['web', 'eks']]);
  });
});
describe('functions', () => {
  const lambda = (more = '') => `
resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "arn:aws:iam::111122223333:role/resize"
  ${more}
}
`;
  const inNetwork =
    'vpc_config {\n subnet_ids = [for one in aws_subnet.private : one.id]\n security_group_ids = []\n }';

  it('run in all zones, and in those of their subnets where they are in a network', async () => {
    const one = await simulated(`${subnets(['eu-west-1a'])}${lambda(inNetwork)}${groupOfTwo}`);
    expect(outcomeOf(one, 'zone:eu-west-1a', 'resize')).toMatchObject({ state: 'down' });
    const two = await simulated(`${subnets(['eu-west-1a', 'eu-west-1b'])}${lambda(inNetwork)}${groupOfTwo}`);
    expect(outcomeOf(two, 'zone:eu-west-1a', 'resize')).toBeUndefined();
  });

  it('feel what they are called by and what they call', async () => {
    const { scenarios, bounds } =
      await simulated(`${lambda('environment {\n variables = { BUCKET = aws_s3_bucket.pictures.bucket }\n }')}
resource "aws_s3_bucket" "pictures" {
  bucket = "shop-pictures"
}
resource "aws_sqs_queue" "uploads" {
  name = "uploads"
}
resource "aws_lambda_event_source_mapping" "uploads" {
  event_source_arn = aws_sqs_queue.uploads.arn
  function_name    = aws_lambda_function.resize.arn
}
`);
    const felt = scenarios
      .filter(({ outcomes }) => outcomes.some(({ workload }) => workload.name === 'resize'))
      .map(({ id }) => id);
    expect(felt.sort()).toEqual([
      'dependency:aws_s3_bucket.pictures',
      'queue:aws_sqs_queue.uploads',
      'region',
    ]);
    // Lambda 99.95 %, S3 99.9 %, SQS 99.9 %: 0.9995 × 0.999 × 0.999 = 0.997502
    expect(bounds[0]!.percent).toBeCloseTo(99.7502, 4);
  });
});
// zones are those of pools, so that something has to stand in them
const groupOfTwo = `${definition()}${service(2, fargate)}`;
