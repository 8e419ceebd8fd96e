import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/final-snapshot-skipped',
  title: 'Database deleted without a last snapshot',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'Automated backups of an instance go with it. Without a final snapshot a destroy, or a change that replaces the database, leaves nothing to restore from. It weighs more in production; what is meant to be thrown away may skip it.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html#USER_DeleteInstance.Snapshot',
  ],
  visits: resources(
    'aws_db_instance',
    'aws_rds_cluster',
    'aws_docdb_cluster',
    'aws_neptune_cluster',
    'aws_redshift_cluster',
  ),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('replicate_source_db')) return;
    const skip = node.get('skip_final_snapshot');
    if (skip?.flag() !== true) return;
    return {
      message: `${resource.address} leaves nothing behind when it is deleted or replaced: set skip_final_snapshot to false, with a final_snapshot_identifier.`,
      at: skip,
      ...(isProduction(resource) && { severity: 'medium' }),
      // without a name for the snapshot a destroy would only fail
      ...(node.peek('final_snapshot_identifier') && {
        fix: {
          safety: 'unsafe',
          summary: 'set skip_final_snapshot to false (a destroy takes as long as the snapshot)',
          edits: [{ op: 'replace', node: skip, value: false }],
        },
      }),
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine              = "postgres"\n  instance_class      = "db.t4g.medium"\n  storage_encrypted   = true\n  skip_final_snapshot = true\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine                    = "postgres"\n  instance_class            = "db.t4g.medium"\n  storage_encrypted         = true\n  final_snapshot_identifier = "orders-final"\n}\n',
  },
});
