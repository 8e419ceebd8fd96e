import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/aws.ts';

describeJudgements(checks, 'aws', {
  'queue-unencrypted': [
    [
      'knows that SQS encrypts new queues by default',
      'resource "aws_sqs_queue" "a" {}\nresource "aws_sqs_queue" "b" { kms_master_key_id = "alias/acme" }\n',
      ['info aws_sqs_queue.a'],
    ],
  ],
  'workspace-volume-unencrypted': [
    [
      'tells of one volume where the other cannot be told',
      `variable "user" {}
resource "aws_workspaces_workspace" "a" { user_volume_encryption_enabled = var.user }
resource "aws_workspaces_workspace" "b" {
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = var.user
}
`,
      ['medium aws_workspaces_workspace.a', 'undecided'],
    ],
  ],
  'cache-without-snapshots': [
    [
      'knows clusters of Redis, and that Memcached has no snapshots',
      {
        'prod/main.tf': `resource "aws_elasticache_cluster" "redis" { engine = "redis" }
resource "aws_elasticache_cluster" "memcached" { engine = "memcached" }
resource "aws_elasticache_cluster" "replica" { replication_group_id = "carts" }
`,
      },
      ['low aws_elasticache_cluster.redis'],
    ],
  ],
  'data-endpoint-plain-transport': [
    [
      'knows what each service does where nothing is said',
      `resource "aws_memorydb_cluster" "silent" {}
resource "aws_memorydb_cluster" "off" { tls_enabled = false }
resource "aws_dms_endpoint" "files" { engine_name = "s3" }
resource "aws_dms_endpoint" "database" { engine_name = "mysql" }
resource "aws_dms_endpoint" "verified" {
  engine_name = "mysql"
  ssl_mode    = "verify-full"
}
resource "aws_transfer_server" "ftp" { protocols = ["FTP", "SFTP"] }
resource "aws_transfer_server" "sftp" {}
`,
      ['low aws_dms_endpoint.database', 'medium aws_memorydb_cluster.off', 'medium aws_transfer_server.ftp'],
    ],
  ],
  'glue-unencrypted': [
    [
      'tells of each part',
      `resource "aws_glue_data_catalog_encryption_settings" "a" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false
    }
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
  }
}
`,
      [
        'low aws_glue_data_catalog_encryption_settings.a',
        'medium aws_glue_data_catalog_encryption_settings.a',
      ],
    ],
  ],
  'task-volume-plain-transport': [
    [
      'weighs what ECS refuses',
      `resource "aws_ecs_task_definition" "a" {
  volume {
    efs_volume_configuration {
      authorization_config {
        iam = "ENABLED"
      }
    }
  }
  volume {
    host_path = "/srv"
  }
}
`,
      ['high aws_ecs_task_definition.a'],
    ],
  ],
});
