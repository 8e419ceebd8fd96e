import { isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/database-backups-in-region',
  title: 'Production database whose backups fall with its region',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Automated backups and snapshots lie in the region of the database, and under the same account. When the region fails, or somebody empties it, they are out of reach with what they were to save. Replicated backups, a copy rule of AWS Backup or a replica in another region keep them apart; it costs what they take up.',
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
  ],
  visits: resources('aws_db_instance', 'aws_rds_cluster'),
  judge({ resource, node }, graph) {
    if (!isProduction(resource) || copiesBackups(graph)) return;
    if (node.has('replicate_source_db') || node.has('replication_source_identifier')) return;
    const isInstance = resource.type === 'aws_db_instance';
    if (!isInstance && node.has('global_cluster_identifier')) return;
    if (isInstance && hasReplica(graph, resource)) return;
    const type = 'aws_db_instance_automated_backups_replication';
    if (isInstance && companionsOf(graph, resource, type, 'source_db_instance_arn').length > 0) return;
    return {
      message: `All backups of ${resource.address} lie in its own region and fall with it: ${isInstance ? `add an ${type} in another region` : 'join it to an aws_rds_global_cluster'}, or a copy_action to a backup plan.`,
    };
  },
  examples: {
    bad: {
      'envs/prod/main.tf': `resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.r7g.large"
  storage_encrypted       = true
  backup_retention_period = 14
}
`,
    },
    good: {
      'envs/prod/main.tf': `resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  instance_class          = "db.r7g.large"
  storage_encrypted       = true
  backup_retention_period = 14
}

resource "aws_db_instance_automated_backups_replication" "orders" {
  provider               = aws.elsewhere
  source_db_instance_arn = aws_db_instance.orders.arn
  retention_period       = 14
}

provider "aws" {
  alias  = "elsewhere"
  region = "eu-west-1"
}
`,
    },
  },
});

/** Whether any plan copies backups; which databases it is for, tags may decide. */
function copiesBackups(graph: Graph): boolean {
  return graph.ofType('aws_backup_plan').some(({ body }) => {
    const rules = body.peek('rule')?.content;
    return !Array.isArray(rules) || rules.some((rule) => rule.peek('copy_action') !== undefined);
  });
}

/** A replica may stand in another region, and can be promoted there. */
function hasReplica(graph: Graph, database: Resource): boolean {
  return graph
    .to(database)
    .some(({ from, at }) => from.type === 'aws_db_instance' && from.body.peek('replicate_source_db') === at);
}
