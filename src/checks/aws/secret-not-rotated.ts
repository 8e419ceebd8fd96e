import { resources } from '../../graph/selector.ts';
import { certainCompanionsOf, companionsOf } from '../../graph/terraform/companions.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { documentOf } from '../../read/terraform/documents.ts';
import { check } from '../check.ts';

/** What tells where something is, and opens nothing. */
const places =
  /^(?:host|hostname|address|endpoint|port|scheme|protocol|region|engine|database|db_?name|user|username)$/i;

export default check({
  id: 'aws/secret-not-rotated',
  title: 'Secret that is never changed',
  dimension: 'security',
  severity: 'info',
  why: 'A password that is never changed stays good for everybody who ever saw it: people who left, old logs, lost laptops. Secrets Manager changes the passwords of RDS, Redshift and DocumentDB by itself; a key of somebody else’s API needs a function, or a date in a calendar.',
  sameAs: ['checkov:CKV2_AWS_57'],
  controls: ['pci-dss:8.6.3', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
  visits: resources('aws_secretsmanager_secret'),
  judge({ resource }, graph) {
    if (companionsOf(graph, resource, 'aws_secretsmanager_secret_rotation', 'secret_id').length > 0) return;
    const versions = certainCompanionsOf(graph, resource, 'aws_secretsmanager_secret_version', 'secret_id');
    if (versions.length > 0 && versions.every(({ body }) => saysOnlyWhere(body))) return;
    return {
      message: `Nothing changes ${resource.address} by itself: add an aws_secretsmanager_secret_rotation, or let RDS manage the password (manage_master_user_password).`,
    };
  },
  examples: {
    bad: 'resource "aws_secretsmanager_secret" "database" {\n  name = "shop/database"\n}\n',
    good: 'resource "aws_secretsmanager_secret" "database" {\n  name = "shop/database"\n}\n\nresource "aws_secretsmanager_secret_rotation" "database" {\n  secret_id           = aws_secretsmanager_secret.database.id\n  rotation_lambda_arn = "arn:aws:lambda:eu-central-1:123456789012:function:rotate"\n\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}\n',
  },
});

/** Whether a version holds a map of an address and its like, as some keep it beside the passwords: there is nothing in it to change. */
function saysOnlyWhere(version: Node): boolean {
  const value = version.peek('secret_string') ?? version.peek('secret_string_wo');
  const made = value && documentOf(value);
  const content = made?.kind === 'object' ? made.node.content : undefined;
  return (
    content instanceof Mapping && content.keys.length > 0 && content.keys.every((key) => places.test(key))
  );
}
