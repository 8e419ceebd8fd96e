# What is kept is encrypted, nobody may do everything, and everything says whose it is.
package main

import rego.v1

encrypted_by := {
	"aws_db_instance": "storage_encrypted",
	"aws_ebs_volume": "encrypted",
	"aws_efs_file_system": "encrypted",
	"aws_elasticache_replication_group": "at_rest_encryption_enabled",
	"aws_rds_cluster": "storage_encrypted",
}

required_tags := {"cost-centre", "data-residency", "environment", "managed-by", "owner", "service", "system"}

deny contains message if {
	some change in kept
	name := encrypted_by[change.type]
	change.change.after[name] == false
	not is_excepted("not-encrypted", change.address)
	message := sprintf("not-encrypted: %s would not be encrypted: set %s", [change.address, name])
}

deny contains message if {
	some change in kept
	change.type == "aws_elasticache_replication_group"
	change.change.after.transit_encryption_enabled == false
	not is_excepted("not-encrypted", change.address)
	message := sprintf("not-encrypted: %s would answer without TLS: set transit_encryption_enabled", [change.address])
}

deny contains message if {
	some change in kept
	change.type in {"aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy"}
	some statement in as_list(json.unmarshal(change.change.after.policy).Statement)
	statement.Effect == "Allow"
	"*" in as_list(statement.Action)
	"*" in as_list(statement.Resource)
	not is_excepted("allows-everything", change.address)
	message := sprintf("allows-everything: %s would allow every action on everything: name what is needed", [change.address])
}

deny contains message if {
	some change in kept
	change.type in {"aws_iam_access_key", "aws_iam_user_login_profile"}
	not is_excepted("lasting-key", change.address)
	message := sprintf("lasting-key: %s would be a key that never ends: let a role be assumed instead", [change.address])
}

# told, and not refused: some kinds of resources take tags only later
warn contains message if {
	some change in kept
	tags := change.change.after.tags_all
	missing := required_tags - object.keys(tags)
	count(missing) > 0
	message := sprintf("untagged: %s would lack %s", [change.address, concat(", ", sort(missing))])
}

as_list(value) := value if is_array(value)

as_list(value) := [value] if not is_array(value)
