# What holds data goes only where a person has thought about it.
package main

import rego.v1

# losing one of these loses data, or the key that opens it
holds_data := {
	"aws_backup_vault",
	"aws_db_instance",
	"aws_dynamodb_table",
	"aws_efs_file_system",
	"aws_elasticache_replication_group",
	"aws_kms_key",
	"aws_rds_cluster",
	"aws_s3_bucket",
	"aws_secretsmanager_secret",
	"aws_sqs_queue",
}

deny contains message if {
	some change in lost
	change.type in holds_data
	not is_excepted("loses-data", change.address)
	message := sprintf("loses-data: %s would be deleted, and its data with it: keep it, or add an exception", [change.address])
}

# made anew these stand empty: clusters have to be filled, zones to be delegated, networks to be connected
carries_others := {"aws_ecs_cluster", "aws_eks_cluster", "aws_route53_zone", "aws_vpc"}

deny contains message if {
	some change in lost
	change.type in carries_others
	not is_excepted("takes-down", change.address)
	message := sprintf("takes-down: %s would be deleted, and all that stands on it with it: keep it, or add an exception", [change.address])
}

protected_by := {
	"aws_db_instance": "deletion_protection",
	"aws_dynamodb_table": "deletion_protection_enabled",
	"aws_lb": "enable_deletion_protection",
	"aws_rds_cluster": "deletion_protection",
}

deny contains message if {
	some change in kept
	name := protected_by[change.type]
	change.change.before[name] == true
	change.change.after[name] == false
	not is_excepted("loses-protection", change.address)
	message := sprintf("loses-protection: %s would no longer be protected from being deleted", [change.address])
}

deny contains message if {
	some change in kept
	change.type in {"aws_db_instance", "aws_rds_cluster"}
	change.change.after.backup_retention_period == 0
	not is_excepted("loses-backups", change.address)
	message := sprintf("loses-backups: %s would have no backups: keep them for a day at least", [change.address])
}
