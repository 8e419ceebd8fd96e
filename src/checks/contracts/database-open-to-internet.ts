import { leadsToInternet, subnetsOf } from '../../graph/aws/routes.ts';
import { internetRanges, letsIn, rulesFor } from '../../graph/aws/security-groups.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Source: Amazon RDS User Guide, default ports of the engines. */
const defaultPorts: Readonly<Record<string, number>> = {
  postgres: 5432,
  mysql: 3306,
  mariadb: 3306,
  oracle: 1521,
  sqlserver: 1433,
};

export default check({
  id: 'contracts/database-open-to-internet',
  title: 'Database that the internet can reach',
  dimension: 'security',
  severity: 'critical',
  why: 'A public address, a security group that admits everybody and a route to an internet gateway are each written in another place. Together they put the login of the database before everybody, where leaked and guessed passwords are tried without end.',
  controls: ['cis-aws:2.3.3', 'pci-dss:1.4.4', 'soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding',
  ],
  visits: resources('aws_db_instance', 'aws_rds_cluster_instance'),
  judge({ resource, node }, graph) {
    const open = node.get('publicly_accessible');
    if (open?.flag() !== true) return;
    const port = node.amount('port') ?? portOf(node);
    const [way] = rulesFor(graph, resource).filter(
      (rule) => internetRanges(rule).length > 0 && letsIn(rule, port),
    );
    if (!way) return;
    const routes = subnetsOf(graph, resource).map((subnet) => leadsToInternet(graph, subnet));
    if (routes.length > 0 && routes.every((leads) => leads === false)) return;
    const routed = routes.includes(true)
      ? 'its subnets are routed to an internet gateway'
      : 'the routes of its subnets are not in the repository';
    const from = internetRanges(way)[0]!.text();
    return {
      message: `${resource.address} has a public address, ${way.resource.address} lets ${from} in on port ${port}, and ${routed}: anybody can try passwords on it. Set publicly_accessible to false and admit only the groups of its clients.`,
      at: open,
    };
  },
  examples: {
    bad: {
      'main.tf': `resource "aws_security_group" "db" {
  name = "db"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "orders" {
  engine                 = "postgres"
  instance_class         = "db.t4g.medium"
  publicly_accessible    = true
  vpc_security_group_ids = [aws_security_group.db.id]
}
`,
    },
    good: {
      'main.tf': `resource "aws_security_group" "db" {
  name = "db"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_db_instance" "orders" {
  engine                 = "postgres"
  instance_class         = "db.t4g.medium"
  publicly_accessible    = true
  vpc_security_group_ids = [aws_security_group.db.id]
}
`,
    },
  },
});

function portOf(node: Node): number {
  const engine = node.text('engine') ?? '';
  return (
    Object.entries(defaultPorts).find(([name]) => engine.includes(name))?.[1] ?? defaultPorts['postgres']!
  );
}
