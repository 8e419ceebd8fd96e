import { natNetworks } from '../../graph/aws/nat-gateways.ts';
import type { Graph } from '../../graph/graph.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { writtenText } from '../../read/terraform/documents.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/gateway-endpoint-missing',
  title: 'Traffic to S3 that pays for NAT',
  dimension: 'cost',
  severity: 'medium',
  why: 'Everything that private subnets exchange with S3, image layers of ECR and log exports among it, goes through the NAT gateway and is charged by the gigabyte. A gateway endpoint for S3 costs nothing, takes one resource and keeps the traffic inside AWS.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
    'https://aws.amazon.com/vpc/pricing/',
  ],
  visits: natNetworks,
  judge({ resource, node, gateways }, graph) {
    const endpoints = companionsOf(graph, resource, 'aws_vpc_endpoint', 'vpc_id');
    if (endpoints.some((endpoint) => isForS3(graph, endpoint))) return;
    const all = gateways.length > 1 ? `${gateways.length} NAT gateways` : gateways[0]!.address;
    return {
      message: `Traffic from ${resource.address} to S3 goes through ${all} and is paid by the gigabyte: add an aws_vpc_endpoint of type Gateway for S3 (and for DynamoDB, where it is used), which is free.`,
      at: node,
    };
  },
  examples: {
    bad: network(''),
    good: network(
      '\nresource "aws_vpc_endpoint" "s3" {\n  vpc_id       = aws_vpc.main.id\n  service_name = "com.amazonaws.eu-central-1.s3"\n}\n',
    ),
  },
});

/** By the end of its service name, also where the region in it is not known, or through the data source that looks it up. */
function isForS3(graph: Graph, endpoint: Resource): boolean {
  const name = endpoint.body.peek('service_name');
  if (name && writtenText(name)?.endsWith('.s3')) return true;
  return graph
    .from(endpoint)
    .some(
      ({ to }) => to.type === 'data.aws_vpc_endpoint_service' && to.body.peek('service')?.content === 's3',
    );
}

function network(endpoint: string): string {
  return `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-central-1a"
  cidr_block        = "10.0.0.0/20"
}

resource "aws_nat_gateway" "main" {
  allocation_id = "eipalloc-0a1b2c3d"
  subnet_id     = aws_subnet.public.id
}
${endpoint}`;
}
