package main

import rego.v1

test_deleting_data_is_denied if {
	count(deny) == 1 with input as plan("aws_s3_bucket", ["delete"], null)
}

test_replacing_data_is_denied if {
	count(deny) == 1 with input as plan("aws_kms_key", ["delete", "create"], {})
}

test_deleting_data_may_be_excepted if {
	count(deny) == 0 with input as plan("aws_s3_bucket", ["delete"], null)
		with exceptions as {"loses-data": {"it": "2199-12-31"}}
}

test_deleting_what_holds_nothing_passes if {
	count(deny) == 0 with input as plan("aws_lambda_function", ["delete"], null)
}

test_taking_protection_away_is_denied if {
	protected := object.union(change("aws_db_instance", ["update"], {"deletion_protection": false}), {"change": {"before": {"deletion_protection": true}}})
	count(deny) == 1 with input as {"resource_changes": [protected]}
}

test_taking_protection_of_a_table_away_is_denied if {
	protected := object.union(change("aws_dynamodb_table", ["update"], {"deletion_protection_enabled": false}), {"change": {"before": {"deletion_protection_enabled": true}}})
	count(deny) == 1 with input as {"resource_changes": [protected]}
}

test_replacing_a_cluster_is_denied if {
	count(deny) == 1 with input as plan("aws_eks_cluster", ["create", "delete"], {})
}

test_changing_a_cluster_passes if {
	count(deny) == 0 with input as plan("aws_eks_cluster", ["update"], {"version": "1.36"})
}

test_never_protected_passes if {
	free := object.union(change("aws_db_instance", ["update"], {"deletion_protection": false}), {"change": {"before": {"deletion_protection": false}}})
	count(deny) == 0 with input as {"resource_changes": [free]}
}

test_no_backups_is_denied if {
	count(deny) == 1 with input as made("aws_db_instance", {"backup_retention_period": 0})
}

test_backups_pass if {
	count(deny) == 0 with input as made("aws_db_instance", {"backup_retention_period": 7})
}
