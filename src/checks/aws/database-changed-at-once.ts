import { isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/database-changed-at-once',
  title: 'Changes to a production database that do not wait',
  dimension: 'reliability',
  severity: 'medium',
  why: 'With apply_immediately a new instance class, an engine version or a parameter that needs a restart takes the database down in the middle of the apply, whatever the hour. Left out, such changes wait for the maintenance window. It is only told for production.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.ApplyImmediately.html',
  ],
  visits: resources(
    'aws_db_instance',
    'aws_rds_cluster',
    'aws_rds_cluster_instance',
    'aws_docdb_cluster',
    'aws_docdb_cluster_instance',
    'aws_neptune_cluster',
    'aws_neptune_cluster_instance',
    'aws_elasticache_replication_group',
  ),
  judge({ resource, node }) {
    if (!isProduction(resource)) return;
    const immediately = node.get('apply_immediately');
    if (immediately?.flag() !== true) return;
    return {
      message: `${resource.address} is changed, and if need be restarted, in the middle of an apply: take apply_immediately out, so that changes wait for the maintenance window.`,
      at: immediately,
      fix: {
        safety: 'unsafe',
        summary: 'set apply_immediately to false (changes wait for the maintenance window)',
        edits: [{ op: 'replace', node: immediately, value: false }],
      },
    };
  },
  examples: {
    bad: { 'prod/main.tf': database('  apply_immediately = true\n') },
    good: { 'prod/main.tf': database('') },
  },
});

function database(inside: string): string {
  return `resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true
  multi_az          = true
${inside}}
`;
}
