import { resources } from '../../graph/selector.ts';
import type { Severity } from '../../model/dimension.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

interface Sharing {
  readonly nodes: (body: Node) => readonly Node[];
  readonly word: RegExp;
  readonly what: string;
  readonly severity: Severity;
}

/** How each type says that every AWS account may have it. Source: Terraform AWS provider, the page of each resource. */
const sharings: Readonly<Record<string, Sharing>> = {
  aws_db_snapshot: database((body) => body.list('shared_accounts')),
  aws_db_cluster_snapshot: database((body) => body.list('shared_accounts')),
  aws_db_snapshot_copy: database((body) => body.list('shared_accounts')),
  aws_ami_launch_permission: {
    nodes: (body) => present(body.get('group')),
    word: /^all$/i,
    what: 'start the image, and look through its disks for what was left on them',
    severity: 'medium',
  },
  aws_ssm_document: {
    nodes: (body) => present(body.get('permissions', 'account_ids')),
    word: /(^|,)all(,|$)/i,
    what: 'read the document with the commands and names in it',
    severity: 'medium',
  },
};

function database(nodes: Sharing['nodes']): Sharing {
  return { nodes, word: /^all$/i, what: 'restore the database and read all of it', severity: 'critical' };
}

export default check({
  id: 'aws/shared-with-everybody',
  title: 'Copy of data that every AWS account may take',
  dimension: 'security',
  severity: 'high',
  why: 'What is shared with “all” is listed for every AWS account in the world, and there are people who look through that list daily. A snapshot holds the whole database, an image the keys and configuration that were on the disk. Share with the accounts that are meant, or with the organization.',
  sameAs: [
    'checkov:CKV_AWS_205',
    'checkov:CKV_AWS_302',
    'checkov:CKV_AWS_303',
    'kics:terraform/aws/ami_shared_with_multiple_accounts',
    'kics:terraform/aws/db_snapshot_public',
  ],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1', 'hipaa:164.312(a)(1)'],
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html#USER_ShareSnapshot.Public',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html',
  ],
  visits: resources(...Object.keys(sharings)),
  judge({ resource, node }) {
    const { nodes, word, what, severity } = sharings[resource.type]!;
    const open = nodes(node).find((one) => word.test(one.text() ?? ''));
    if (!open) return;
    return {
      message: `Everybody with an AWS account may ${what}: ${resource.address} shares it with all. Name the accounts that are meant.`,
      at: open,
      severity,
    };
  },
  examples: {
    bad: 'resource "aws_db_snapshot" "orders" {\n  db_instance_identifier = "orders"\n  db_snapshot_identifier = "orders-before-migration"\n  shared_accounts        = ["all"]\n}\n',
    good: 'resource "aws_db_snapshot" "orders" {\n  db_instance_identifier = "orders"\n  db_snapshot_identifier = "orders-before-migration"\n  shared_accounts        = ["210987654321"]\n}\n',
  },
});

function present(node: Node | undefined): readonly Node[] {
  return node ? [node] : [];
}
