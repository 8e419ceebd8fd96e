import { check } from '../../checks/check.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { triedExits } from './subjects.ts';

const caller = `apiVersion: apps/v1
kind: Deployment
metadata: { name: mail }
spec:
  selector: { matchLabels: { app: mail } }
  template:
    metadata: { labels: { app: mail } }
    spec:
      containers:
        - name: mail
          image: example.com/mail:1.4.2
          env: [{ name: SMTP_HOST, value: smtp.mail.example.com }]
`;

export default check({
  id: 'simulation/way-out-single-point',
  title: 'NAT gateway that all zones go out through',
  dimension: 'reliability',
  severity: 'medium',
  why: 'The simulation lost this gateway, and with it the zone that it stands in: pods in every other zone went on running and could not reach anything outside. A gateway in each zone, with a route table for each, keeps the loss to one zone.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
  visits: triedExits,
  judge({ exit, simulated }) {
    const { zones } = simulated.platform;
    if (exit.serves !== 'all' || zones.length < 2) return undefined;
    const hurt = simulated.scenarios
      .filter(({ id }) => id === `nat:${exit.resource.address}`)
      .flatMap(({ outcomes }) => outcomes.map(({ workload }) => workload.address));
    if (hurt.length === 0) return undefined;
    return {
      message: `It is the only way out of ${zones.length} zones: when it or its zone${exit.zone ? ` ${exit.zone}` : ''} fails, ${hurt.join(', ')} cannot reach what ${hurt.length === 1 ? 'it calls' : 'they call'} outside. Put a NAT gateway into each zone.`,
      key: 'exit',
      ...(isNonProduction(exit.resource) ? { severity: 'low' as const } : {}),
    };
  },
  examples: {
    bad: { 'main.tf': network(['a']), 'deployment.yaml': caller },
    good: { 'main.tf': network(['a', 'b']), 'deployment.yaml': caller },
  },
});

function network(exits: readonly string[]): string {
  return `resource "aws_vpc" "shop" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "public" {
  for_each          = { a = 0, b = 1 }
  vpc_id            = aws_vpc.shop.id
  availability_zone = "eu-west-1\${each.key}"
  cidr_block        = cidrsubnet("10.0.0.0/16", 8, each.value)
}

resource "aws_nat_gateway" "shop" {
  for_each      = toset(${JSON.stringify(exits)})
  allocation_id = "eipalloc-\${each.key}"
  subnet_id     = aws_subnet.public[each.key].id
}
`;
}
