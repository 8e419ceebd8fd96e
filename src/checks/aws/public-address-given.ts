import { subnetsOf } from '../../graph/aws/routes.ts';
import { internetRanges, rulesFor } from '../../graph/aws/security-groups.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Where each type says so. Source: Terraform AWS provider. */
const settings: Readonly<Record<string, (body: Node) => readonly Node[]>> = {
  aws_instance: (body) => present(body.get('associate_public_ip_address')),
  aws_spot_instance_request: (body) => present(body.get('associate_public_ip_address')),
  aws_launch_configuration: (body) => present(body.get('associate_public_ip_address')),
  aws_launch_template: (body) =>
    body.list('network_interfaces').flatMap((card) => present(card.get('associate_public_ip_address'))),
  aws_ecs_service: (body) => present(body.get('network_configuration', 'assign_public_ip')),
};

export default check({
  id: 'aws/public-address-given',
  title: 'Machine with an address on the internet',
  dimension: 'security',
  severity: 'medium',
  why: 'With a public address a single open rule puts the machine itself before the internet, with every service that listens on it, and it can be reached past the load balancer and its firewall. Machines belong into private subnets: a load balancer takes requests in, a NAT gateway or endpoints let them out, Session Manager lets people in. Each public IPv4 address also costs 3.6 dollars a month.',
  sameAs: [
    'checkov:CKV_AWS_333',
    'checkov:CKV_AWS_389',
    'checkov:CKV_AWS_88',
    'kics:terraform/aws/ec2_instance_has_public_ip',
    'regula:FG_R00271',
    'trivy:AWS-0009',
  ],
  controls: ['pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html',
    'https://aws.amazon.com/vpc/pricing/',
  ],
  visits: resources(...Object.keys(settings)),
  judge({ resource, node }, graph) {
    // a NAT instance or a VPN gateway is there to have one
    if (node.flag('source_dest_check') === false) return;
    const written = settings[resource.type]!(node);
    const given = written.find((setting) => setting.flag() === true);
    const subnet = written.length === 0 ? givingSubnetOf(graph, resource) : undefined;
    if (!given && !subnet) return;
    const rules = rulesFor(graph, resource);
    const isShut = rules.length > 0 && rules.every((rule) => internetRanges(rule).length === 0);
    const isTask = resource.type === 'aws_ecs_service';
    return {
      message: `${resource.address} gets an address on the internet${subnet ? ` from ${subnet.address}` : ''}, past any load balancer: keep it in a private subnet.`,
      at: given ?? node,
      ...((isShut || isTask) && { severity: 'low' }),
      ...(given && {
        fix: {
          safety: 'unsafe',
          summary: 'give it no public address (it needs a NAT gateway or endpoints to get out)',
          edits: [{ op: 'replace', node: given, value: false }],
        },
      }),
    };
  },
  examples: {
    bad: 'resource "aws_instance" "api" {\n  ami                         = "ami-0a1b2c3d"\n  instance_type               = "t4g.small"\n  associate_public_ip_address = true\n}\n',
    good: 'resource "aws_instance" "api" {\n  ami                         = "ami-0a1b2c3d"\n  instance_type               = "t4g.small"\n  associate_public_ip_address = false\n}\n',
  },
});

function present(node: Node | undefined): readonly Node[] {
  return node ? [node] : [];
}

function givingSubnetOf(graph: Graph, instance: Resource): Resource | undefined {
  if (instance.type !== 'aws_instance') return undefined;
  return subnetsOf(graph, instance).find(({ body }) => body.flag('map_public_ip_on_launch') === true);
}
