import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { providerMajor } from '../../graph/terraform/provider-major.ts';
import type { Severity } from '../../model/dimension.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Setting {
  readonly path: readonly string[];
  /** whether encryption is on, or decided elsewhere, where the setting is left out */
  readonly byDefault?: (body: Node, resource: Resource, graph: Graph) => boolean;
  /** whether the service encrypts even where the setting says no */
  readonly always?: (body: Node) => boolean;
  readonly severity?: Severity;
}

/** Where each service says that it encrypts what it stores. Source: Terraform AWS provider, the arguments of each resource. */
const settings: Readonly<Record<string, Setting>> = {
  aws_db_instance: {
    path: ['storage_encrypted'],
    // a replica and a restored snapshot are as their source is
    byDefault: (body) => body.has('replicate_source_db') || body.has('snapshot_identifier'),
  },
  aws_rds_cluster: {
    path: ['storage_encrypted'],
    byDefault: (body) => body.has('snapshot_identifier') || body.has('replication_source_identifier'),
    // AWS encrypts a cluster of Aurora Serverless v1 whatever is asked for
    always: (body) => body.text('engine_mode') === 'serverless',
  },
  aws_rds_global_cluster: {
    path: ['storage_encrypted'],
    byDefault: (body) => body.has('source_db_cluster_identifier'),
  },
  // a snapshot is as its cluster is, and says nothing of its own
  aws_db_cluster_snapshot: { path: ['storage_encrypted'], byDefault: () => true },
  aws_docdb_cluster: { path: ['storage_encrypted'], byDefault: (body) => body.has('snapshot_identifier') },
  aws_docdb_global_cluster: {
    path: ['storage_encrypted'],
    byDefault: (body) => body.has('source_db_cluster_identifier'),
  },
  aws_neptune_cluster: { path: ['storage_encrypted'], byDefault: (body) => body.has('snapshot_identifier') },
  aws_redshift_cluster: {
    path: ['encrypted'],
    // the provider turns it on by itself since version 6
    byDefault: (body, { unit }, graph) =>
      body.has('snapshot_identifier') || (providerMajor(graph, unit, 'aws') ?? 0) >= 6,
  },
  aws_opensearch_domain: { path: ['encrypt_at_rest', 'enabled'] },
  aws_elasticsearch_domain: { path: ['encrypt_at_rest', 'enabled'] },
  aws_dax_cluster: { path: ['server_side_encryption', 'enabled'], severity: 'medium' },
  aws_elasticache_replication_group: {
    path: ['at_rest_encryption_enabled'],
    byDefault: (body) => body.text('engine') === 'valkey' || body.has('snapshot_name'),
    severity: 'medium',
  },
};

export default check({
  id: 'aws/database-unencrypted',
  title: 'Database stored in the clear',
  dimension: 'security',
  severity: 'high',
  why: 'Storage, backups and snapshots of this database lie unencrypted, and a snapshot that is shared or copied by mistake is readable by whoever gets it. It cannot be switched on later: the database has to be copied and replaced, so it is cheapest now.',
  sameAs: [
    'checkov:CKV_AWS_140',
    'checkov:CKV_AWS_146',
    'checkov:CKV_AWS_16',
    'checkov:CKV_AWS_29',
    'checkov:CKV_AWS_44',
    'checkov:CKV_AWS_47',
    'checkov:CKV_AWS_292',
    'checkov:CKV_AWS_5',
    'checkov:CKV_AWS_64',
    'checkov:CKV_AWS_74',
    'checkov:CKV_AWS_96',
    'kics:terraform/aws/aurora_with_disabled_at_rest_encryption',
    'kics:terraform/aws/dax_cluster_not_encrypted',
    'kics:terraform/aws/db_instance_storage_not_encrypted',
    'kics:terraform/aws/docdb_cluster_not_encrypted',
    'kics:terraform/aws/elasticache_replication_group_not_encrypted_at_rest',
    'kics:terraform/aws/elasticsearch_not_encrypted_at_rest',
    'kics:terraform/aws/neptune_database_cluster_encryption_disabled',
    'kics:terraform/aws/rds_database_cluster_not_encrypted',
    'kics:terraform/aws/rds_storage_not_encrypted',
    'kics:terraform/aws/redshift_not_encrypted',
    'trivy:AWS-0021',
    'trivy:AWS-0023',
    'trivy:AWS-0045',
    'trivy:AWS-0048',
    'trivy:AWS-0076',
    'trivy:AWS-0079',
    'trivy:AWS-0080',
    'trivy:AWS-0084',
  ],
  controls: ['cis-aws:2.3.1', 'pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  visits: resources(...Object.keys(settings)),
  judge({ resource, node }, graph) {
    const { path, byDefault, always, severity } = settings[resource.type]!;
    if (always?.(node)) return;
    const setting = node.get(...path);
    if (setting ? setting.flag() === true : byDefault?.(node, resource, graph)) return;
    return {
      message: `${resource.address} stores its data, backups and snapshots unencrypted: set ${path.join('.')} before it holds data, as ${/search_domain$/.test(resource.type) ? 'versions before Elasticsearch 6.7 have to be replaced for it' : 'it cannot be changed without replacing it'}.`,
      at: setting ?? node,
      ...(severity && { severity }),
      fix: {
        safety: 'unsafe',
        summary: `set ${path.join('.')} to true (replaces a database that is there already)`,
        edits: [{ op: 'set', in: node, path, value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  allocated_storage = 20\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  allocated_storage = 20\n  storage_encrypted = true\n}\n',
  },
});
