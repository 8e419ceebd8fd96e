import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/aws.ts';

describeJudgements(checks, 'aws', {
  'database-unencrypted': [
    [
      'knows what is encrypted whatever is asked for, and what the provider turns on',
      `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }
}
resource "aws_rds_cluster" "serverless" {
  engine_mode       = "serverless"
  storage_encrypted = false
}
resource "aws_redshift_cluster" "silent" {}
resource "aws_redshift_cluster" "off" { encrypted = false }
`,
      ['high aws_redshift_cluster.off'],
    ],
    [
      'follows a variable, and leaves replicas and snapshots to their source',
      `variable "encrypted" { default = false }
resource "aws_db_instance" "a" { storage_encrypted = var.encrypted }
resource "aws_db_instance" "replica" { replicate_source_db = aws_db_instance.a.identifier }
resource "aws_rds_cluster" "restored" { snapshot_identifier = "old" }
`,
      ['high aws_db_instance.a'],
    ],
  ],
  'database-single-zone': [
    [
      'weighs by the environment',
      {
        'main.tf': 'resource "aws_db_instance" "a" {}\n',
        'prod/main.tf': 'resource "aws_db_instance" "b" {}\n',
        'staging/main.tf': 'resource "aws_db_instance" "c" {}\n',
      },
      ['low aws_db_instance.a', 'high aws_db_instance.b'],
    ],
    [
      'counts the instances of a cluster, multiplied by count',
      `resource "aws_rds_cluster" "two" {}
resource "aws_rds_cluster_instance" "two" {
  count              = 2
  cluster_identifier = aws_rds_cluster.two.id
}
resource "aws_rds_cluster" "one" {}
resource "aws_rds_cluster_instance" "one" { cluster_identifier = aws_rds_cluster.one.id }
`,
      ['low aws_rds_cluster.one'],
    ],
  ],
  'data-service-public': [
    [
      'knows the default of the provider before version 6',
      {
        'old/main.tf':
          'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "~> 5.0" }\n  }\n}\nresource "aws_redshift_cluster" "old" {}\n',
        'new/main.tf':
          'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "~> 6.0" }\n  }\n}\nresource "aws_redshift_cluster" "new" {}\n',
      },
      ['medium aws_redshift_cluster.old'],
    ],
  ],
  'extended-support-paid': [
    [
      'knows the engines of every service, and the version in a name',
      `resource "aws_opensearch_domain" "old" { engine_version = "OpenSearch_2.5" }
resource "aws_opensearch_domain" "new" { engine_version = "OpenSearch_2.19" }
resource "aws_elasticache_replication_group" "old" { engine_version = "5.0.6" }
resource "aws_docdb_cluster" "new" { engine_version = "5.0.0" }
`,
      ['medium aws_elasticache_replication_group.old', 'medium aws_opensearch_domain.old'],
    ],
  ],
  'disk-unencrypted': [
    [
      'does not let a disk that cannot be told hide a clear one',
      `variable "encrypted" {}
variable "roots" {}
resource "aws_instance" "a" {
  root_block_device {
    encrypted = var.encrypted
  }
  ebs_block_device {
    encrypted = false
  }
}
resource "aws_launch_configuration" "a" {
  dynamic "root_block_device" {
    for_each = var.roots
    content {}
  }
  ebs_block_device {
    encrypted = false
  }
}
`,
      ['medium aws_instance.a', 'medium aws_launch_configuration.a'],
    ],
    [
      'judges a disk whose name cannot be told',
      `variable "device" {}
resource "aws_instance" "a" {
  root_block_device {
    encrypted = true
  }
  ebs_block_device {
    device_name = var.device
    encrypted   = false
  }
}
`,
      ['medium aws_instance.a'],
    ],
    [
      'is silent where the account encrypts by default, also from another root',
      {
        'account/main.tf': 'resource "aws_ebs_encryption_by_default" "this" {}\n',
        'app/main.tf': 'resource "aws_ebs_volume" "a" {}\nresource "aws_efs_file_system" "b" {}\n',
      },
      ['medium aws_efs_file_system.b'],
    ],
    [
      'looks into each device of a template, also a dynamic one',
      `resource "aws_launch_template" "a" {
  dynamic "block_device_mappings" {
    for_each = { xvda = true, xvdb = false }
    content {
      device_name = block_device_mappings.key
      ebs { encrypted = block_device_mappings.value }
    }
  }
}
`,
      ['medium aws_launch_template.a'],
    ],
    [
      'knows that the root disk is as the image is, unless the account says otherwise',
      'resource "aws_instance" "a" { ami = "ami-0a1b" }\nresource "aws_instance" "b" {\n  launch_template { id = "lt-0a1b" }\n}\n',
      ['low aws_instance.a'],
    ],
    [
      'is silent about root disks where the account encrypts',
      'resource "aws_instance" "a" { ami = "ami-0a1b" }\nresource "aws_ebs_encryption_by_default" "a" {}\n',
      [],
    ],
  ],
  'volume-gp2': [
    [
      'knows the default of EBS, and not that of images',
      `resource "aws_ebs_volume" "default" { size = 500 }
resource "aws_instance" "a" {
  root_block_device { volume_size = 20 }
}
resource "aws_instance" "b" {
  root_block_device { volume_type = "gp2" }
}
`,
      ['low aws_ebs_volume.default', 'low aws_instance.b'],
    ],
  ],
  'own-key-missing': [
    [
      'knows the keys that AWS made, also where they are looked up, and takes one that is not known for one',
      `variable "key" { default = null }
data "aws_kms_alias" "sns" { name = "alias/aws/sns" }
data "aws_kms_alias" "own" { name = "alias/acme" }
resource "aws_sns_topic" "aws" { kms_master_key_id = data.aws_kms_alias.sns.target_key_arn }
resource "aws_sns_topic" "own" { kms_master_key_id = data.aws_kms_alias.own.target_key_arn }
resource "aws_sns_topic" "none" {}
resource "aws_secretsmanager_secret" "null" { kms_key_id = var.key }
resource "aws_rds_cluster" "restored" { snapshot_identifier = "orders" }
`,
      ['info aws_secretsmanager_secret.null', 'info aws_sns_topic.aws'],
    ],
    [
      'looks at each block, and at whether the key is used',
      `resource "aws_kms_key" "a" {}
resource "aws_imagebuilder_image_recipe" "a" {
  block_device_mapping {
    ebs { kms_key_id = aws_kms_key.a.arn }
  }
  block_device_mapping {
    ebs { encrypted = true }
  }
}
resource "aws_dynamodb_table" "off" {
  server_side_encryption {
    enabled     = false
    kms_key_arn = aws_kms_key.a.arn
  }
}
`,
      ['info aws_dynamodb_table.off', 'info aws_imagebuilder_image_recipe.a'],
    ],
  ],
  'backup-copy-same-region': [
    [
      'cannot be told where the region comes from the environment',
      `resource "aws_backup_vault" "a" {}
resource "aws_backup_plan" "p" {
  rule {
    target_vault_name = aws_backup_vault.a.name
    copy_action { destination_vault_arn = aws_backup_vault.a.arn }
  }
}
`,
      [],
    ],
  ],
});
