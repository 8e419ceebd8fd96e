import { liesInOneZone } from '../../graph/aws/zones.ts';
import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Path } from '../../model/node.ts';
import { check } from '../check.ts';

/** Attributes that say where instances of each type run. Source: Terraform AWS provider. */
const placements: Readonly<Record<string, readonly Path[]>> = {
  aws_autoscaling_group: [['vpc_zone_identifier'], ['availability_zones']],
  aws_ecs_service: [['network_configuration', 'subnets']],
  aws_lb: [['subnets'], ['subnet_mapping']],
  aws_lambda_function: [['vpc_config', 'subnet_ids']],
};

export default check({
  id: 'aws/placed-in-single-zone',
  title: 'Service placed in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'However many copies run, they all go down with their zone, and there is nowhere for new ones to start. Two subnets in different zones cost nothing more. It weighs more in production; an environment that is named otherwise is left alone.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html',
  ],
  visits: resources(...Object.keys(placements)),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    const path = placements[resource.type]!.find((one) => node.has(...one));
    if (!path || liesInOneZone(graph, resource, path) !== true) return;
    return {
      message: `${resource.address} runs in one availability zone only, and is down as long as that is: add a subnet of another zone to ${path.join('.')}.`,
      at: node.get(...path)!,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_autoscaling_group" "web" {\n  min_size            = 2\n  max_size            = 4\n  vpc_zone_identifier = ["subnet-0a1b"]\n}\n',
    good: 'resource "aws_subnet" "web" {\n  for_each = toset(["eu-central-1a", "eu-central-1b"])\n\n  vpc_id            = "vpc-0a1b2c3d"\n  availability_zone = each.key\n}\n\nresource "aws_autoscaling_group" "web" {\n  min_size            = 2\n  max_size            = 4\n  vpc_zone_identifier = [for subnet in aws_subnet.web : subnet.id]\n}\n',
  },
});
