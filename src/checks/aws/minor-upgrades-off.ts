import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/minor-upgrades-off',
  title: 'Service that is not patched by itself',
  dimension: 'reliability',
  severity: 'low',
  why: 'Minor versions carry security patches and fixes for crashes, and AWS installs them in the maintenance window. Turned off, somebody has to do it by hand for as long as the service lives, and usually nobody does until AWS forces the upgrade on a day of its own.',
  sameAs: [
    'checkov:CKV_AWS_207',
    'checkov:CKV_AWS_222',
    'checkov:CKV_AWS_226',
    'checkov:CKV_AWS_322',
    'kics:terraform/aws/automatic_minor_upgrades_disabled',
  ],
  controls: ['cis-aws:2.3.2', 'pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html'],
  visits: resources(
    'aws_db_instance',
    'aws_rds_cluster_instance',
    'aws_docdb_cluster_instance',
    'aws_neptune_cluster_instance',
    'aws_elasticache_cluster',
    'aws_elasticache_replication_group',
    'aws_dms_replication_instance',
    'aws_mq_broker',
  ),
  judge({ resource, node }) {
    const automatic = node.get('auto_minor_version_upgrade');
    // elsewhere it is on unless it is turned off
    const isOff = /^aws_(dms_replication_instance|mq_broker)$/.test(resource.type)
      ? automatic?.flag() !== true
      : automatic?.flag() === false;
    if (!isOff) return;
    return {
      message: `${resource.address} gets no patches by itself: set auto_minor_version_upgrade to true, and a maintenance window that suits.`,
      at: automatic ?? node,
      fix: {
        safety: 'unsafe',
        summary:
          'set auto_minor_version_upgrade to true (it restarts in the maintenance window now and then)',
        edits: [{ op: 'set', in: node, path: ['auto_minor_version_upgrade'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine                     = "postgres"\n  instance_class             = "db.t4g.medium"\n  storage_encrypted          = true\n  auto_minor_version_upgrade = false\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n}\n',
  },
});
