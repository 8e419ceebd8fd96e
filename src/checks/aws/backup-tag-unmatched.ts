import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** What keeps data, takes tags and is in the reach of AWS Backup. Source: AWS Backup Developer Guide, feature availability. */
const types = [
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_dynamodb_table',
  'aws_efs_file_system',
  'aws_ebs_volume',
  'aws_s3_bucket',
  'aws_docdb_cluster',
  'aws_neptune_cluster',
  'aws_instance',
  'aws_fsx_lustre_file_system',
];

interface Tagged extends Subject {
  readonly key: string;
}

const taggedForBackup: Selector<Tagged> = {
  of: 'resources tagged for backup',
  find: (graph) =>
    types.flatMap((type) =>
      graph.ofType(type).flatMap((resource) => {
        const tags = resource.body.peek('tags');
        if (!tags || typeof tags.content !== 'object' || tags.content === null || !('keys' in tags.content))
          return [];
        return tags
          .entries()
          .filter(([key, { content }]) => isBackupTag(key) && !isRefusal(content))
          .map(([key, node]) => ({ resource, node, key }));
      }),
    ),
};

export default check({
  id: 'aws/backup-tag-unmatched',
  title: 'Tag for backup that no backup plan looks for',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'A selection of AWS Backup compares keys and values letter by letter, in upper and lower case. A resource whose tag differs by one is silently not backed up, and its owner believes that it is.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  visits: taggedForBackup,
  judge({ resource, node, key }, graph) {
    const wanted = wantedTags(graph);
    // plans that choose by tags may stand in another repository
    if (wanted.length === 0) return;
    const value = node.text();
    if (wanted.some((tag) => tag.key === key && tag.value === value)) return;
    const known = [...new Set(wanted.map((tag) => `${tag.key} = ${tag.value}`))].join(', ');
    return {
      message: `${resource.address} is tagged ${key} = ${value}, and the backup plans choose ${known}: it is not backed up. Write the tag as a plan has it.`,
      at: node,
      key,
    };
  },
  examples: {
    bad: selection('Backup', 'daily'),
    good: selection('backup', 'daily'),
  },
});

function isBackupTag(key: string): boolean {
  return /^([\w-]+[:/])?(aws[-_]?)?backups?([-_]?(plan|policy|schedule|tier|frequency))?$/i.test(key);
}

function isRefusal(content: unknown): boolean {
  return (
    content === false ||
    (typeof content === 'string' && /^(false|no|none|never|off|disabled|0|)$/i.test(content))
  );
}

/** Tags that selections look for, in all roots: a plan usually covers an account. @throws Undecided */
function wantedTags(graph: Graph): readonly { readonly key: string; readonly value: string }[] {
  return graph
    .ofType('aws_backup_selection')
    .flatMap(({ body }) => [
      ...pairsOf(body.list('selection_tag')),
      ...body.list('condition').flatMap((condition) => pairsOf(condition.list('string_equals'))),
    ]);
}

function pairsOf(nodes: readonly Node[]): { key: string; value: string }[] {
  return nodes.map((node) => ({
    key: (node.text('key') ?? '').replace('aws:ResourceTag/', ''),
    value: node.text('value') ?? '',
  }));
}

function selection(key: string, value: string): string {
  return `resource "aws_backup_selection" "daily" {
  name         = "daily"
  plan_id      = "plan-0a1b2c3d"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}

resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  tags = {
    ${key} = "${value}"
  }
}
`;
}
