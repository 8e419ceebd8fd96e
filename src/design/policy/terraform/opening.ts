import type { RegoFile } from './rego.ts';

/** Nothing is opened to the internet that is not meant to be. */
export const opening: RegoFile = {
  name: 'opening',
  rules: `# Nothing is opened to the internet but the entrance.
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
`,
  tests: `package main

import rego.v1

test_open_database_is_denied if {
	count(deny) == 1 with input as made("aws_db_instance", {"publicly_accessible": true})
}

test_closed_database_passes if {
	count(deny) == 0 with input as made("aws_db_instance", {"publicly_accessible": false})
}

test_open_port_is_denied if {
	count(deny) == 1 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "from_port": 22, "to_port": 22})
}

test_open_range_is_denied if {
	count(deny) == 1 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv6": "::/0", "from_port": 80, "to_port": 443})
}

test_all_ports_are_denied if {
	count(deny) == 1 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "ip_protocol": "-1"})
}

test_entrance_passes if {
	count(deny) == 0 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "0.0.0.0/0", "from_port": 443, "to_port": 443})
}

test_network_of_ours_passes if {
	count(deny) == 0 with input as made("aws_vpc_security_group_ingress_rule", {"cidr_ipv4": "10.0.0.0/8", "from_port": 5432, "to_port": 5432})
}

test_open_old_rule_is_denied if {
	count(deny) == 1 with input as made("aws_security_group_rule", {"type": "ingress", "cidr_blocks": ["0.0.0.0/0"], "from_port": 3306, "to_port": 3306})
}

test_open_way_out_passes if {
	count(deny) == 0 with input as made("aws_security_group_rule", {"type": "egress", "cidr_blocks": ["0.0.0.0/0"], "from_port": 0, "to_port": 0})
}

test_open_rule_inside_is_denied if {
	count(deny) == 1 with input as made("aws_security_group", {"ingress": [{"cidr_blocks": ["0.0.0.0/0"], "ipv6_cidr_blocks": [], "from_port": 22, "to_port": 22}]})
}

test_open_bucket_is_denied if {
	count(deny) == 1 with input as made("aws_s3_bucket_public_access_block", {"block_public_acls": true, "block_public_policy": false})
}

test_closed_bucket_passes if {
	count(deny) == 0 with input as made("aws_s3_bucket_public_access_block", {"block_public_acls": true, "block_public_policy": true})
}

test_open_cluster_is_denied if {
	count(deny) == 1 with input as made("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true}]})
}

test_cluster_for_an_office_passes if {
	count(deny) == 0 with input as made("aws_eks_cluster", {"vpc_config": [{"endpoint_public_access": true, "public_access_cidrs": ["203.0.113.0/24"]}]})
}
`,
};
