package main

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
	count(warn) == 1 with input as made("aws_s3_bucket", {"tags_all": {"cost-centre": "x"}})
}

test_tags_pass if {
	count(warn) == 0 with input as made("aws_s3_bucket", {"tags_all": {"cost-centre": "x", "environment": "x", "managed-by": "x", "owner": "x", "service": "x", "system": "x"}})
}

test_without_tags_passes if {
	count(warn) == 0 with input as made("aws_s3_bucket_policy", {"bucket": "b"})
}
