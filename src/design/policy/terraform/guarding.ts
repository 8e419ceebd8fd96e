import type { RegoFile } from './rego.ts';

/** What is encrypted stays so, nobody gets all rights, and everything says whose it is. */
export function guarding(tags: readonly string[]): RegoFile {
  const all = Object.fromEntries(tags.map((tag) => [tag, 'x']));
  return {
    name: 'guarding',
    rules: `# What is kept is encrypted, nobody may do everything, and everything says whose it is.
package main

import rego.v1

encrypted_by := {
	"aws_db_instance": "storage_encrypted",
	"aws_ebs_volume": "encrypted",
	"aws_efs_file_system": "encrypted",
	"aws_elasticache_replication_group": "at_rest_encryption_enabled",
	"aws_rds_cluster": "storage_encrypted",
}

required_tags := {${tags.map((tag) => `"${tag}"`).join(', ')}}

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
`,
    tests: `package main

import rego.v1

test_unencrypted_database_is_denied if {
	count(deny) == 1 with input as made("aws_db_instance", {"storage_encrypted": false})
}

test_encrypted_database_passes if {
	count(deny) == 0 with input as made("aws_db_instance", {"storage_encrypted": true})
}

test_cache_without_tls_is_denied if {
	count(deny) == 1 with input as made("aws_elasticache_replication_group", {"at_rest_encryption_enabled": true, "transit_encryption_enabled": false})
}

everything(action, resource) := {"policy": json.marshal({"Statement": [{"Effect": "Allow", "Action": action, "Resource": resource}]})}

test_all_rights_are_denied if {
	count(deny) == 1 with input as made("aws_iam_role_policy", everything("*", "*"))
}

test_all_rights_in_lists_are_denied if {
	count(deny) == 1 with input as made("aws_iam_policy", everything(["s3:GetObject", "*"], ["*"]))
}

test_some_rights_pass if {
	count(deny) == 0 with input as made("aws_iam_policy", everything(["s3:GetObject"], "*"))
}

test_refusal_of_everything_passes if {
	refused := {"policy": json.marshal({"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}})}
	count(deny) == 0 with input as made("aws_iam_policy", refused)
}

test_rights_not_known_yet_pass if {
	count(deny) == 0 with input as made("aws_iam_policy", {"name": "later"})
}

test_lasting_key_is_denied if {
	count(deny) == 1 with input as made("aws_iam_access_key", {"user": "someone"})
}

test_missing_tags_are_told if {
	count(warn) == 1 with input as made("aws_s3_bucket", {"tags_all": {"${tags[0]}": "x"}})
}

test_tags_pass if {
	count(warn) == 0 with input as made("aws_s3_bucket", {"tags_all": {${Object.keys(all)
    .map((tag) => `"${tag}": "x"`)
    .join(', ')}}})
}

test_without_tags_passes if {
	count(warn) == 0 with input as made("aws_s3_bucket_policy", {"bucket": "b"})
}
`,
  };
}
