# Nothing is opened to the internet but the entrance.
package main

import rego.v1

anyone := {"0.0.0.0/0", "::/0"}

# what the entrance listens on
entrance := {80, 443}

deny contains message if {
	some change in kept
	change.type in {"aws_db_instance", "aws_rds_cluster_instance"}
	change.change.after.publicly_accessible == true
	not is_excepted("opens-database", change.address)
	message := sprintf("opens-database: %s would be reachable from the internet", [change.address])
}

deny contains message if {
	some change in kept
	change.type == "aws_vpc_security_group_ingress_rule"
	some name in {"cidr_ipv4", "cidr_ipv6"}
	change.change.after[name] in anyone
	not is_entrance(change.change.after)
	not is_excepted("opens-port", change.address)
	message := sprintf("opens-port: %s would let the internet in on a port other than 80 and 443", [change.address])
}

deny contains message if {
	some change in kept
	change.type == "aws_security_group_rule"
	change.change.after.type == "ingress"
	some name in {"cidr_blocks", "ipv6_cidr_blocks"}
	some range in change.change.after[name]
	range in anyone
	not is_entrance(change.change.after)
	not is_excepted("opens-port", change.address)
	message := sprintf("opens-port: %s would let the internet in on a port other than 80 and 443", [change.address])
}

deny contains message if {
	some change in kept
	change.type == "aws_security_group"
	some rule in change.change.after.ingress
	some name in {"cidr_blocks", "ipv6_cidr_blocks"}
	some range in rule[name]
	range in anyone
	not is_entrance(rule)
	not is_excepted("opens-port", change.address)
	message := sprintf("opens-port: %s would let the internet in on a port other than 80 and 443", [change.address])
}

deny contains message if {
	some change in kept
	change.type in {"aws_s3_bucket_public_access_block", "aws_s3_account_public_access_block"}
	some name in {"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}
	change.change.after[name] == false
	not is_excepted("opens-bucket", change.address)
	message := sprintf("opens-bucket: %s would not set %s", [change.address, name])
}

deny contains message if {
	some change in kept
	change.type == "aws_eks_cluster"
	some network in change.change.after.vpc_config
	network.endpoint_public_access == true
	some range in object.get(network, "public_access_cidrs", ["0.0.0.0/0"])
	range in anyone
	not is_excepted("opens-cluster", change.address)
	message := sprintf("opens-cluster: the API of %s would answer the whole internet", [change.address])
}

is_entrance(rule) if {
	rule.from_port == rule.to_port
	rule.from_port in entrance
}
