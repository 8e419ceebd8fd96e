import type { Graph } from '../../graph/graph.ts';
import { textAt } from '../../graph/look.ts';
import type { Resource } from '../../model/resource.ts';
import type { Part } from '../scenarios/outcome.ts';
import { numberAt } from './reading.ts';
import type { Door } from './workload.ts';

/** The groups of a load balancer that a service, or an autoscaling group, registers its tasks or instances in. */
export function targetGroupsOf(graph: Graph, resource: Resource): readonly Resource[] {
  const attached = graph
    .to(resource)
    .flatMap(({ from }) => (from.type === 'aws_autoscaling_attachment' ? [from] : []));
  return [resource, ...attached].flatMap((one) =>
    graph
      .from(one)
      .flatMap(({ to }) =>
        to.type === 'aws_lb_target_group' || to.type === 'aws_alb_target_group' ? [to] : [],
      ),
  );
}

/** The load balancer before target groups, as far as the repository shows it. */
export function doorBefore(graph: Graph, groups: readonly Resource[]): Door | undefined {
  const [group] = groups;
  if (!group) return undefined;
  const leading = graph.to(group).map(({ from }) => from);
  const listeners = leading.flatMap((one) =>
    isListener(one) ? [one] : graph.from(one).flatMap(({ to }) => (isListener(to) ? [to] : [])),
  );
  const balancer = listeners
    .flatMap((one) => graph.from(one).map(({ to }) => to))
    .find(({ type }) => type === 'aws_lb' || type === 'aws_alb');
  const certified = listeners.some(({ body }) => body.peek('certificate_arn'));
  return {
    address: (balancer ?? group).address,
    promise: 'elb',
    ...(certified ? { certificate: 'acm' as const } : {}),
  };
}

function isListener({ type }: Resource): boolean {
  return type === 'aws_lb_listener' || type === 'aws_alb_listener';
}

/** Until a load balancer sends no more requests to what is gone. Defaults: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group */
export function noticedBy(groups: readonly Resource[], otherwise: Part): readonly Part[] {
  const [group] = groups;
  if (!group) return [otherwise];
  const interval = numberAt(group.body, 'health_check', 'interval') ?? 30;
  const times = numberAt(group.body, 'health_check', 'unhealthy_threshold') ?? 3;
  return [
    {
      what: `the load balancer takes it for unhealthy after ${times} checks, ${interval} seconds apart`,
      seconds: [0, times * interval],
      source: group.address,
    },
  ];
}

/** The name that a resource is given in AWS, or else in the code. */
export function givenName({ body, name }: Resource, attribute = 'name'): string {
  return textAt(body, attribute) || name;
}
