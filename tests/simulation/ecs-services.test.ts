import { describe, expect, it } from 'vitest';
import { balanced, definition, fargate, service, subnets } from '../support/ecs-blocks.ts';
import { outcomeOf, simulated } from '../support/simulated.ts';

// Each is worked out by hand in the comments before it is simulated.

const registered = `
  load_balancer {
    target_group_arn = aws_lb_target_group.api.arn
    container_name   = "api"
    container_port   = 80
  }
`;
describe('tasks of Fargate', () => {
  const two = subnets(['eu-west-1a', 'eu-west-1b']);

  // Five tasks over two zones: ECS puts each new one where there are fewest, so three stand in one zone and two in the other.
  // Losing the fuller one leaves two of the five that are needed (100 % is the minimum where nothing is said), and ECS starts
  // three again in the other zone.
  // Time: the target group takes a task out after 3 checks, 10 s apart: 30 s at most; a task starts in 60 s: 60 to 90 s.
  it('stand in all zones, and are started again in those that are left', async () => {
    const result = await simulated(`${two}${definition()}${balanced}${service(5, fargate + registered)}`);
    const outcomes = ['eu-west-1a', 'eu-west-1b'].map((zone) => outcomeOf(result, `zone:${zone}`, 'api')!);
    expect(outcomes.map(({ left }) => left).sort()).toEqual([2, 3]);
    for (const { state, before, restored, needed } of outcomes)
      expect({ state, before, restored, needed }).toEqual({
        state: 'degraded',
        before: 5,
        restored: 5,
        needed: 5,
      });
    expect(outcomes[0]!.duration!.seconds).toEqual([60, 90]);
  });

  // With a minimum of 40 %, two of five are enough: ⌈0.4 × 5⌉ = 2.
  it('are as many as the deployment has to keep', async () => {
    const result = await simulated(
      `${two}${definition()}${service(5, `${fargate}deployment_minimum_healthy_percent = 40`)}`,
    );
    expect(outcomeOf(result, 'zone:eu-west-1a', 'api')).toMatchObject({ state: 'serving', needed: 2 });
  });

  it('are spread by best effort, and kept so where that is asked for', async () => {
    const luck = async (more: string) =>
      outcomeOf(
        await simulated(`${two}${definition()}${service(4, fargate + more)}`),
        'zone:eu-west-1a',
        'api',
      )!;
    expect((await luck('')).byLuck).toContain('all 4 tasks may end up in one zone');
    expect((await luck('availability_zone_rebalancing = "ENABLED"')).byLuck).toBeUndefined();
  });

  // One zone: with it goes everything, and there is no other subnet to start in.
  it('are down with their only zone', async () => {
    const result = await simulated(`${subnets(['eu-west-1a'])}${definition()}${service(2, fargate)}`);
    expect(outcomeOf(result, 'zone:eu-west-1a', 'api')).toMatchObject({
      state: 'down',
      left: 0,
      restored: 0,
      remedy: { what: 'give it subnets in a second zone' },
    });
  });

  it('has one task only: a second one helps, as was tried', async () => {
    const result = await simulated(`${two}${definition()}${service(1, fargate)}`);
    expect(outcomeOf(result, 'node:api', 'api')).toMatchObject({
      state: 'down',
      remedy: {
        what: 'run 2 tasks (desired_count)',
        tried: true,
        fix: { summary: 'set desired_count to 2', edits: [{ path: ['desired_count'], value: 2 }] },
      },
    });
  });

  // Of four tasks, two are the base on demand; of the other two, weights 1 and 1 put one on each: three on demand, one on spot.
  it('lose those on spot, which comes back as spot or not at all', async () => {
    const result = await simulated(
      `${two}${definition()}${service(
        4,
        `
  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    base              = 2
    weight            = 1
  }
  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
  network_configuration {
    subnets = [for one in aws_subnet.private : one.id]
  }
`,
      )}`,
    );
    expect(outcomeOf(result, 'spot:api-spot', 'api')).toMatchObject({ before: 4, left: 3, restored: 3 });
  });

  it('roll back by the circuit breaker, and go down where nothing tells that they are ready', async () => {
    const breaker = 'deployment_circuit_breaker {\n enable = true\n rollback = true\n }\n';
    const blind = await simulated(`${two}${definition()}${service(2, fargate + breaker)}`);
    expect(outcomeOf(blind, 'rollout', 'api')).toMatchObject({
      state: 'down',
      duration: { until: 'the deployment circuit breaker of ECS takes it back' },
    });
    const checked = await simulated(
      `${two}${definition('healthCheck = { command = ["CMD", "true"] }')}${service(2, fargate)}`,
    );
    expect(outcomeOf(checked, 'rollout', 'api')).toBeUndefined();
  });

  it('block an upgrade where neither more nor fewer may run', async () => {
    const result = await simulated(
      `${two}${definition()}${service(2, `${fargate}deployment_maximum_percent = 100`)}`,
    );
    expect(outcomeOf(result, 'drain', 'api')!.blocks).toContain('neither more nor fewer tasks');
  });

  // Tasks in two zones 99.99 %, the load balancer 99.99 %: 0.9999² = 99.98 %, 8.64 minutes of a month of 43,200.
  it('are bounded by what Fargate and the load balancer promise', async () => {
    const [bound] = (await simulated(`${two}${definition()}${balanced}${service(2, fargate + registered)}`))
      .bounds;
    expect(bound!.percent).toBeCloseTo(99.980001, 6);
    expect(bound!.minutes.taken).toBeCloseTo(8.6396, 4);
  });

  it('call what their environment names', async () => {
    const queue = 'resource "aws_sqs_queue" "orders" {\n  name = "incoming-orders"\n}\n';
    const environment = 'environment = [{ name = "QUEUE_URL", value = aws_sqs_queue.orders.url }]';
    const { platform } = await simulated(`${two}${queue}${definition(environment)}${service(2, fargate)}`);
    expect(platform.dependencies.map(({ to }) => to.kind === 'managed' && to.managed.address)).toEqual([
      'aws_sqs_queue.orders',
    ]);
  });
});
describe('tasks on container instances', () => {
  const group = (desired: number) => `
resource "aws_launch_template" "hosts" {
  instance_type = "m5.large"
  user_data     = base64encode("#!/bin/bash\\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\\n")
}
resource "aws_autoscaling_group" "hosts" {
  name                = "hosts"
  min_size            = ${desired}
  desired_capacity    = ${desired}
  max_size            = 10
  vpc_zone_identifier = [for one in aws_subnet.private : one.id]
  launch_template {
    id = aws_launch_template.hosts.id
  }
}
`;
  const provider = `
resource "aws_ecs_capacity_provider" "hosts" {
  name = "hosts"
  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.hosts.arn
    managed_scaling {
      status = "ENABLED"
    }
  }
}
`;
  const two = subnets(['eu-west-1a', 'eu-west-1b']);

  // m5.large has 2 vCPU, 2,048 units: four tasks of 512 units fit on each of two instances, eight in all; the ninth waits.
  it('find room by the units that instances register', async () => {
    const result = await simulated(`${two}${definition()}${group(2)}${service(9, 'launch_type = "EC2"')}`);
    expect(result.unplaced.map(({ waiting, why }) => ({ waiting, why }))).toEqual([
      { waiting: 1, why: '2 nodes: too little CPU' },
    ]);
  });

  it('get instances from a capacity provider that scales', async () => {
    const result = await simulated(
      `${two}${definition()}${group(2)}${provider}${service(9, 'launch_type = "EC2"')}`,
    );
    expect(result.unplaced).toEqual([]);
    expect(result.running.cluster.nodes).toHaveLength(3);
  });

  // Three tasks that shun each other need three instances, and there are two.
  it('keep apart where each wants an instance of its own', async () => {
    const result = await simulated(
      `${two}${definition()}${group(2)}${service(3, 'launch_type = "EC2"\n placement_constraints {\n type = "distinctInstance"\n }')}`,
    );
    expect(result.unplaced.map(({ waiting }) => waiting)).toEqual([1]);
  });

  it('stand on assumed instances where none are declared, and that is said', async () => {
    const { platform } = await simulated(`${two}${definition()}${service(2, 'launch_type = "EC2"')}`);
    expect(platform.assumptions.map(({ because }) => because).join()).toContain('declares no nodes');
  });
});
