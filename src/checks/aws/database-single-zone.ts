import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check, type Fault } from '../check.ts';

/** Type of a cluster → type of its instances. */
const members: Readonly<Record<string, string>> = {
  aws_rds_cluster: 'aws_rds_cluster_instance',
  aws_docdb_cluster: 'aws_docdb_cluster_instance',
  aws_neptune_cluster: 'aws_neptune_cluster_instance',
};

export default check({
  id: 'aws/database-single-zone',
  title: 'Database in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'When its zone fails, and at many kinds of maintenance, a database without a standby is down until the zone is back or it is restored: hours, not the minute or two that a failover takes. It weighs high in production; in an environment that is named otherwise it is left alone.',
  sameAs: ['checkov:CKV_AWS_157'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
  ],
  visits: resources('aws_db_instance', ...Object.keys(members)),
  judge({ resource, node }, graph): Fault | undefined {
    if (isNonProduction(resource)) return;
    const weight = isProduction(resource) ? { severity: 'high' as const } : {};
    const member = members[resource.type];
    if (member) {
      // a serverless cluster of the first version and a Multi-AZ cluster spread by themselves
      if (node.text('engine_mode') === 'serverless' || node.has('db_cluster_instance_class')) return;
      const instances = companionsOf(graph, resource, member, 'cluster_identifier');
      if (instances.length !== 1) return;
      return {
        message: `${resource.address} has one instance, ${instances[0]!.address}: when its zone fails, the database is down until a new one has started. Add a second, in another zone.`,
        ...weight,
      };
    }
    if (node.has('replicate_source_db')) return;
    const standby = node.get('multi_az');
    if (standby?.flag() === true) return;
    return {
      message: `${resource.address} has no standby in a second zone: when its zone fails, the database is down until the zone is back. Set multi_az.`,
      at: standby ?? node,
      ...weight,
      fix: {
        safety: 'unsafe',
        summary: 'set multi_az to true (doubles the cost of the instance)',
        edits: [{ op: 'set', in: node, path: ['multi_az'], value: true }],
      },
    };
  },
  examples: {
    bad: {
      'prod/main.tf':
        'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n}\n',
    },
    good: {
      'prod/main.tf':
        'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n  multi_az          = true\n}\n',
    },
  },
});
