import { regionOf } from '../../graph/aws/regions.ts';
import type { Graph } from '../../graph/graph.ts';
import { itemsAt } from '../../graph/look.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Copy extends Subject {
  readonly rule: Node;
}

const copies: Selector<Copy> = {
  of: 'copies of backup plans',
  find: (graph) =>
    graph
      .ofType('aws_backup_plan')
      .flatMap((resource) =>
        itemsAt(resource.body, 'rule').flatMap((rule) =>
          itemsAt(rule, 'copy_action').map((node) => ({ resource, node, rule })),
        ),
      ),
};

export default check({
  id: 'aws/backup-copy-same-region',
  title: 'Backup copies in the region of the originals',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'A copy is made to outlive the region, or the account, that holds the original. In the same region and the same account it costs as much and is lost in the same event; it shows only on the day when it is needed.',
  controls: ['soc2:A1.2'],
  sources: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html'],
  visits: copies,
  judge({ resource, node, rule }, graph) {
    const from = vaultAt(graph, resource, rule.peek('target_vault_name'));
    const to = vaultAt(graph, resource, node.peek('destination_vault_arn'));
    const home = (from && regionOf(graph, from)) ?? regionOf(graph, resource);
    const away = to ? regionOf(graph, to) : node.get('destination_vault_arn');
    if (!home || !away) return;
    const arn = to ? undefined : away.text()!.split(':');
    // a vault that only an ARN names may be another account's
    if (arn && arn[4] !== accountOf(graph, resource)) return;
    const region = arn ? arn[3] : away.text();
    if (region === undefined || region !== home.text()) return;
    const name = to?.address ?? 'the vault of its copies';
    return {
      message: `${resource.address} copies its backups to ${name}, which is in ${region} like the originals: a region that fails takes both. Put the vault into another region.`,
      at: away,
      key: rule.text('rule_name') ?? '',
    };
  },
  examples: {
    bad: plan('eu-central-1'),
    good: plan('eu-west-1'),
  },
});

function vaultAt(graph: Graph, plan: Resource, at: Node | undefined): Resource | undefined {
  return graph.from(plan).find((relation) => relation.at === at && relation.to.type === 'aws_backup_vault')
    ?.to;
}

/** The account that the providers of a root are limited to, if they are. */
function accountOf(graph: Graph, { unit }: Resource): string | undefined {
  const accounts = ofTypeInUnit(graph, 'provider', unit).map(
    ({ body }) => body.peek('allowed_account_ids', 0)?.content,
  );
  return typeof accounts[0] === 'string' ? accounts[0] : undefined;
}

function plan(region: string): string {
  return `provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "away"
  region = "${region}"
}

resource "aws_backup_vault" "main" {
  name = "main"
}

resource "aws_backup_vault" "copies" {
  provider = aws.away
  name     = "copies"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 2 * * ? *)"

    copy_action {
      destination_vault_arn = aws_backup_vault.copies.arn
    }
  }
}
`;
}
