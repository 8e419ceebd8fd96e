import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

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
    return {
      message: `Nothing changes ${resource.address} by itself: add an aws_secretsmanager_secret_rotation, or let RDS manage the password (manage_master_user_password).`,
    };
  },
  examples: {
    bad: 'resource "aws_secretsmanager_secret" "database" {\n  name = "shop/database"\n}\n',
    good: 'resource "aws_secretsmanager_secret" "database" {\n  name = "shop/database"\n}\n\nresource "aws_secretsmanager_secret_rotation" "database" {\n  secret_id           = aws_secretsmanager_secret.database.id\n  rotation_lambda_arn = "arn:aws:lambda:eu-central-1:123456789012:function:rotate"\n\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}\n',
  },
});
