/** Rego for conftest on `terraform show -json` of a plan: what must never be applied without a person's thought. */
export const planPolicy = `# What no plan may do. Run: conftest test --policy policy/terraform plan.json
package main

import rego.v1

# losing one of these loses data
holds_data := {"aws_db_instance", "aws_rds_cluster", "aws_dynamodb_table", "aws_s3_bucket", "aws_kms_key"}

deny contains message if {
	some change in input.resource_changes
	change.type in holds_data
	"delete" in change.change.actions
	message := sprintf("%s would be deleted, and its data with it", [change.address])
}

deny contains message if {
	some change in input.resource_changes
	change.type == "aws_db_instance"
	change.change.after.publicly_accessible == true
	message := sprintf("%s would be reachable from the internet", [change.address])
}

deny contains message if {
	some change in input.resource_changes
	change.type == "aws_db_instance"
	change.change.after.storage_encrypted == false
	message := sprintf("%s would not be encrypted", [change.address])
}
`;

/** Tests of the policy, for `conftest verify` or `opa test`. */
export const planPolicyTest = `package main

import rego.v1

plan(type, actions, after) := {"resource_changes": [{
	"address": "it",
	"type": type,
	"change": {"actions": actions, "after": after},
}]}

test_deleting_data_is_denied if {
	count(deny) == 1 with input as plan("aws_s3_bucket", ["delete"], null)
}

test_replacing_data_is_denied if {
	count(deny) == 1 with input as plan("aws_kms_key", ["delete", "create"], {})
}

test_open_database_is_denied if {
	count(deny) == 1 with input as plan("aws_db_instance", ["create"], {"publicly_accessible": true})
}

test_unencrypted_database_is_denied if {
	count(deny) == 1 with input as plan("aws_db_instance", ["create"], {"storage_encrypted": false})
}

test_sound_database_passes if {
	count(deny) == 0 with input as plan("aws_db_instance", ["create"], {
		"publicly_accessible": false,
		"storage_encrypted": true,
	})
}
`;
