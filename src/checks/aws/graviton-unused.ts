import { type InstanceTypeUse, instanceTypes, parseInstanceType } from '../../graph/aws/instance-types.ts';
import type { Selector } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Managed services, whose software comes compiled for both kinds of processors: nothing of one's own has to be built anew. */
const managed: Selector<InstanceTypeUse> = {
  of: 'instance types of managed services',
  find: (graph) => graph.select(instanceTypes).filter(({ service }) => service !== 'ec2'),
};

/** Family with an x86 processor → its like with a Graviton processor. Source: the price lists of RDS, ElastiCache and OpenSearch Service. */
const graviton: Readonly<Record<string, string>> = {
  t3: 't4g',
  m5: 'm6g',
  m6i: 'm6g',
  m7i: 'm7g',
  r5: 'r6g',
  r6i: 'r6g',
  r7i: 'r7g',
  c5: 'c6g',
};

/** Sizes that Graviton families have too. */
const common = /^(micro|small|medium|large|xlarge|2xlarge|4xlarge|8xlarge|12xlarge|16xlarge)$/;

export default check({
  id: 'aws/graviton-unused',
  title: 'Managed service on a processor that costs more',
  dimension: 'cost',
  severity: 'info',
  why: 'The same database or cache costs about a tenth less on Graviton and is at least as fast. The service brings the software, so that nothing has to be built anew: it is a change of the instance class and a failover.',
  sources: [
    'https://aws.amazon.com/rds/graviton/',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html',
  ],
  visits: managed,
  judge({ resource, node }) {
    const written = node.text();
    const type = written === undefined ? undefined : parseInstanceType(written);
    const family = type && graviton[type.family];
    if (!written || !family || !common.test(type.size)) return;
    // Oracle and SQL Server run on x86 only
    if (/oracle|sqlserver|custom/.test(resource.body.text('engine') ?? '')) return;
    return {
      message: `${resource.address} runs on ${written}: ${written.replace(type.family, family)} costs about a tenth less for the same work.`,
      at: node,
      fix: {
        safety: 'unsafe',
        summary: `use ${family} (the service fails over or restarts)`,
        edits: [{ op: 'replace', node, value: written.replace(type.family, family) }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.m6i.large"\n  storage_encrypted = true\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.m7g.large"\n  storage_encrypted = true\n}\n',
  },
});
