import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** The attribute that makes AWS refuse a deletion. Source: Terraform AWS provider. */
const protections: Readonly<Record<string, string>> = {
  aws_db_instance: 'deletion_protection',
  aws_rds_cluster: 'deletion_protection',
  aws_docdb_cluster: 'deletion_protection',
  aws_neptune_cluster: 'deletion_protection',
  aws_dynamodb_table: 'deletion_protection_enabled',
};

export default check({
  id: 'aws/database-deletable',
  title: 'Database that one call deletes',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'A change that replaces the database, a destroy in the wrong folder or a click deletes it at once. With deletion protection AWS refuses until somebody takes the protection off on purpose, and it costs nothing. It weighs more in production; an environment that is named otherwise is left alone.',
  sameAs: ['checkov:CKV_AWS_139', 'checkov:CKV_AWS_293'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html#USER_DeleteInstance.DeletionProtection',
  ],
  visits: resources(...Object.keys(protections)),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('replicate_source_db') || node.text('hash_key') === 'LockID')
      return;
    const name = protections[resource.type]!;
    const protection = node.get(name);
    if (protection?.flag() === true) return;
    return {
      message: `Nothing stops a wrong apply or click from deleting ${resource.address}: set ${name}.`,
      at: protection ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: `set ${name} to true (a destroy has to take it off first)`,
        edits: [{ op: 'set', in: node, path: [name], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_db_instance" "orders" {\n  engine            = "postgres"\n  instance_class    = "db.t4g.medium"\n  storage_encrypted = true\n}\n',
    good: 'resource "aws_db_instance" "orders" {\n  engine              = "postgres"\n  instance_class      = "db.t4g.medium"\n  storage_encrypted   = true\n  deletion_protection = true\n}\n',
  },
});
